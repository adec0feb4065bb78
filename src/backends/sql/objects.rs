//! Every object in the order in which it is made.

use crate::backends::psql::call::text;
use crate::catalog::{Catalog, ObjectName, QualifiedName, quote_identifier};
use std::collections::BTreeSet;

/// The model's order; what it does not name follows by kind, so that a catalog made by hand works as well.
pub fn ordered(catalog: &Catalog) -> Vec<ObjectName> {
    let mut list = catalog.hints.order.clone();
    let known: BTreeSet<&ObjectName> = catalog.hints.order.iter().collect();
    let rest: Vec<ObjectName> = every(catalog).filter(|name| !known.contains(name)).collect();
    list.extend(rest);
    list
}

fn every(catalog: &Catalog) -> impl Iterator<Item = ObjectName> {
    let schemas = catalog.schemas.keys().cloned().map(ObjectName::Schema);
    let extensions = catalog.extensions.keys().cloned().map(ObjectName::Extension);
    let enums = catalog.enums.keys().cloned().map(ObjectName::Enum);
    let domains = catalog.domains.keys().cloned().map(ObjectName::Domain);
    let composites = catalog.composites.keys().cloned().map(ObjectName::Composite);
    let ranges = catalog.ranges.keys().cloned().map(ObjectName::Range);
    let sequences = catalog.sequences.keys().cloned().map(ObjectName::Sequence);
    let partitioned = catalog.tables.values().filter(|table| table.partition_of.is_none());
    let partitions = catalog.tables.values().filter(|table| table.partition_of.is_some());
    let tables = partitioned.chain(partitions).map(|table| ObjectName::Table(table.name.clone()));
    let functions = catalog.functions.keys().cloned().map(ObjectName::Function);
    let views = catalog.views.keys().cloned().map(ObjectName::View);
    let materialized = catalog.materialized_views.keys().cloned().map(ObjectName::MaterializedView);
    let types = enums.chain(domains).chain(composites).chain(ranges).chain(sequences);
    schemas.chain(extensions).chain(types).chain(functions).chain(tables).chain(views).chain(materialized)
}

/// Every object, as the ledger calls it.
pub fn named(catalog: &Catalog) -> Vec<String> {
    let types = catalog.enums.keys().chain(catalog.domains.keys()).chain(catalog.composites.keys());
    let relations = catalog.tables.keys().chain(catalog.views.keys()).chain(catalog.materialized_views.keys());
    let named = types.chain(catalog.ranges.keys()).chain(catalog.sequences.keys()).chain(relations);
    let functions = catalog.functions.values().map(|function| function.name.sql());
    let raw = catalog.raw.iter().map(|raw| raw.name.clone());
    let publications = catalog.publications.keys().map(|name| quote_identifier(name));
    let names = named.map(QualifiedName::sql).chain(functions).chain(raw).chain(publications);
    names.map(|name| text(&name)).collect()
}
