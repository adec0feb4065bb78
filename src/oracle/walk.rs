//! Up from a row to whoever owns it.

use super::{Caller, Oracle, Reason, Row};
use crate::model::{Can, ColumnId, OwnerCan, OwnerLink, PrincipalId, Reference, TableId, Verb};
use std::collections::BTreeSet;

/// Whoever a path ends at.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Owner {
    /// The principal with this id.
    Principal(PrincipalId, String),
    /// The members of the row of this table that has this value in this column.
    Tenant(TableId, ColumnId, String),
}

/// One way up that was walked.
struct Walked {
    owner: Option<Owner>,
    steps: Vec<String>,
}

impl Oracle<'_> {
    /// Whoever owns a row, by any of its paths.
    pub fn owners(&self, table: TableId, row: &Row) -> BTreeSet<Owner> {
        let links = &self.model.table(table).owners;
        links.iter().flat_map(|link| self.climb(table, row, link)).filter_map(|walked| walked.owner).collect()
    }

    /// Whether a link leads from the row to the caller with a `can` that has the verb.
    pub(super) fn by_owner(&self, caller: &Caller, verb: Verb, table: TableId, row: &Row, link: &OwnerLink) -> Reason {
        let ways = self.climb(table, row, link).into_iter();
        let parts = ways.map(|walked| self.leads_to(caller, verb, &link.can, walked)).collect();
        Reason::any(self.say(|| format!("owner of {}", self.shown(table, row, link.column))), parts)
    }

    /// Whether whoever founds this row may have it belong there: to himself, or below a tenant whose `can` has create.
    pub(super) fn founds_below(&self, caller: &Caller, table: TableId, row: &Row, link: &OwnerLink) -> Reason {
        let ways = self.climb(table, row, link).into_iter();
        let parts = ways.map(|walked| match &walked.owner {
            Some(owner @ Owner::Principal(..)) => {
                let own = !self.given_to(caller, &link.can, owner).is_empty();
                Reason::fact(own, self.ending(caller, Verb::Create, owner, !own, own))
            }
            _ => self.leads_to(caller, Verb::Create, &link.can, walked),
        });
        Reason::any(self.say(|| format!("founded below {}", self.shown(table, row, link.column))), parts.collect())
    }

    /// The columns that the link gives the caller for a verb; `None` is all.
    pub(super) fn owner_columns(
        &self,
        caller: &Caller,
        verb: Verb,
        table: TableId,
        row: &Row,
        link: &OwnerLink,
    ) -> Option<BTreeSet<ColumnId>> {
        let mut given = BTreeSet::new();
        for owner in self.climb(table, row, link).into_iter().filter_map(|walked| walked.owner) {
            for can in self.given_to(caller, &link.can, &owner) {
                match can.get(&verb) {
                    Some(None) => return None,
                    Some(Some(columns)) => given.extend(columns.iter().copied()),
                    None => {}
                }
            }
        }
        Some(given)
    }

    fn leads_to(&self, caller: &Caller, verb: Verb, can: &OwnerCan, walked: Walked) -> Reason {
        let mut text = walked.steps.join(" -> ");
        let Some(owner) = walked.owner else { return Reason::fact(false, text) };
        let given = self.given_to(caller, can, &owner);
        let holds = given.iter().any(|can| can.contains_key(&verb));
        text.push_str(&self.say(|| self.ending(caller, verb, &owner, given.is_empty(), holds)));
        Reason::fact(holds, text)
    }

    fn ending(&self, caller: &Caller, verb: Verb, owner: &Owner, stranger: bool, holds: bool) -> String {
        let whom = match owner {
            Owner::Principal(principal, _) => format!("{}'s {} id", caller.name, self.model.principal(*principal).name),
            Owner::Tenant(table, column, value) => {
                return self.membership_ending(caller, verb, (*table, *column, value), holds);
            }
        };
        match (stranger, holds) {
            (true, _) => format!(", not {whom}"),
            (false, true) => format!(", {whom}, with {}", verb.word()),
            (false, false) => format!(", {whom}, without {}", verb.word()),
        }
    }

    /// `, where user A is viewer of organizations 1, without update`
    fn membership_ending(
        &self,
        caller: &Caller,
        verb: Verb,
        (tenant, column, value): (TableId, ColumnId, &str),
        holds: bool,
    ) -> String {
        let roles = self.roles_held(caller, tenant, column, value);
        let name = &self.model.table(tenant).name.name;
        let names: Vec<&str> = roles.iter().map(|role| role.as_deref().unwrap_or("a member")).collect();
        match (names.as_slice(), holds) {
            ([], _) => format!(", where {} is no member of {name} {value}", caller.name),
            (names, true) => format!(", where {} is {}, with {}", caller.name, names.join(" and "), verb.word()),
            (names, false) => format!(", where {} is {}, without {}", caller.name, names.join(" and "), verb.word()),
        }
    }

    /// What this owner's `can` is for the caller: nothing for strangers, one for each membership.
    fn given_to(&self, caller: &Caller, can: &OwnerCan, owner: &Owner) -> Vec<Can> {
        match owner {
            Owner::Principal(principal, id) if self.id(caller, *principal) == Some(id.as_str()) => vec![verbs_of(can)],
            Owner::Principal(..) => Vec::new(),
            Owner::Tenant(tenant, column, value) => {
                let roles = self.roles_held(caller, *tenant, *column, value);
                roles.into_iter().map(|role| self.role_can(*tenant, can, role.as_deref())).collect()
            }
        }
    }

    fn role_can(&self, tenant: TableId, can: &OwnerCan, role: Option<&str>) -> Can {
        match can {
            OwnerCan::Verbs(can) => can.clone(),
            OwnerCan::ByRole(roles) => role.and_then(|role| roles.get(role)).cloned().unwrap_or_default(),
            OwnerCan::Inherit => {
                let Some(members) = &self.model.table(tenant).members else { return Can::new() };
                match members.roles.iter().find(|known| Some(known.name.as_str()) == role) {
                    Some(known) => known.can.clone(),
                    None if members.roles.is_empty() => everything(),
                    None => Can::new(),
                }
            }
        }
    }

    fn climb(&self, table: TableId, row: &Row, link: &OwnerLink) -> Vec<Walked> {
        let step = self.shown(table, row, link.column);
        let Some(value) = row.get(link.column) else { return vec![Walked { owner: None, steps: vec![step] }] };
        from(&step, self.above_value(table, link, value, &mut Vec::new()))
    }

    /// The ways up from a value that stands in an owner column.
    fn above_value(&self, table: TableId, link: &OwnerLink, value: &str, seen: &mut Vec<TableId>) -> Vec<Walked> {
        let found = |owner| vec![Walked { owner: Some(owner), steps: Vec::new() }];
        if let Some(principal) = link.principal.filter(|_| link.own_key) {
            return found(Owner::Principal(principal, value.to_owned()));
        }
        let Some(to) = self.model.table(table).column(link.column).references else { return Vec::new() };
        if let Some(principal) = self.model.principals.iter().position(|principal| principal.table == to.table) {
            return found(Owner::Principal(PrincipalId::new(principal), value.to_owned()));
        }
        if self.model.table(to.table).members.is_some() {
            return found(Owner::Tenant(to.table, to.column, value.to_owned()));
        }
        self.above_parent(to, value, seen)
    }

    /// The ways up from the row that a value refers to, by each of its own links.
    fn above_parent(&self, to: Reference, value: &str, seen: &mut Vec<TableId>) -> Vec<Walked> {
        if seen.contains(&to.table) {
            return Vec::new();
        }
        seen.push(to.table);
        let mut ways = Vec::new();
        for link in &self.model.table(to.table).owners {
            // A key that is its own owner column needs no row: the value itself is compared.
            let values: Vec<Option<&str>> = match link.column == to.column {
                true => vec![Some(value)],
                false => self.world.find(to.table, to.column, value).map(|row| row.get(link.column)).collect(),
            };
            ways.extend(values.into_iter().flat_map(|value| self.above_link(to.table, link, value, seen)));
        }
        seen.pop();
        ways
    }

    fn above_link(
        &self,
        table: TableId,
        link: &OwnerLink,
        value: Option<&str>,
        seen: &mut Vec<TableId>,
    ) -> Vec<Walked> {
        let named = self.model.table(table);
        let column = &named.column(link.column).name;
        let step = self.say(|| format!("{}.{column} = {}", named.name.name, value.unwrap_or("NULL")));
        let Some(value) = value else { return vec![Walked { owner: None, steps: vec![step] }] };
        from(&step, self.above_value(table, link, value, seen))
    }
}

/// The ways, each with the step before it. Where nothing is told there are no words.
fn from(step: &str, mut ways: Vec<Walked>) -> Vec<Walked> {
    if !step.is_empty() {
        ways.iter_mut().for_each(|walked| walked.steps.insert(0, step.to_owned()));
    }
    ways
}

/// All four verbs on all columns.
pub(super) fn everything() -> Can {
    Verb::ALL.into_iter().map(|verb| (verb, None)).collect()
}

fn verbs_of(can: &OwnerCan) -> Can {
    match can {
        OwnerCan::Inherit => everything(),
        OwnerCan::Verbs(can) => can.clone(),
        OwnerCan::ByRole(_) => Can::new(),
    }
}
