//! UPDATE: may the caller turn one row into another.

use super::grants::Phase;
use super::{Caller, Oracle, Reason, Row};
use crate::model::{ColumnId, TableId, Verb};

impl Oracle<'_> {
    /// UPDATE of a row to another, by a caller who names these columns.
    pub fn may_update(&self, caller: &Caller, table: TableId, old: &Row, new: &Row, named: &[ColumnId]) -> Reason {
        if self.is_service(caller) {
            return Reason::fact(true, "the service may do everything");
        }
        let mut parts = vec![
            self.may_in(caller, Verb::Update, table, old, Phase::Before),
            self.may_in(caller, Verb::Update, table, new, Phase::After),
            self.guard(caller, table, old, Some(new)),
            Reason::fact(!self.rises(caller, table, old, new), "nobody raises himself"),
        ];
        parts.extend(self.same_owners(table, new));
        parts.extend(self.may_name(caller, table, old, named));
        parts.extend(self.kept(caller, table, old, new));
        Reason::all("update", parts)
    }

    /// Only columns are named that the caller may write.
    fn may_name(&self, caller: &Caller, table: TableId, old: &Row, named: &[ColumnId]) -> Vec<Reason> {
        let given = self.columns(caller, Verb::Update, table, old);
        let may = |column: &ColumnId| {
            let written = self.model.table(table).column(*column);
            let given = given.as_ref().is_none_or(|columns| columns.contains(column));
            Reason::fact(given && !written.read_only && !written.computed, format!("may set {}", written.name))
        };
        named.iter().map(may).collect()
    }

    /// Immutable columns keep their value; an owner that may move goes only where the caller may create it.
    fn kept(&self, caller: &Caller, table: TableId, old: &Row, new: &Row) -> Vec<Reason> {
        let meaning = self.model.table(table);
        let changed =
            (0..meaning.columns.len()).map(ColumnId::new).filter(|column| old.get(*column) != new.get(*column));
        let mut reasons = Vec::new();
        for column in changed {
            let name = &meaning.column(column).name;
            if meaning.column(column).immutable || self.is_fixed(table, column) {
                reasons.push(Reason::fact(false, format!("{name} never changes")));
            } else if meaning.owners.iter().any(|link| link.column == column) {
                reasons.push(self.may(caller, Verb::Create, table, new));
            }
        }
        reasons
    }

    /// A membership's user and organization never change, nor who founded a tenant.
    fn is_fixed(&self, table: TableId, column: ColumnId) -> bool {
        let members = self.membership(table);
        let founded = self.model.table(table).members.as_ref();
        members.is_some_and(|members| column == members.tenant_column || column == members.principal_column)
            || founded.is_some_and(|members| members.creator == Some(column))
    }
}
