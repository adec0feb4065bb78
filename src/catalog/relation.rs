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
    pub triggers: BTreeMap<String, Trigger>,
    /// Privileges other than the owner's.
    pub grants: Vec<Grant>,
    /// `COMMENT ON`
    pub comment: Option<String>,
    /// Who owns it; only from a server, and not compared.
    pub owner: String,
    /// How much of it is ours.
    pub management: Management,
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
    pub indexes: BTreeMap<String, Index>,
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
}
