//! What to write in place of policies that are kept as they are: keys that give the same access by the safe forms, and
//! that the model compiles with.

use super::candidate::{Candidate, Keys, compiled, written};
use super::organization::organization;
use super::proposal::{Tenants, proposal};
use super::tenant::tenants;
use crate::catalog::{Catalog, QualifiedName};
use crate::spec::lift::Lifted;
use crate::spec::{TableSpec, format_table};
use std::collections::BTreeMap;

/// What could be written of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proposed {
    /// Keys, a line each or more.
    Keys(Vec<String>),
    /// The same, of a table with members.
    Organization(Vec<String>),
    /// Nothing: what it holds are the members of this table.
    MembersOf(QualifiedName),
}

/// For each written table what could stand there, where all is certain and the model compiles with it.
pub fn proposals(catalog: &Catalog, lifted: &Lifted) -> BTreeMap<QualifiedName, Proposed> {
    let tenants = tenants(catalog);
    let mut candidate: Candidate = written(catalog, lifted)
        .filter_map(|table| Some((table.name.clone(), Keys::Instead(proposal(catalog, &tenants, table)?))))
        .collect();
    let organizations = tenants.values().filter_map(|tenant| Some((tenant, organization(catalog, &tenants, tenant)?)));
    for (tenant, keys) in organizations {
        candidate.insert(tenant.membership.tenant.clone(), Keys::Instead(keys));
        candidate.insert(tenant.membership.table.clone(), Keys::Instead(TableSpec::default()));
    }
    // both tables or none
    loop {
        let before = candidate.len();
        if compiled(catalog, lifted, &mut candidate).is_none() {
            return BTreeMap::new();
        }
        pairs(&tenants, &mut candidate);
        if candidate.len() == before {
            break;
        }
    }
    candidate.into_iter().map(|(name, keys)| (name.clone(), shown(&tenants, name, &keys))).collect()
}

/// An organization without its memberships has no proposal, nor they without it.
fn pairs(tenants: &Tenants, candidate: &mut Candidate) {
    for tenant in tenants.values() {
        let both = [&tenant.membership.tenant, &tenant.membership.table];
        if !both.iter().all(|name| candidate.contains_key(*name)) {
            both.iter().for_each(|name| drop(candidate.remove(*name)));
        }
    }
}

fn shown(tenants: &Tenants, name: QualifiedName, keys: &Keys) -> Proposed {
    let (Keys::Instead(keys) | Keys::Beside(keys)) = keys;
    let lines = format_table(keys).lines().map(str::to_owned).collect();
    match tenants.values().find(|tenant| tenant.membership.table == name) {
        Some(tenant) => Proposed::MembersOf(tenant.membership.tenant.clone()),
        None if keys.members.is_some() => Proposed::Organization(lines),
        None => Proposed::Keys(lines),
    }
}
