//! The meaning of a model over rows in memory: who may do what to which row, and why.
//!
//! This is the specification that isolation is proved against, so it shares nothing with what emits
//! policies: it walks the rows itself, from [`Model`] alone. SQL conditions are answered by
//! whoever asks ([`Conditions`]); the prover puts them to a server.

mod create;
mod given;
mod grants;
mod membership;
mod reason;
#[cfg(test)]
mod tests;
mod update;
mod verdict;
mod walk;

pub use reason::Reason;
pub use walk::Owner;

use crate::expression::Expression;
use crate::model::{ColumnId, GroupId, Model, PrincipalId, TableId};
use std::collections::{BTreeMap, BTreeSet};

/// A row: the text of each column's value, in the order of the table's columns.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Row(pub Vec<Option<String>>);

impl Row {
    /// The value in a column; `None` is NULL.
    pub fn get(&self, column: ColumnId) -> Option<&str> {
        self.0.get(column.index()).and_then(Option::as_deref)
    }

    /// The same row with another value in one column.
    #[must_use]
    pub fn with(&self, column: ColumnId, value: Option<&str>) -> Row {
        let mut row = self.clone();
        if let Some(place) = row.0.get_mut(column.index()) {
            *place = value.map(str::to_owned);
        }
        row
    }
}

/// All rows there are.
#[derive(Debug, Clone, Default)]
pub struct World {
    /// Rows by table.
    pub rows: BTreeMap<TableId, Vec<Row>>,
}

impl World {
    /// The rows of a table.
    pub fn of(&self, table: TableId) -> &[Row] {
        self.rows.get(&table).map_or(&[], Vec::as_slice)
    }

    /// The rows of a table that have this value in this column.
    pub fn find<'a>(&'a self, table: TableId, column: ColumnId, value: &'a str) -> impl Iterator<Item = &'a Row> {
        self.of(table).iter().filter(move |row| row.get(column) == Some(value))
    }
}

/// Who is asking.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Caller {
    /// A name for reports: `user A`, `anonymous`.
    pub name: String,
    /// His database role.
    pub role: String,
    /// His id as each kind of principal.
    pub ids: BTreeMap<PrincipalId, String>,
    /// The groups that he is in.
    pub groups: BTreeSet<GroupId>,
}

/// Answers SQL expressions over one row and the caller.
pub trait Conditions {
    /// The expression's value as text; `None` for NULL. Truth is `true`.
    fn value(&self, expression: &Expression, table: TableId, row: &Row, caller: &Caller) -> Option<String>;

    /// Whether a condition holds; NULL does not.
    fn holds(&self, expression: &Expression, table: TableId, row: &Row, caller: &Caller) -> bool {
        self.value(expression, table, row, caller).as_deref() == Some("true")
    }
}

/// The model's meaning over one world.
#[derive(Clone, Copy)]
pub struct Oracle<'a> {
    /// The model.
    pub model: &'a Model,
    /// The rows.
    pub world: &'a World,
    /// Who answers conditions.
    pub conditions: &'a dyn Conditions,
    /// Reasons are wanted in words.
    words: bool,
}

impl<'a> Oracle<'a> {
    /// An oracle over these rows.
    pub fn new(model: &'a Model, world: &'a World, conditions: &'a dyn Conditions) -> Self {
        Self { model, world, conditions, words: true }
    }

    /// The same, whose reasons have few words: for whoever asks much and shows nothing.
    pub fn quiet(model: &'a Model, world: &'a World, conditions: &'a dyn Conditions) -> Self {
        Self { words: false, ..Self::new(model, world, conditions) }
    }

    /// Words of a reason, where they are wanted.
    fn say(&self, words: impl FnOnce() -> String) -> String {
        if self.words { words() } else { String::new() }
    }

    /// The caller has the role of signed-in callers.
    pub fn is_signed_in(&self, caller: &Caller) -> bool {
        caller.role == self.model.base.hints.signed_in
    }

    /// The caller has the role of anonymous callers.
    pub fn is_anonymous(&self, caller: &Caller) -> bool {
        caller.role == self.model.base.hints.anonymous
    }

    /// The caller has the role of the service.
    pub fn is_service(&self, caller: &Caller) -> bool {
        caller.role == self.model.base.hints.service
    }

    /// The id of a signed-in caller as this kind of principal.
    fn id<'c>(&self, caller: &'c Caller, principal: PrincipalId) -> Option<&'c str> {
        caller.ids.get(&principal).filter(|_| self.is_signed_in(caller)).map(String::as_str)
    }

    /// `projects.user_id = 'a'`, for reasons.
    fn shown(&self, table: TableId, row: &Row, column: ColumnId) -> String {
        let table = self.model.table(table);
        let value = row.get(column).unwrap_or("NULL");
        self.say(|| format!("{}.{} = {value}", table.name.name, table.column(column).name))
    }
}

/// Answers nothing: for questions that need no condition, as whose a row is.
#[derive(Debug, Clone, Copy)]
pub struct Unasked;

impl Conditions for Unasked {
    fn value(&self, _: &Expression, _: TableId, _: &Row, _: &Caller) -> Option<String> {
        None
    }
}
