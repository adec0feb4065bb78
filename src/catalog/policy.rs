//! Policies of row security.

/// A policy.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Policy {
    /// Its name.
    pub name: String,
    /// `RESTRICTIVE`
    pub restrictive: bool,
    /// `FOR`
    pub command: PolicyCommand,
    /// `TO`, sorted; `public` for everybody.
    pub roles: Vec<String>,
    /// `USING`, without outer parentheses.
    pub using: Option<String>,
    /// `WITH CHECK`, without outer parentheses.
    pub check: Option<String>,
    /// `COMMENT ON`
    pub comment: Option<String>,
}

/// For which command a policy is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum PolicyCommand {
    /// `ALL`
    #[default]
    All,
    /// `SELECT`
    Select,
    /// `INSERT`
    Insert,
    /// `UPDATE`
    Update,
    /// `DELETE`
    Delete,
}

impl PolicyCommand {
    /// As SQL.
    pub fn sql(self) -> &'static str {
        match self {
            Self::All => "ALL",
            Self::Select => "SELECT",
            Self::Insert => "INSERT",
            Self::Update => "UPDATE",
            Self::Delete => "DELETE",
        }
    }
}
