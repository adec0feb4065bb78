//! What a role needs to reach what it was given: USAGE on schemas and sequences, EXECUTE on functions.

use super::context::Context;
use crate::catalog::{Catalog, Function, Grant, Management, QualifiedName, Schema};
use crate::model::Access;
use std::collections::{BTreeMap, BTreeSet};

/// Adds USAGE and the service's own privileges.
pub fn add(context: &Context<'_>, catalog: &mut Catalog) {
    if catalog.hints.written_privileges {
        return;
    }
    service(context, catalog);
    sequences(context, catalog);
    schemas(catalog);
}

fn grant(role: &str, privilege: &str) -> Grant {
    Grant { role: role.to_owned(), privilege: privilege.to_owned(), ..Grant::default() }
}

fn add_grant(grants: &mut Vec<Grant>, new: Grant) {
    if !grants.contains(&new) {
        grants.push(new);
        grants.sort();
    }
}

/// The service reads every view and calls every function that the author wrote.
fn service(context: &Context<'_>, catalog: &mut Catalog) {
    let service = context.service();
    for view in catalog.views.values_mut().filter(|view| view.management != Management::None) {
        add_grant(&mut view.grants, grant(service, "SELECT"));
    }
    for view in catalog.materialized_views.values_mut() {
        add_grant(&mut view.grants, grant(service, "SELECT"));
    }
    let ours = |function: &&mut Function| !function.compiled && function.management != Management::None;
    for function in catalog.functions.values_mut().filter(ours) {
        add_grant(&mut function.grants, grant(service, "EXECUTE"));
    }
    for sequence in catalog.sequences.values_mut() {
        add_grant(&mut sequence.grants, grant(service, "USAGE"));
        add_grant(&mut sequence.grants, grant(service, "SELECT"));
    }
}

/// Whoever inserts into a table draws on the sequences of its serial columns and of its defaults. An identity needs nothing.
fn sequences(context: &Context<'_>, catalog: &mut Catalog) {
    for sequence in catalog.sequences.values_mut() {
        let owner = sequence.owned_by.iter().map(|(table, _)| table);
        let tables = owner.chain(context.model.draws.get(&sequence.name).into_iter().flatten());
        let grants = tables.filter_map(|table| catalog.tables.get(table)).flat_map(|table| &table.grants);
        for held in grants.filter(|held| held.privilege == "INSERT") {
            add_grant(&mut sequence.grants, grant(&held.role, "USAGE"));
        }
    }
}

/// Whoever has a privilege on something in a schema may use the schema.
fn schemas(catalog: &mut Catalog) {
    let mut users: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut note = |schema: &str, grants: &[Grant]| {
        let roles = grants.iter().map(|grant| grant.role.clone());
        users.entry(schema.to_owned()).or_default().extend(roles);
    };
    // of what is somebody else's nothing is given, and so no way to it
    let tables = catalog.tables.values().filter(|table| table.hints.management != Management::None);
    tables.for_each(|table| note(&table.name.schema, &table.grants));
    let views = catalog.views.values().filter(|view| view.management != Management::None);
    views.for_each(|view| note(&view.name.schema, &view.grants));
    catalog.materialized_views.values().for_each(|view| note(&view.name.schema, &view.grants));
    catalog.sequences.values().for_each(|sequence| note(&sequence.name.schema, &sequence.grants));
    let ours = |function: &&Function| !function.compiled && function.management != Management::None;
    let written = catalog.functions.values().filter(ours);
    written.for_each(|function| note(&function.name.name.schema, &function.grants));
    for (name, roles) in users {
        let schema = catalog.schemas.entry(name.clone()).or_insert_with(|| Schema { name, ..Schema::default() });
        roles
            .iter()
            .filter(|role| *role != "public")
            .for_each(|role| add_grant(&mut schema.grants, grant(role, "USAGE")));
    }
}

/// The author says of a partition himself who may touch it.
fn is_written(context: &Context<'_>, table: &QualifiedName) -> bool {
    context.model.table_named(table).is_some_and(|table| table.access == Some(Access::Written))
}

/// A partition is reached through its table and by nobody directly.
pub fn close_partitions(context: &Context<'_>, catalog: &mut Catalog) {
    let secured: BTreeSet<_> =
        catalog.tables.values().filter(|table| table.row_security).map(|table| table.name.clone()).collect();
    let children: Vec<_> = catalog
        .tables
        .values()
        .filter(|table| table.partition_of.as_ref().is_some_and(|of| secured.contains(&of.parent)))
        .filter(|table| !is_written(context, &table.name))
        .map(|table| table.name.clone())
        .collect();
    for name in children {
        if let Some(table) = catalog.tables.get_mut(&name) {
            table.row_security = true;
            let mut taken = table.policies.keys().cloned().collect();
            let policy = super::policy::of_service(context, &name.name, &mut taken);
            table.policies.extend(policy.map(|policy| (policy.name.clone(), policy)));
            for privilege in ["DELETE", "INSERT", "SELECT", "UPDATE"] {
                add_grant(&mut table.grants, grant(context.service(), privilege));
            }
        }
    }
}
