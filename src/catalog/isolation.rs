//! What `sql/tests` is to try: rows of two owners, and who may do what to which of them.

use super::QualifiedName;

/// The whole of it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Isolation {
    /// How a session becomes a principal.
    pub principals: Vec<IsolationPrincipal>,
    /// By name.
    pub tables: Vec<IsolationTable>,
}

/// A kind of principal.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct IsolationPrincipal {
    /// Its table.
    pub table: QualifiedName,
    /// The key of that table.
    pub key: String,
    /// SQL of the caller's id.
    pub id: String,
    /// The claim that tells it, by its path in the token.
    pub claim: Vec<String>,
    /// The setting that tells it.
    pub setting: Option<String>,
}

/// A table: how its rows are made, and what is to come of it. Row `a` is A's, row `b` is B's; row `c` is A's as
/// well, and a rule's `when` holds of it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct IsolationTable {
    /// Its name.
    pub name: QualifiedName,
    /// References that are filled even where they need not be: column and table.
    pub references: Vec<(String, QualifiedName)>,
    /// Values of all its rows.
    pub values: Vec<(String, String)>,
    /// Values of row `c`; none where there is no such row.
    pub special: Option<Vec<(String, Option<String>)>>,
    /// Nothing where the table only stands for rows that others refer to.
    pub callers: Vec<IsolationCaller>,
}

/// What one caller may do: the letters of the rows, by verb in the order read, create, update, delete. Letters behind a
/// `?` are not decided without a server.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct IsolationCaller {
    /// `a`, `b` or `anonymous`
    pub name: &'static str,
    /// By verb.
    pub may: [String; 4],
}
