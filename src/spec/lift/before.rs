//! What was there before the model: subtracted from what a server holds now, and mentioned where the model adds to it.

use super::names::key;
use super::{Lift, text};
use crate::catalog::{Catalog, Grant, Named, ObjectName, QualifiedName, SUPABASE_SCHEMAS, Table};
use crate::source::{Span, Spanned};
use crate::spec::{ManagedSpec, TableSpec, Target};
use std::collections::BTreeSet;

/// The catalog without what a new database of this kind has. Tables that were there stay, to be referred to, with
/// nothing but what was added to them.
pub(super) fn without(live: &Catalog, before: &Catalog, target: Target) -> Catalog {
    let mut rest = live.clone();
    let provided = |schema: &str| target == Target::Supabase && SUPABASE_SCHEMAS.contains(&schema);
    let was = |name: &QualifiedName| provided(&name.schema);
    schemas(&mut rest, before, provided);
    rest.roles.retain(|name, _| !before.roles.contains_key(name));
    rest.extensions
        .retain(|name, extension| before.extensions.get(name).is_none_or(|known| known.schema != extension.schema));
    rest.enums.retain(|name, _| !was(name) && !before.enums.contains_key(name));
    rest.domains.retain(|name, _| !was(name) && !before.domains.contains_key(name));
    rest.composites.retain(|name, _| !was(name) && !before.composites.contains_key(name));
    rest.ranges.retain(|name, _| !was(name) && !before.ranges.contains_key(name));
    rest.sequences.retain(|name, _| !was(name) && !before.sequences.contains_key(name));
    rest.functions.retain(|name, _| !was(&name.name) && !before.functions.contains_key(name));
    rest.views.retain(|name, _| !was(name) && !before.views.contains_key(name));
    rest.materialized_views.retain(|name, _| !was(name) && !before.materialized_views.contains_key(name));
    rest.default_privileges.retain(|found| !before.default_privileges.contains(found));
    rest.raw.retain(|found| !before.raw.contains(found));
    for table in rest.tables.values_mut() {
        let known = before.tables.get(&table.name);
        if known.is_some() || was(&table.name) {
            only_added(table, known, provided);
        }
    }
    rest
}

fn schemas(rest: &mut Catalog, before: &Catalog, provided: impl Fn(&str) -> bool) {
    for schema in rest.schemas.values_mut() {
        if let Some(known) = before.schemas.get(&schema.name) {
            let lost: Vec<Grant> =
                known.grants.iter().filter(|grant| !schema.grants.contains(grant)).cloned().collect();
            // what was taken away is for whoever looks at the schema to say
            if lost.is_empty() && schema.name != super::names::DEFAULT_SCHEMA {
                schema.grants.retain(|grant| !known.grants.contains(grant));
            }
        }
    }
    rest.schemas.retain(|name, schema| {
        let known = before.schemas.get(name);
        let same = known.is_some_and(|known| known == schema || schema.grants.is_empty());
        !(same || provided(name) && schema.grants.is_empty() || provided(name) && known.is_none())
    });
}

/// Leaves of somebody else's table what was added to it. Its own triggers call functions of its own.
fn only_added(table: &mut Table, known: Option<&Table>, provided: impl Fn(&str) -> bool) {
    let old = known.cloned().unwrap_or_default();
    let triggers = table
        .triggers
        .iter()
        .filter(|(name, trigger)| !old.triggers.contains_key(*name) && !provided(&trigger.function.schema));
    table.triggers = triggers.map(|(name, trigger)| (name.clone(), trigger.clone())).collect::<Named<_>>();
    let policies = table.policies.iter().filter(|(name, policy)| old.policies.get(*name) != Some(policy));
    table.policies = policies.map(|(name, policy)| (name.clone(), policy.clone())).collect::<Named<_>>();
    table.grants.retain(|grant| known.is_some() && !old.grants.contains(grant));
}

/// Tables that were there before.
pub(super) fn tables(live: &Catalog, before: &Catalog, target: Target) -> BTreeSet<QualifiedName> {
    let provided = |schema: &str| target == Target::Supabase && SUPABASE_SCHEMAS.contains(&schema);
    let was = |name: &&QualifiedName| provided(&name.schema) || before.tables.contains_key(name);
    live.tables.keys().filter(was).cloned().collect()
}

impl Lift<'_> {
    /// What was added to a table that was there before.
    pub(super) fn added(&mut self, table: &Table) {
        for (name, mut trigger) in self.triggers_of(&table.name, &table.triggers) {
            trigger.table = Some(text(key(&table.name)));
            self.spec.triggers.push((name, trigger));
        }
        if !table.policies.is_empty() {
            let spec = TableSpec {
                managed: Some(Spanned::new(ManagedSpec::Partly, Span::default())),
                policies: table.policies.values().map(|found| self.policy(&table.name, found)).collect(),
                ..TableSpec::default()
            };
            self.origin("tables", ObjectName::Table(table.name.clone()));
            self.spec.tables.push((text(key(&table.name)), spec));
            self.lifted("policies of", &table.name);
        }
        self.grants("table", key(&table.name), &table.grants);
    }
}
