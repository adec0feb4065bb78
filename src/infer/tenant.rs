//! Organizations whose members own rows: where their members are, which roles they have, and what each may do.

use super::canonical::term;
use super::compiled::{VERBS, verbs, verbs_of};
use super::condition::{Part, alternatives};
use super::membership::{Membership, Seat, seat};
use super::text;
use super::values::labels;
use crate::catalog::{Catalog, Policy, QualifiedName, Table};
use crate::spec::{CanSpec, Entries, MembersSpec};
use std::collections::{BTreeMap, BTreeSet};

/// Roles that will do; nothing: every member.
pub type Roles = Option<BTreeSet<String>>;

/// Verbs, and which roles have each.
pub type ByVerb = BTreeMap<&'static str, Roles>;

/// A table with members.
#[derive(Debug, Clone)]
pub struct Tenant {
    /// Where they are.
    pub membership: Membership,
    /// The column with a member's role, where some policy asks for it.
    pub role: Option<String>,
    /// The roles, the highest first, as SQL.
    pub roles: Vec<String>,
    /// What each role may do with owned rows: what most tables say.
    pub can: ByVerb,
}

/// A seat that a policy asks for, where it is said and what for.
struct Asked<'c> {
    table: &'c Table,
    verbs: Vec<&'static str>,
    seat: Seat,
}

/// Every table of which some policy says that it has members.
pub fn tenants(catalog: &Catalog) -> BTreeMap<QualifiedName, Tenant> {
    let mut asked: BTreeMap<QualifiedName, Vec<Asked<'_>>> = BTreeMap::new();
    for table in catalog.tables.values().filter(|table| table.row_security) {
        for policy in table.policies.values().filter(|policy| !policy.restrictive) {
            for seat in seats(catalog, table, policy) {
                let found = Asked { table, verbs: verbs_of(policy.command), seat };
                asked.entry(found.seat.membership.tenant.clone()).or_default().push(found);
            }
        }
    }
    asked.into_iter().filter_map(|(name, asked)| Some((name, tenant(catalog, asked)?))).collect()
}

fn seats(catalog: &Catalog, table: &Table, policy: &Policy) -> Vec<Seat> {
    let Some(sql) = policy.using.as_deref().or(policy.check.as_deref()) else { return Vec::new() };
    let parts = alternatives(sql, table).into_iter().flatten();
    parts.filter_map(|part| seat_of(catalog, table, &part)).collect()
}

/// The seat that a part of a condition asks for.
pub fn seat_of(catalog: &Catalog, table: &Table, part: &Part) -> Option<Seat> {
    seat(catalog, table, &term(catalog, table, part, "authenticated")?)
}

fn tenant(catalog: &Catalog, asked: Vec<Asked<'_>>) -> Option<Tenant> {
    let mut counts: BTreeMap<&Membership, usize> = BTreeMap::new();
    asked.iter().for_each(|found| *counts.entry(&found.seat.membership).or_default() += 1);
    let membership = counts.into_iter().max_by_key(|(_, count)| *count)?.0.clone();
    let same: Vec<&Asked<'_>> = asked.iter().filter(|found| found.seat.membership == membership).collect();
    let columns: BTreeSet<&String> = same.iter().filter_map(|found| Some(&found.seat.roles.as_ref()?.0)).collect();
    if columns.len() > 1 {
        return None;
    }
    let role = columns.first().map(|column| (*column).clone());
    let roles = role.as_ref().map(|role| ranked(catalog, &membership, role, &same)).unwrap_or_default();
    let can = usual(&membership, &same);
    Some(Tenant { membership, role, roles, can })
}

