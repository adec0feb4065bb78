//! Organizations and memberships whose policies have the names that the compiler gives: the `members:` that brings
//! them back.

use super::compiled::{Surroundings, verbs_of};
use super::condition::{Part, alternatives};
use super::tenant::{ByVerb, Roles, Tenant, add, seat_of};
use super::text::tokens;
use super::{Guess, text};
use crate::catalog::{Catalog, Policy, QualifiedName, Table};
use crate::source::{Span, Spanned};
use crate::spec::{CanSpec, Entries, MembersSpec, OwnerCanSpec, Text};
use std::collections::{BTreeMap, BTreeSet};

/// What follows the verb in the names of an organization's own policies.
pub const OF_TENANTS: [&str; 3] = ["as_member", "as_founder", "while_founding"];

/// What follows it in the names of the policies of memberships.
pub const OF_MEMBERSHIPS: [&str; 4] = ["by_managers", "by_members", "mine", "pending"];

/// Organizations whose policies are ours, by their tables.
pub fn tenants(catalog: &Catalog) -> BTreeMap<QualifiedName, Tenant> {
    let mut found = super::tenant::tenants(catalog);
    found.retain(|name, _| catalog.tables.get(name).is_some_and(is_tenant));
    for tenant in found.values_mut() {
        settle(catalog, tenant);
    }
    found
}

fn is_tenant(table: &Table) -> bool {
    let name = |policy: &Policy| policy.name == format!("{}_read_as_member", table.name.name);
    table.policies.values().any(name)
}

/// What the policies of memberships and the triggers there say better than those of owned tables: the order of the roles,
/// and who reads.
fn settle(catalog: &Catalog, tenant: &mut Tenant) {
    let Some(table) = catalog.tables.get(&tenant.membership.table) else { return };
    if tenant.role.is_none() {
        return;
    }
    if let Some(ranks) = ranks(catalog, table) {
        tenant.roles = ranks;
    }
    if tenant.can.values().all(Option::is_none)
        && let Some(readers) = by_verb(catalog, table, tenant, "by_members").get("read")
    {
        tenant.can = [("read", readers.clone())].into();
    }
}

/// The roles, the highest first, as the trigger that guards them has them: literals.
fn ranks(catalog: &Catalog, table: &Table) -> Option<Vec<String>> {
    let name = QualifiedName::new(super::columns::PRIVATE, format!("{}_update_guard", table.name.name));
    let guard = catalog.functions.values().find(|function| function.name.name == name)?;
    let all = tokens(&guard.body);
    let start = all.iter().position(|token| token.is("array_position"))?;
    let literals = all.iter().skip(start).skip_while(|token| token.text != "[").skip(1);
    let literals = literals.take_while(|token| token.text != "]").filter(|token| token.text != ",");
    Some(literals.map(|token| token.text.to_owned()).collect())
}

/// Which roles have each verb by the policies whose names end so.
fn by_verb(catalog: &Catalog, table: &Table, tenant: &Tenant, suffix: &str) -> ByVerb {
    let mut found = ByVerb::new();
    for policy in table.policies.values().filter(|policy| policy.name.ends_with(suffix)) {
        for roles in roles(catalog, table, policy, tenant) {
            verbs_of(policy.command).iter().for_each(|verb| add(&mut found, verb, &roles));
        }
    }
    found
}

/// The roles that a policy asks for, in each of its alternatives.
fn roles(catalog: &Catalog, table: &Table, policy: &Policy, tenant: &Tenant) -> Vec<Roles> {
    let Some(sql) = policy.using.as_deref().or(policy.check.as_deref()) else { return Vec::new() };
    let parts = alternatives(sql, table).into_iter().flatten();
    let seats = parts.filter_map(|part| seat_of(catalog, table, &part)).filter(|seat| tenant.seats(seat));
    seats.map(|seat| seat.roles.map(|(_, roles)| roles)).collect()
}

