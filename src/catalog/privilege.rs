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

impl Grant {
    /// Whether PostgreSQL knows this privilege on a column by itself.
    pub fn by_column(&self) -> bool {
        ["SELECT", "INSERT", "UPDATE", "REFERENCES"].iter().any(|name| self.privilege.eq_ignore_ascii_case(name))
    }
}

/// Every privilege on objects of a kind (`table`, `sequence` …), as a server of this version has them.
pub fn every_privilege(kind: &str, postgres: u32) -> &'static [&'static str] {
    const TABLE: [&str; 8] = ["delete", "insert", "references", "select", "trigger", "truncate", "update", "maintain"];
    match kind {
        "table" | "view" | "materialized_view" if postgres < 17 => &TABLE[..7],
        "table" | "view" | "materialized_view" => &TABLE,
        "sequence" => &["select", "update", "usage"],
        "schema" => &["create", "usage"],
        "function" | "procedure" => &["execute"],
        _ => &["usage"],
    }
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

/// Who may touch the rows of a table, in words that the model's author would use; only from a model.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TableAccess {
    /// The columns with which ownership begins.
    pub owners: Vec<String>,
    /// Each ownership path, from the row's column up.
    pub paths: Vec<String>,
    /// Why somebody may do something, sorted.
    pub reasons: Vec<AccessReason>,
    /// What denies and requirements take away again.
    pub narrowed: Vec<String>,
    /// There are raw policies besides: they are outside what can be proved.
    pub raw: bool,
}

/// One reason why somebody may do something.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct AccessReason {
    /// `read`, `create`, `update` or `delete`.
    pub verb: String,
    /// Database roles of the callers it speaks of.
    pub roles: Vec<String>,
    /// Whom it names.
    pub who: String,
    /// The key of the model that says so, with its condition.
    pub why: String,
    /// The only columns that may be written, when `limited`.
    pub columns: Vec<String>,
    /// It is limited to `columns`.
    pub limited: bool,
}