/// The roles: whoever may do more stands higher; of those that may do the same, in the order of the type.
fn ranked(catalog: &Catalog, membership: &Membership, role: &str, asked: &[&Asked<'_>]) -> Vec<String> {
    let named = || asked.iter().filter_map(|found| Some((found.verbs.len(), &found.seat.roles.as_ref()?.1)));
    let known = catalog.tables.get(&membership.table).map(|table| labels(catalog, table, role)).unwrap_or_default();
    let rest = named().flat_map(|(_, roles)| roles).filter(|role| !known.contains(role)).cloned();
    let rest: BTreeSet<String> = rest.collect();
    let mut roles: Vec<String> = known.iter().cloned().chain(rest).collect();
    let weight =
        |role: &String| named().filter(|(_, roles)| roles.contains(role)).map(|(verbs, _)| verbs).sum::<usize>();
    roles.sort_by_key(|role| std::cmp::Reverse(weight(role)));
    roles
}

/// What most of the owned tables let each role do; without any, that each may read.
fn usual(membership: &Membership, asked: &[&Asked<'_>]) -> ByVerb {
    let mut tables: BTreeMap<&QualifiedName, ByVerb> = BTreeMap::new();
    let owned =
        asked.iter().filter(|found| found.table.name != membership.tenant && found.table.name != membership.table);
    for found in owned {
        let roles = found.seat.roles.as_ref().map(|(_, roles)| roles.clone());
        found.verbs.iter().for_each(|verb| add(tables.entry(&found.table.name).or_default(), verb, &roles));
    }
    let mut counts: BTreeMap<ByVerb, usize> = BTreeMap::new();
    tables.into_values().for_each(|verbs| *counts.entry(verbs).or_default() += 1);
    // of those that are as frequent, the one that tells roles apart
    let told = |verbs: &ByVerb| verbs.values().flatten().count();
    let most = counts.into_iter().max_by_key(|(verbs, count)| (*count, told(verbs))).map(|(verbs, _)| verbs);
    most.unwrap_or_else(|| [("read", None)].into())
}

/// Gives a verb to more roles.
pub fn add(known: &mut ByVerb, verb: &'static str, roles: &Roles) {
    match known.get_mut(verb) {
        Some(slot) => {
            *slot = match (slot.take(), roles) {
                (Some(mut all), Some(more)) => {
                    all.extend(more.iter().cloned());
                    Some(all)
                }
                _ => None,
            }
        }
        None => drop(known.insert(verb, roles.clone())),
    }
}

impl Tenant {
    /// The verbs of each role, the highest first; a role that has none is left out.
    pub fn by_role(&self, verbs_of: &ByVerb) -> Entries<CanSpec> {
        let has = |roles: &Roles, role: &String| roles.as_ref().is_none_or(|roles| roles.contains(role));
        let list = |role: &String| {
            let has = VERBS.into_iter().filter(|verb| verbs_of.get(verb).is_some_and(|roles| has(roles, role)));
            can(&has.collect::<Vec<_>>())
        };
        let entries = self.roles.iter().map(|role| (text(label(role)), list(role)));
        entries.filter(|(_, can)| !can.value.is_empty()).collect()
    }

    /// The roles of a set, the highest first.
    pub fn ordered(&self, roles: &BTreeSet<String>) -> Vec<String> {
        self.roles.iter().filter(|role| roles.contains(*role)).map(|role| label(role)).collect()
    }

    /// What `members:` says for the rows of others; nothing about the organization's own row.
    pub fn members(&self) -> MembersSpec {
        let Membership { table, when, .. } = &self.membership;
        let when: Vec<&str> = when.iter().map(String::as_str).collect();
        MembersSpec {
            table: Some(text(super::shown(table))),
            role: self.role.as_ref().map(text),
            when: (!when.is_empty()).then(|| text(when.join(" and "))),
            can: if self.role.is_some() { self.by_role(&self.can) } else { Entries::new() },
            ..MembersSpec::default()
        }
    }

    /// The seat is one of this organization's members, its role among those known.
    pub fn seats(&self, seat: &Seat) -> bool {
        let role = seat.roles.as_ref().map(|(column, _)| column);
        seat.membership == self.membership && (role.is_none() || role == self.role.as_ref())
    }
}

/// The verbs as a person writes them.
pub fn can(words: &[&'static str]) -> CanSpec {
    if VERBS.iter().all(|verb| words.contains(verb)) { all() } else { verbs(words.iter().copied()) }
}

fn all() -> CanSpec {
    let verb = crate::spec::VerbSpec { verb: text("all"), columns: None };
    crate::source::Spanned::new(vec![verb], crate::source::Span::default())
}

/// What a literal says.
pub fn label(literal: &str) -> String {
    let inner = literal.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\'')).unwrap_or(literal);
    inner.replace("''", "'")
}
