//! INSERT: may the caller create this row, naming these columns.

use super::{Caller, Oracle, Reason, Row};
use crate::model::{ColumnId, TableId, Verb};

impl Oracle<'_> {
    /// INSERT of a row in which the caller names these columns.
    pub fn may_insert(&self, caller: &Caller, table: TableId, row: &Row, named: &[ColumnId]) -> Reason {
        let mut parts = vec![self.may(caller, Verb::Create, table, row)];
        if !self.is_service(caller) {
            parts.extend(self.same_owners(table, row));
            parts.push(self.creator(caller, table, row));
            let columns = || self.columns(caller, Verb::Create, table, row);
            let columns = if named.is_empty() { None } else { columns() };
            parts.extend(named.iter().map(|column| {
                let written = self.model.table(table).column(*column);
                let loose = || written.changing_default && self.is_loose(&caller.role, table, *column);
                let given = columns.as_ref().is_none_or(|columns| columns.contains(column) || loose());
                Reason::fact(given && !written.read_only && !written.computed, format!("may set {}", written.name))
            }));
        }
        Reason::all("insert", parts)
    }

    /// The role may name the column, and which of its callers does is told by a trigger: that one cannot tell a default which
    /// is another one each time from a value (SG317).
    fn is_loose(&self, role: &str, table: TableId, column: ColumnId) -> bool {
        self.given_to_role(role, Verb::Create, table).is_none_or(|columns| columns.contains(&column))
    }

    /// A tenant's `creator` column holds nobody but the caller.
    fn creator(&self, caller: &Caller, table: TableId, row: &Row) -> Reason {
        let members = self.model.table(table).members.as_ref();
        let Some((members, column)) = members.and_then(|members| Some((members, members.creator?))) else {
            return Reason::fact(true, "no creator column");
        };
        let own = row.get(column).is_none_or(|value| self.id(caller, members.principal) == Some(value));
        Reason::fact(own, format!("{}: the caller himself", self.shown(table, row, column)))
    }

    /// Each `same_owner` column: NULL, or a row that belongs to whom this one belongs to.
    pub(super) fn same_owners(&self, table: TableId, row: &Row) -> Vec<Reason> {
        let columns = self.model.table(table).columns.iter().enumerate().filter(|(_, column)| column.same_owner);
        columns.map(|(index, _)| self.same_owner(table, row, ColumnId::new(index))).collect()
    }

    fn same_owner(&self, table: TableId, row: &Row, column: ColumnId) -> Reason {
        let text = format!("{} has the same owner", self.shown(table, row, column));
        let (Some(value), Some(to)) = (row.get(column), self.model.table(table).column(column).references) else {
            return Reason::fact(true, text);
        };
        let owners = self.owners(table, row);
        let mut rows = self.world.find(to.table, to.column, value);
        Reason::fact(rows.any(|other| !self.owners(to.table, other).is_disjoint(&owners)), text)
    }
}
