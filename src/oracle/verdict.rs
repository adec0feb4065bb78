//! May this caller do this to that row.

use super::grants::{Grant, Phase};
use super::{Caller, Oracle, Reason, Row};
use crate::model::{ColumnId, Deny, TableId, Verb};
use std::collections::BTreeSet;

impl Oracle<'_> {
    /// may(p, v, x): some rule gives the verb, no `deny` takes it, every group required is held.
    pub fn may(&self, caller: &Caller, verb: Verb, table: TableId, row: &Row) -> Reason {
        let phase = if verb == Verb::Create { Phase::New } else { Phase::Before };
        self.may_in(caller, verb, table, row, phase)
    }

    /// DELETE of a row: may(p, delete, x), and a tenant keeps the last of its highest role.
    pub fn may_delete(&self, caller: &Caller, table: TableId, row: &Row) -> Reason {
        self.may_delete_together(caller, table, &[row])
    }

    /// DELETE of rows in one statement.
    pub fn may_delete_together(&self, caller: &Caller, table: TableId, rows: &[&Row]) -> Reason {
        let mut parts: Vec<Reason> = rows.iter().map(|row| self.may(caller, Verb::Delete, table, row)).collect();
        if !self.is_service(caller) {
            let changes: Vec<(&Row, Option<&Row>)> = rows.iter().map(|row| (*row, None)).collect();
            parts.push(self.guard(caller, table, &changes));
        }
        Reason::all("delete", parts)
    }

    pub(super) fn may_in(&self, caller: &Caller, verb: Verb, table: TableId, row: &Row, phase: Phase) -> Reason {
        if self.is_service(caller) {
            return Reason::fact(true, "the service may do everything");
        }
        let grants = self.grants(caller, verb, table, row, phase).into_iter().map(|grant| grant.reason).collect();
        let name = &self.model.table(table).name.name;
        let mut parts = vec![Reason::any(self.say(|| format!("some rule of {name} gives {}", verb.word())), grants)];
        parts.extend(self.narrowed(caller, verb, table, row, phase));
        Reason::all(self.say(|| format!("{} may {} it", caller.name, verb.word())), parts)
    }

    /// Whoever founds a tenant reads its row back, before he is a member: nothing but what narrows keeps him from it.
    pub fn may_read_founded(&self, caller: &Caller, table: TableId, row: &Row) -> Reason {
        let parts = self.narrowed(caller, Verb::Read, table, row, Phase::Before);
        Reason::all(format!("{} founded it", caller.name), parts)
    }

    /// Every `deny` of the verb, and every group that it requires.
    fn narrowed(&self, caller: &Caller, verb: Verb, table: TableId, row: &Row, phase: Phase) -> Vec<Reason> {
        let denies = self.model.table(table).deny.iter();
        // A deny of some columns takes only those: see `columns`.
        let whole = denies.filter(|deny| deny.can.get(&verb).is_some_and(Option::is_none));
        let denied = whole.map(|deny| {
            let denied = self.denies(caller, table, row, deny, phase);
            Reason::fact(!denied, self.say(|| format!("deny {}{}", verb.word(), condition(deny))))
        });
        denied.chain(self.required(caller, verb, table)).collect()
    }

    /// `when` is tested on the row as it was, `becomes` as it will be; without either, a deny is always.
    fn denies(&self, caller: &Caller, table: TableId, row: &Row, deny: &Deny, phase: Phase) -> bool {
        let holds = |condition| self.conditions.holds(condition, table, row, caller);
        let when = match &deny.when {
            Some(when) => holds(when),
            None => deny.becomes.is_none(),
        };
        let becomes = deny.becomes.as_ref().is_some_and(holds);
        (phase != Phase::After && when) || (phase != Phase::Before && becomes)
    }

    fn required(&self, caller: &Caller, verb: Verb, table: TableId) -> Vec<Reason> {
        let groups = self.model.table(table).require.get(&verb).into_iter().flatten();
        let reason = |group| {
            let name = &self.model.group(group).name;
            Reason::fact(caller.groups.contains(&group), self.say(|| format!("requires {name}")))
        };
        groups.map(|group| reason(*group)).collect()
    }

    /// The columns that the caller may name when he creates this row or updates it: those of every rule
    /// that lets him at it, without those that a `deny` takes; `None` is all that may be written at all.
    pub fn columns(&self, caller: &Caller, verb: Verb, table: TableId, row: &Row) -> Option<BTreeSet<ColumnId>> {
        let phase = if verb == Verb::Create { Phase::New } else { Phase::Before };
        let grants = self.grants(caller, verb, table, row, phase).into_iter().filter(|grant| grant.reason.holds);
        let given = union(grants);
        let denies = self.model.table(table).deny.iter().filter(|deny| self.denies(caller, table, row, deny, phase));
        let taken: BTreeSet<ColumnId> = denies.filter_map(|deny| deny.can.get(&verb)?.clone()).flatten().collect();
        if taken.is_empty() {
            return given;
        }
        let all = || (0..self.model.table(table).columns.len()).map(ColumnId::new).collect();
        Some(given.unwrap_or_else(all).difference(&taken).copied().collect())
    }

    /// The columns that a `deny` takes from an update of this row to that.
    pub(super) fn taken(
        &self,
        caller: &Caller,
        verb: Verb,
        table: TableId,
        (old, new): (&Row, &Row),
    ) -> BTreeSet<ColumnId> {
        let denies = |deny: &&Deny| {
            self.denies(caller, table, old, deny, Phase::Before) || self.denies(caller, table, new, deny, Phase::After)
        };
        let denying = self.model.table(table).deny.iter().filter(denies);
        denying.filter_map(|deny| deny.can.get(&verb)?.clone()).flatten().collect()
    }
}

fn union(grants: impl Iterator<Item = Grant>) -> Option<BTreeSet<ColumnId>> {
    let mut given = BTreeSet::new();
    for grant in grants {
        given.extend(grant.columns?);
    }
    Some(given)
}

fn condition(deny: &Deny) -> String {
    let when = deny.when.iter().map(|when| format!(" when {}", when.sql));
    let becomes = deny.becomes.iter().map(|becomes| format!(" becomes {}", becomes.sql));
    when.chain(becomes).collect()
}
