//! What every rule looks at: the model, its ownership, and which chains are carried.

use super::carry::Carried;
use super::helper::Helper;
use crate::catalog::QualifiedName;
use crate::model::{ColumnId, Model, PrincipalId, Table, TableId};
use crate::ownership::Ownership;
use std::collections::BTreeMap;
use std::sync::Mutex;

/// The schema of everything that the compiler adds for itself.
pub const PRIVATE: &str = "private";

/// What every rule looks at.
pub struct Context<'a> {
    /// The model.
    pub model: &'a Model,
    /// Its ownership.
    pub ownership: &'a Ownership,
    /// Columns that hold the end of a path.
    pub carried: Carried,
    /// Names of helper functions told so far.
    pub helper_names: Mutex<BTreeMap<Helper, QualifiedName>>,
}

impl<'a> Context<'a> {
    /// The context of a model.
    pub fn new(model: &'a Model, ownership: &'a Ownership) -> Self {
        let carried = Carried::of(model, ownership);
        Self { model, ownership, carried, helper_names: Mutex::default() }
    }

    /// A table.
    pub fn table(&self, id: TableId) -> &'a Table {
        self.model.table(id)
    }

    /// A column's name.
    pub fn column(&self, table: TableId, column: ColumnId) -> &'a str {
        &self.model.table(table).column(column).name
    }

    /// SQL of the caller's id: a sub-select, so that it is evaluated once a statement and not once a row.
    pub fn caller(&self, principal: PrincipalId) -> String {
        format!("(select {})", self.model.principal(principal).id.sql)
    }

    /// The database role of signed-in callers.
    pub fn signed_in(&self) -> &'a str {
        &self.model.base.hints.signed_in
    }

    /// The database role of anonymous callers.
    pub fn anonymous(&self) -> &'a str {
        &self.model.base.hints.anonymous
    }

    /// The database role of the service.
    pub fn service(&self) -> &'a str {
        &self.model.base.hints.service
    }

    /// The service passes row security by BYPASSRLS, wherever the model is applied.
    pub fn service_bypasses(&self) -> bool {
        self.model.base.hints.service_bypasses()
    }
}