/// The keys of an organization's table.
pub fn members(around: &mut Surroundings<'_>, table: &Table, guess: &mut Guess) -> Option<()> {
    let tenant = around.tenants.get(&table.name)?.clone();
    let memberships = around.catalog.tables.get(&tenant.membership.table)?;
    let mut members = tenant.members();
    if tenant.role.is_some() {
        let managers =
            by_verb(around.catalog, memberships, &tenant, "by_managers").remove("read").flatten().unwrap_or_default();
        let own = by_verb(around.catalog, table, &tenant, "as_member");
        members.self_can = Some(tenant.by_role(&own)).filter(|_| !is_usual(&tenant, &own, &managers));
        let highest = tenant.roles.iter().take(1).cloned().collect::<BTreeSet<_>>();
        members.manage = (managers != highest).then(|| list(&tenant.ordered(&managers)));
    }
    founder(around, table, guess, &mut members)?;
    guess.spec.members = Some(members);
    Some(())
}

/// Who has `read` reads the organization's own row, managers update it, the highest role deletes it.
fn is_usual(tenant: &Tenant, own: &ByVerb, managers: &BTreeSet<String>) -> bool {
    let highest: BTreeSet<String> = tenant.roles.iter().take(1).cloned().collect();
    let usual = [("update", Some(managers.clone())), ("delete", Some(highest))];
    own.get("read") == tenant.can.get("read") && usual.iter().all(|(verb, roles)| own.get(verb) == Some(roles))
}

fn list(names: &[String]) -> Spanned<Vec<Text>> {
    Spanned::new(names.iter().map(text).collect(), Span::default())
}

/// Who makes one, and in which column he stands.
fn founder(around: &mut Surroundings<'_>, table: &Table, guess: &mut Guess, members: &mut MembersSpec) -> Option<()> {
    let founding = table.policies.values().find(|policy| policy.name.ends_with("_create_as_founder"));
    let Some(policy) = founding else {
        members.create = Some(text("service"));
        return Some(());
    };
    for part in alternatives(policy.check.as_deref()?, table).into_iter().flatten() {
        match part {
            Part::Caller { column, id, .. } => {
                members.creator = (!guess.mixed_columns.contains(&column)).then(|| text(&column));
                guess.callers.insert((column, id));
            }
            Part::Condition(sql) => {
                let known = around.groups.iter().find(|(_, known)| **known == sql).map(|(name, _)| name.clone());
                let name = known.unwrap_or_else(|| format!("founders_of_{}", table.name.name));
                around.groups.insert(name.clone(), sql);
                members.create = Some(text(name));
            }
            _ => return None,
        }
    }
    Some(())
}

/// What an owner column that leads to an organization says: which column is carried, and what its members may do where
/// that is not what they may do anyway. Nothing inside: no organization is meant.
pub struct Seated {
    /// The column that is compared.
    pub column: String,
    /// What members may do.
    pub can: Option<OwnerCanSpec>,
}

/// Reads the policies of one owner column, by verb.
pub fn seated(around: &Surroundings<'_>, table: &Table, policies: &BTreeMap<&'static str, &Policy>) -> Option<Seated> {
    let mut verbs = ByVerb::new();
    let mut found = None;
    for (verb, policy) in policies {
        let sql = policy.using.as_deref().or(policy.check.as_deref())?;
        let parts = alternatives(sql, table).into_iter().flatten();
        let seat = parts.into_iter().find_map(|part| seat_of(around.catalog, table, &part))?;
        let tenant = around.tenants.get(&seat.membership.tenant).filter(|tenant| tenant.seats(&seat))?;
        add(&mut verbs, verb, &seat.roles.map(|(_, roles)| roles));
        found = Some((seat.column, tenant));
    }
    let (column, tenant) = found?;
    // of several owners, create is asked for by the first one's policy
    if !verbs.contains_key("create") && table.policies.values().any(|policy| verbs_of(policy.command) == ["create"]) {
        verbs.extend(tenant.can.get_key_value("create").map(|(verb, roles)| (*verb, roles.clone())));
    }
    Some(Seated { column, can: limited(tenant, &verbs) })
}

fn limited(tenant: &Tenant, verbs: &ByVerb) -> Option<OwnerCanSpec> {
    if tenant.role.is_some() {
        let by_role: Entries<CanSpec> = tenant.by_role(verbs);
        return (*verbs != tenant.can).then_some(OwnerCanSpec::ByRole(by_role));
    }
    let words: Vec<&'static str> = verbs.keys().copied().collect();
    (words.len() < 4).then(|| OwnerCanSpec::Verbs(super::tenant::can(&words)))
}
