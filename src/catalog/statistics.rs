//! What a live server says about how a database is used: not a definition, and not compared.

use super::QualifiedName;

/// Use and state of a live database.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Statistics {
    /// Indexes, other than those of constraints, that nothing has read while their table was in use.
    pub unused_indexes: Vec<IndexUse>,
    /// Tables that take far more room than their rows need.
    pub bloated: Vec<TableRoom>,
    /// Extensions with a newer version on the server.
    pub outdated_extensions: Vec<ExtensionVersions>,
    /// Public buckets of Supabase's storage.
    pub public_buckets: Vec<String>,
    /// Accounts without an identity, which sign in as `authenticated`.
    pub anonymous_accounts: i64,
    /// Replication slots that nobody reads and that have fallen behind.
    pub abandoned_slots: Vec<String>,
}

/// An index that nobody reads.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct IndexUse {
    /// Its table.
    pub table: QualifiedName,
    /// Its name.
    pub index: String,
    /// Rows of the table.
    pub rows: i64,
    /// How often the table was read in other ways.
    pub reads: i64,
    /// Its size in bytes.
    pub bytes: i64,
}

/// The room that a table takes.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TableRoom {
    /// The table.
    pub table: QualifiedName,
    /// Its size in bytes, without indexes.
    pub bytes: i64,
    /// What its rows need, as far as statistics tell.
    pub needed: i64,
}

/// An extension's versions.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ExtensionVersions {
    /// Its name.
    pub name: String,
    /// What the database has.
    pub installed: String,
    /// What the server has.
    pub available: String,
}
