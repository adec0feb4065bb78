//! UPDATE: may the caller turn one row into another.

use super::grants::{Grant, Phase};
use super::{Caller, Oracle, Reason, Row};
use crate::model::{ColumnId, TableId, Verb};

impl Oracle<'_> {
    /// UPDATE of a row to another, by a caller who names these columns.
    pub fn may_update(&self, caller: &Caller, table: TableId, old: &Row, new: &Row, named: &[ColumnId]) -> Reason {
        self.may_update_together(caller, table, &[(old, new)], named)
    }

    /// UPDATE of rows to others in one statement.
    pub fn may_update_together(
        &self,
        caller: &Caller,
        table: TableId,
        changes: &[(&Row, &Row)],
        named: &[ColumnId],
    ) -> Reason {
        if self.is_service(caller) {
            return Reason::fact(true, "the service may do everything");
        }
        let mut parts: Vec<Reason> =
            changes.iter().flat_map(|(old, new)| self.may_change(caller, table, old, new, named)).collect();
        let changes: Vec<(&Row, Option<&Row>)> = changes.iter().map(|(old, new)| (*old, Some(*new))).collect();
        parts.push(self.guard(caller, table, &changes));
        Reason::all("update", parts)
    }

    fn may_change(&self, caller: &Caller, table: TableId, old: &Row, new: &Row, named: &[ColumnId]) -> Vec<Reason> {
        let rules = self.one_rule(caller, table, old, new);
        let mut parts = vec![
            self.may_in(caller, Verb::Update, table, old, Phase::Before),
            self.may_in(caller, Verb::Update, table, new, Phase::After),
            Reason::any("one rule lets the row be as it was and as it will be", reasons(&rules)),
            Reason::fact(!self.rises(caller, table, old, new), "nobody raises himself"),
        ];
        parts.extend(self.same_owners(table, new));
        parts.extend(self.may_name(caller, table, (old, new), named, &rules));
        parts.extend(self.kept(caller, table, old, new));
        parts
    }

    /// Each rule by its `when` on the row as it was and its `becomes` on the row as it will be.
    fn one_rule(&self, caller: &Caller, table: TableId, old: &Row, new: &Row) -> Vec<Grant> {
        let before = self.grants(caller, Verb::Update, table, old, Phase::Before);
        let after = self.grants(caller, Verb::Update, table, new, Phase::After);
        let both = |(was, will): (Grant, Grant)| Grant {
            reason: Reason::all("before and after", vec![was.reason, will.reason]),
            columns: was.columns,
        };
        before.into_iter().zip(after).map(both).collect()
    }

    /// Only columns are changed that a rule which lets the caller at the row gives him. One that is named and
    /// keeps its value, as an upsert names it, must be given to somebody of his database role, or be one that
    /// never changes where somebody may insert, and so upsert.
    fn may_name(
        &self,
        caller: &Caller,
        table: TableId,
        (old, new): (&Row, &Row),
        named: &[ColumnId],
        rules: &[Grant],
    ) -> Vec<Reason> {
        let taken = self.taken(caller, Verb::Update, table, (old, new));
        let alike = self.given_to_role(&caller.role, Verb::Update, table);
        let created = self.given_to_role(&caller.role, Verb::Create, table).is_none_or(|columns| !columns.is_empty());
        let given = |column: &ColumnId, rule: &Grant| rule.columns.as_ref().is_none_or(|all| all.contains(column));
        let may = |column: &ColumnId| {
            let written = self.model.table(table).column(*column);
            let mut holding = rules.iter().filter(|rule| rule.reason.holds);
            let changed = old.get(*column) != new.get(*column);
            let holds = match changed {
                true => holding.any(|rule| given(column, rule)) && !taken.contains(column),
                false => alike.as_ref().is_none_or(|all| all.contains(column)) || (created && written.immutable),
            };
            Reason::fact(holds && !written.read_only && !written.computed, format!("may set {}", written.name))
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

fn reasons(rules: &[Grant]) -> Vec<Reason> {
    rules.iter().map(|rule| rule.reason.clone()).collect()
}
