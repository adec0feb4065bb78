//! What is certain of tables whose policies are kept as they are: `owner`, `allow` and `members` beside
//! `access: written`. Certain is what was made of the keys alone on a server, was printed by it, and lets the same
//! callers at the same rows as the policies that are there.

use super::candidate::{Candidate, Keys, compiled, with, written};
use super::canonical::access;
use super::proposal::{self, Tenants};
use super::tenant::tenants;
use crate::catalog::{Catalog, QualifiedName};
use crate::compile::compile;
use crate::source::Sources;
use crate::spec::lift::Lifted;
use crate::spec::{Spec, TableSpec};
use std::collections::BTreeSet;

/// Adds the keys that are certain to the model; the tables that got some.
pub fn beside(
    live: &Catalog,
    lifted: &mut Lifted,
    build: &dyn Fn(&Catalog) -> Option<Catalog>,
) -> BTreeSet<QualifiedName> {
    let tenants = tenants(live);
    let mut candidate = candidate(live, &tenants, lifted);
    let Some(made) = compiled(live, lifted, &mut candidate).and_then(|made| build(&made.catalog)) else {
        return BTreeSet::new();
    };
    let same = |name: &QualifiedName| {
        let pair = live.tables.get(name).zip(made.tables.get(name));
        pair.is_some_and(|(wanted, made_table)| access(live, wanted) == access(&made, made_table))
    };
    let owned = candidate.iter().filter(|(name, keys)| matches!(keys, Keys::Instead(_)) && same(name));
    let owned: BTreeSet<QualifiedName> = owned.map(|(name, _)| name.clone()).collect();
    let needed = needed(live, &tenants, &owned);
    let certain: Candidate = candidate
        .into_iter()
        .filter(|(name, _)| owned.contains(name) || needed.contains(name))
        .filter_map(|(name, keys)| Some((name, stands_beside(keys)?)))
        .collect();
    let spec = with(lifted, &certain);
    if certain.is_empty() || !changes_nothing(&lifted.spec, &spec) {
        return BTreeSet::new();
    }
    lifted.spec = spec;
    certain.into_keys().collect()
}

/// The keys of every written table in place of what is written, and `members` of organizations beside it.
fn candidate(live: &Catalog, tenants: &Tenants, lifted: &Lifted) -> Candidate {
    let keys = |table: &crate::catalog::Table| {
        let name = table.name.clone();
        match tenants.get(&name) {
            Some(tenant) => {
                let keys = TableSpec { members: Some(tenant.members()), ..TableSpec::default() };
                Some((name, Keys::Beside(keys)))
            }
            None => Some((name, Keys::Instead(proposal::proposal(live, tenants, table)?))),
        }
    };
    written(live, lifted).filter_map(keys).collect()
}

/// Organizations whose members own rows of these tables.
fn needed(live: &Catalog, tenants: &Tenants, owned: &BTreeSet<QualifiedName>) -> BTreeSet<QualifiedName> {
    let tables = owned.iter().filter_map(|name| live.tables.get(name));
    let keys = tables.filter_map(|table| proposal::Keys::read(live, tenants, table));
    keys.flat_map(|keys| keys.led_to().cloned().collect::<Vec<_>>()).collect()
}

/// Nothing, where the keys say no more than that everybody is kept out.
fn stands_beside(keys: Keys) -> Option<Keys> {
    let (Keys::Instead(keys) | Keys::Beside(keys)) = keys;
    let says = keys.owner.is_some() || keys.members.is_some() || !keys.allow.is_empty();
    says.then_some(Keys::Beside(keys))
}

/// Both compile to the same objects.
fn changes_nothing(before: &Spec, after: &Spec) -> bool {
    let made = |spec: &Spec| {
        let mut sources = Sources::default();
        sources.add("import", crate::spec::format(spec));
        compile(&sources).0.map(|compiled| compiled.catalog)
    };
    made(before).zip(made(after)).is_some_and(|(before, after)| crate::diff::between(&before, &after).is_empty())
}
