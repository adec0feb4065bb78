//! Views.

use super::{Column, Grant, Index, Management, QualifiedName, Trigger};
use std::collections::BTreeMap;

/// A view.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct View {
    /// Schema and name.
    pub name: QualifiedName,
    /// The query, without a final semicolon.
    pub query: String,
    /// Its columns as far as known (from a server: all; from a model: those it names). `not_null` is what
    /// the model says; a server knows nothing of it.
    pub columns: Vec<Column>,
    /// `security_invoker`
    pub security_invoker: bool,
    /// `security_barrier`
    pub security_barrier: bool,
    /// `check_option`: local or cascaded.
    pub check_option: Option<String>,
    /// `INSTEAD OF` triggers.
    pub triggers: super::Named<Trigger>,
    /// Privileges other than the owner's.
    pub grants: Vec<Grant>,
    /// `COMMENT ON`
    pub comment: Option<String>,
    /// Who owns it; only from a server, and not compared.
    pub owner: String,
    /// How much of it is ours.
    pub management: Management,
    /// What only the model knows.
    pub hints: ViewHints,
}

/// A column of a view as its query gives it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ViewOutput {
    /// Its name.
    pub name: String,
    /// The relation and the column of it that is passed on as it is.
    pub origin: Option<(QualifiedName, String)>,
    /// It may be NULL where its origin is not: an outer join, a grouping set.
    pub outer: bool,
}

/// What only the model knows about a view: from its query, offline.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ViewHints {
    /// All its columns in order; empty where they cannot be told.
    pub outputs: Vec<ViewOutput>,
    /// The one relation whose rows it shows, where an insert or update could go through.
    pub writes_to: Option<QualifiedName>,
}

/// A materialized view.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MaterializedView {
    /// Schema and name.
    pub name: QualifiedName,
    /// The query, without a final semicolon.
    pub query: String,
    /// Its columns as far as known.
    pub columns: Vec<Column>,
    /// Indexes by name.
    pub indexes: super::Named<Index>,
    /// `WITH NO DATA`
    pub no_data: bool,
    /// Storage parameters.
    pub with: BTreeMap<String, String>,
    /// Privileges other than the owner's.
    pub grants: Vec<Grant>,
    /// `COMMENT ON`
    pub comment: Option<String>,
    /// Who owns it; only from a server, and not compared.
    pub owner: String,
    /// What only the model knows.
    pub hints: ViewHints,
}
