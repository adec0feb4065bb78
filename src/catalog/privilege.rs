//! Privileges.

/// What one role may do with one object.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Grant {
    /// The role; `public` for everybody.
    pub role: String,
    /// `SELECT`, `INSERT`, `UPDATE`, `DELETE`, `TRUNCATE`, `REFERENCES`, `TRIGGER`, `MAINTAIN`, `USAGE`,
    /// `EXECUTE`, `CREATE`.
    pub privilege: String,
    /// Only these columns; empty: the whole object.
    pub columns: Vec<String>,
    /// `WITH GRANT OPTION`
    pub grant_option: bool,
}

/// `ALTER DEFAULT PRIVILEGES FOR ROLE … IN SCHEMA … GRANT … ON … TO …`
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct DefaultPrivilege {
    /// Whose new objects.
    pub owner: String,
    /// In which schema; `None`: in all.
    pub schema: Option<String>,
    /// TABLES, SEQUENCES, FUNCTIONS, TYPES, SCHEMAS.
    pub objects: String,
    /// What is granted; an empty list for PUBLIC's own taken away is a grant with no privilege.
    pub grant: Grant,
}
