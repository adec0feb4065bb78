//! What widens: owners, memberships, `allow`, `access`.

use super::{Caller, Oracle, Reason, Row};
use crate::model::{Access, Allow, ColumnId, Subject, TableId, Verb};
use std::collections::BTreeSet;

/// Columns that a rule is limited to; `None` is all.
pub(super) type Columns = Option<BTreeSet<ColumnId>>;

/// On which row a rule is tested.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Phase {
    /// The row as it was: `when`.
    Before,
    /// The row as it will be: `becomes`.
    After,
    /// A row that is created: both.
    New,
}

/// One rule's answer.
pub(super) struct Grant {
    pub reason: Reason,
    /// What is given where the reason holds.
    pub columns: Columns,
}

impl Oracle<'_> {
    /// Every rule of the table that could give the caller this verb on this row, each with its answer.
    pub(super) fn grants(&self, caller: &Caller, verb: Verb, table: TableId, row: &Row, phase: Phase) -> Vec<Grant> {
        let mut grants = match verb {
            Verb::Create => self.creating_owners(caller, table, row).into_iter().collect(),
            _ => self.owning(caller, verb, table, row),
        };
        let own = self.by_membership(caller, verb, table, row);
        grants.extend(own.map(|reason| Grant { reason, columns: self.self_columns(caller, verb, table, row) }));
        grants.extend(self.by_managing(caller, verb, table, row));
        grants.extend(self.by_access(caller, verb, table).map(|reason| Grant { reason, columns: None }));
        let rules = self.model.table(table).allow.iter().filter(|rule| rule.can.contains_key(&verb));
        grants.extend(rules.map(|rule| Grant {
            reason: self.by_rule(caller, verb, (table, row), rule, phase),
            columns: rule.can.get(&verb).cloned().flatten(),
        }));
        grants
    }

    fn owning(&self, caller: &Caller, verb: Verb, table: TableId, row: &Row) -> Vec<Grant> {
        let links = self.model.table(table).owners.iter();
        let grant = |link| {
            let reason = self.by_owner(caller, verb, table, row, link);
            let columns = || self.owner_columns(caller, verb, table, row, link);
            Grant { columns: if reason.holds { columns() } else { None }, reason }
        };
        links.map(grant).collect()
    }

    /// On create every owner that is not NULL must lead to the caller: one grant of them all.
    fn creating_owners(&self, caller: &Caller, table: TableId, row: &Row) -> Option<Grant> {
        let links: Vec<_> =
            self.model.table(table).owners.iter().filter(|link| row.get(link.column).is_some()).collect();
        if links.is_empty() {
            return None;
        }
        let parts = links.iter().map(|link| self.by_owner(caller, Verb::Create, table, row, link)).collect();
        // Each of them is a rule that lets him at the row: what all of them give him may be named.
        let limits = links.iter().filter_map(|link| self.owner_columns(caller, Verb::Create, table, row, link));
        let columns = limits.reduce(|kept, limit| kept.intersection(&limit).copied().collect());
        Some(Grant { reason: Reason::all("every owner of the row", parts), columns })
    }

    fn by_access(&self, caller: &Caller, verb: Verb, table: TableId) -> Option<Reason> {
        let asked = self.is_signed_in(caller) || self.is_anonymous(caller);
        match self.model.table(table).access? {
            Access::Shared => {
                let holds = verb == Verb::Read && self.is_signed_in(caller);
                Some(Reason::fact(holds, "shared: everyone signed in reads"))
            }
            Access::Internal => Some(Reason::fact(false, "internal: only the service")),
            Access::Written => Some(Reason::fact(false, "written: what its own policies and grants say")),
            Access::Open => Some(Reason::fact(asked, "open: no row security")),
        }
    }

    fn by_rule(
        &self,
        caller: &Caller,
        verb: Verb,
        (table, row): (TableId, &Row),
        rule: &Allow,
        phase: Phase,
    ) -> Reason {
        let mut parts = Vec::new();
        if !rule.to.is_empty() {
            let subjects = rule.to.iter().map(|subject| self.named(caller, table, row, subject)).collect();
            parts.push(Reason::any("names the caller", subjects));
        }
        if let Some(deleted) = self.model.table(table).soft_delete {
            parts.push(Reason::fact(row.get(deleted).is_none(), self.shown(table, row, deleted)));
        }
        let when = rule.when.as_ref().filter(|_| phase != Phase::After).map(|when| ("when", when));
        let becomes = rule.becomes.as_ref().filter(|_| phase != Phase::Before).map(|becomes| ("becomes", becomes));
        for (word, condition) in when.into_iter().chain(becomes) {
            let holds = self.conditions.holds(condition, table, row, caller);
            parts.push(Reason::fact(holds, self.say(|| format!("{word} {}", condition.sql))));
        }
        parts.extend(rule.through.map(|column| self.through(caller, verb, table, row, column)));
        Reason::all(self.say(|| format!("allow {}", verb.word())), parts)
    }

    /// The same verb on the row referred to; create and delete need update there.
    fn through(&self, caller: &Caller, verb: Verb, table: TableId, row: &Row, column: ColumnId) -> Reason {
        let text = format!("through {}", self.shown(table, row, column));
        let to = self.model.table(table).column(column).references;
        let (Some(to), Some(value)) = (to, row.get(column)) else { return Reason::fact(false, text) };
        let needed = if verb == Verb::Read { Verb::Read } else { Verb::Update };
        let rows = self.world.find(to.table, to.column, value);
        Reason::any(text, rows.map(|parent| self.may(caller, needed, to.table, parent)).collect())
    }

    fn named(&self, caller: &Caller, table: TableId, row: &Row, subject: &Subject) -> Reason {
        match subject {
            Subject::Column(column, principal) => {
                let id = self.id(caller, *principal);
                Reason::fact(id.is_some() && id == row.get(*column), self.shown(table, row, *column))
            }
            Subject::Share { table: share, link, column, principal } => {
                let id = self.id(caller, *principal);
                let to = self.model.table(*share).column(*link).references;
                let key = to.and_then(|to| row.get(to.column));
                let mut shares = key.into_iter().flat_map(|key| self.world.find(*share, *link, key));
                let deleted = self.model.table(*share).soft_delete;
                let counts = |row: &Row| deleted.is_none_or(|deleted| row.get(deleted).is_none());
                let holds = id.is_some() && shares.any(|row| row.get(*column) == id && counts(row));
                Reason::fact(holds, format!("a row of {} for {}", self.model.table(*share).name.name, caller.name))
            }
            Subject::Group(group) => {
                let holds = self.is_signed_in(caller) && caller.groups.contains(group);
                Reason::fact(holds, format!("group {}", self.model.group(*group).name))
            }
            Subject::SignedIn => Reason::fact(self.is_signed_in(caller), "signed in"),
            Subject::Anyone => Reason::fact(self.is_signed_in(caller) || self.is_anonymous(caller), "anyone"),
            Subject::Role(role) => Reason::fact(caller.role == *role, format!("role {role}")),
        }
    }
}
