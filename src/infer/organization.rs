//! `members:` of an organization with all that it says of the organization's own row and of the memberships: where the
//! policies of both tables have words for it.

use super::canonical::{Term, term};
use super::compiled::verbs_of;
use super::condition::alternatives;
use super::membership::seat;
use super::proposal::{Keys, Tenants};
use super::tenant::{ByVerb, Roles, Tenant, add};
use super::text;
use crate::catalog::{Catalog, Policy, Table};
use crate::source::{Span, Spanned};
use crate::spec::TableSpec;
use std::collections::BTreeSet;

/// The keys of the organization's table.
pub fn organization(catalog: &Catalog, tenants: &Tenants, tenant: &Tenant) -> Option<TableSpec> {
    let table = catalog.tables.get(&tenant.membership.tenant)?;
    let memberships = catalog.tables.get(&tenant.membership.table)?;
    let keys = Keys::read(catalog, tenants, table)?;
    let managers = managers(catalog, tenant, memberships)?;
    let mut members = tenant.members();
    if tenant.role.is_some() {
        members.self_can = Some(tenant.by_role(&keys.own));
        let managers = managers.unwrap_or_else(|| tenant.roles.iter().cloned().collect());
        let managers = tenant.ordered(&managers).iter().map(text).collect();
        members.manage = Some(Spanned::new(managers, Span::default()));
    } else if managers.is_some() || !every_member(&keys.own) {
        // without roles all may do everything
        return None;
    }
    members.creator = keys.creator.as_ref().map(text);
    members.create = keys.creator.is_none().then(|| text("service"));
    let rest = keys.spec()?;
    Some(TableSpec { members: Some(members), owner: rest.owner, allow: rest.allow, ..TableSpec::default() })
}

fn every_member(own: &ByVerb) -> bool {
    ["read", "update", "delete"].iter().all(|verb| own.get(verb).is_some_and(Option::is_none))
}

/// Who adds, changes and removes members; nothing, where the policies of the memberships say what has no words.
fn managers(catalog: &Catalog, tenant: &Tenant, table: &Table) -> Option<Roles> {
    if !table.row_security || table.force_row_security {
        return None;
    }
    let mut by_seat = ByVerb::new();
    let mut reads = false;
    for policy in table.policies.values() {
        let verbs = verbs_of(policy.command);
        for asked in asked(catalog, table, policy)? {
            let found = seat(catalog, table, &asked).filter(|seat| tenant.seats(seat) && seat.hops == 0);
            match (found, &asked) {
                (Some(seat), _) => {
                    let roles = seat.roles.map(|(_, roles)| roles);
                    verbs.iter().for_each(|verb| add(&mut by_seat, verb, &roles));
                }
                // whoever may add himself is a member of everything: there is no word for that
                (None, Term::Caller { column, .. })
                    if *column == tenant.membership.user && !verbs.contains(&"create") => {}
                _ => return None,
            }
            reads |= verbs.contains(&"read");
        }
    }
    let mut writes = ["create", "update", "delete"].iter().filter_map(|verb| by_seat.get(verb));
    let first = writes.next().cloned().unwrap_or_else(|| Some(BTreeSet::new()));
    (reads && writes.all(|roles| *roles == first)).then_some(first)
}

/// The one thing that each alternative of a policy asks.
fn asked(catalog: &Catalog, table: &Table, policy: &Policy) -> Option<Vec<Term>> {
    let signed_in = policy.roles.iter().all(|role| matches!(role.as_str(), "authenticated" | "public"));
    let sql = policy.using.as_deref().or(policy.check.as_deref())?;
    let same = policy.using.is_none() || policy.check.is_none() || policy.using == policy.check;
    if policy.restrictive || !signed_in || !same {
        return None;
    }
    let one = |parts: Vec<super::condition::Part>| match parts.as_slice() {
        [part] => term(catalog, table, part, "authenticated"),
        _ => None,
    };
    alternatives(sql, table).into_iter().map(one).collect()
}
