//! Which columns a database role is given at all: PostgreSQL's column privileges know roles and no callers, so that whoever
//! shares a role with somebody may name what that one may.

use super::Oracle;
use super::grants::Columns;
use crate::model::{Access, Allow, Can, ColumnId, OwnerCan, OwnerLink, Subject, Table, TableId, TenantCreator, Verb};
use std::collections::BTreeSet;

impl Oracle<'_> {
    /// The columns that any rule of the table gives to any caller of this database role; `None` is all.
    pub fn given_to_role(&self, role: &str, verb: Verb, table: TableId) -> Option<BTreeSet<ColumnId>> {
        let named = self.model.table(table);
        let mut limits: Vec<Columns> = Vec::new();
        if role == self.model.base.hints.signed_in {
            limits.extend(of_owners(named, verb));
            limits.extend(of_members(named, verb));
        }
        let rules = named.allow.iter().filter(|rule| self.speaks_to(role, rule, verb, table, &mut BTreeSet::new()));
        limits.extend(rules.filter_map(|rule| rule.can.get(&verb).cloned()));
        if named.access == Some(Access::Open) {
            limits.push(None);
        }
        without(always_denied(named, verb), widest(limits), named)
    }

    /// Some caller of this role may be one of those whom a rule names.
    fn speaks_to(
        &self,
        role: &str,
        rule: &Allow,
        verb: Verb,
        table: TableId,
        seen: &mut BTreeSet<(TableId, Verb)>,
    ) -> bool {
        let named = rule.to.is_empty() || rule.to.iter().any(|subject| self.is_of(role, subject));
        let to = rule.through.and_then(|column| self.model.table(table).column(column).references);
        named
            && to.is_none_or(|to| {
                let needed = if verb == Verb::Read { Verb::Read } else { Verb::Update };
                seen.insert((to.table, needed)) && self.is_given(role, needed, to.table, seen)
            })
    }

    /// Some rule gives this verb to callers of this role.
    fn is_given(&self, role: &str, verb: Verb, table: TableId, seen: &mut BTreeSet<(TableId, Verb)>) -> bool {
        let named = self.model.table(table);
        let signed_in = role == self.model.base.hints.signed_in;
        let owns = signed_in && (!of_owners(named, verb).is_empty() || !of_members(named, verb).is_empty());
        let shared = signed_in && verb == Verb::Read && named.access == Some(Access::Shared);
        let mut rules = named.allow.iter().filter(|rule| rule.can.contains_key(&verb));
        owns || shared
            || named.access == Some(Access::Open)
            || rules.any(|rule| self.speaks_to(role, rule, verb, table, seen))
    }

    fn is_of(&self, role: &str, subject: &Subject) -> bool {
        let hints = &self.model.base.hints;
        match subject {
            Subject::Anyone => role == hints.signed_in || role == hints.anonymous,
            Subject::Role(own) => role == own,
            Subject::Column(..) | Subject::Share { .. } | Subject::Group(_) | Subject::SignedIn => {
                role == hints.signed_in
            }
        }
    }
}

/// On create every owner that is not NULL gives: those that never are always do.
fn of_owners(table: &Table, verb: Verb) -> Vec<Columns> {
    let always: Vec<&OwnerLink> = table.owners.iter().filter(|link| table.column(link.column).not_null).collect();
    if let (Verb::Create, [_, _, ..], [_, ..]) = (verb, table.owners.as_slice(), always.as_slice()) {
        let each: Option<Vec<Columns>> = always.iter().map(|link| of_owner(&link.can, verb)).collect();
        return each.map(|each| each.into_iter().flatten().reduce(|kept, limit| &kept & &limit)).into_iter().collect();
    }
    table.owners.iter().filter_map(|link| of_owner(&link.can, verb)).collect()
}

/// The columns that an owner's `can` gives to any of his roles for a verb; `None` when it gives the verb to nobody.
fn of_owner(can: &OwnerCan, verb: Verb) -> Option<Columns> {
    match can {
        OwnerCan::Inherit => Some(None),
        OwnerCan::Verbs(can) => can.get(&verb).cloned(),
        OwnerCan::ByRole(roles) => {
            let limits: Vec<Columns> = roles.values().filter_map(|can| can.get(&verb).cloned()).collect();
            (!limits.is_empty()).then(|| widest(limits))
        }
    }
}

/// What a tenant's members and those of a membership table get.
fn of_members(table: &Table, verb: Verb) -> Vec<Columns> {
    let limits = |can: &Can| can.get(&verb).cloned();
    let mut found: Vec<Columns> = match &table.members {
        // Founding is nobody's role.
        Some(members) if verb == Verb::Create && members.create == TenantCreator::Service => Vec::new(),
        Some(_) if verb == Verb::Create => vec![None],
        Some(members) if members.roles.is_empty() => vec![None],
        Some(members) => members.roles.iter().filter_map(|role| limits(&role.self_can)).collect(),
        None => Vec::new(),
    };
    if table.membership_of.is_some() {
        found.push(None);
    }
    found
}

/// All of them together.
fn widest(limits: Vec<Columns>) -> Columns {
    limits.into_iter().try_fold(BTreeSet::new(), |mut all, limit| {
        all.extend(limit?);
        Some(all)
    })
}

/// The columns that a `deny` without a condition takes from everybody.
fn always_denied(table: &Table, verb: Verb) -> BTreeSet<ColumnId> {
    let always = table.deny.iter().filter(|deny| deny.when.is_none() && deny.becomes.is_none());
    always.filter_map(|deny| deny.can.get(&verb)?.clone()).flatten().collect()
}

fn without(taken: BTreeSet<ColumnId>, given: Columns, table: &Table) -> Columns {
    if taken.is_empty() {
        return given;
    }
    let all = || (0..table.columns.len()).map(ColumnId::new).collect();
    Some(given.unwrap_or_else(all).difference(&taken).copied().collect())
}
