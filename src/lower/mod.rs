//! Model and ownership to catalog: the one place where policies, privileges, helpers and carried
//! columns are derived, so that no back end decides security.
//!
//! `access` collects the rules of a table, one file each says what a word of the model gives; `policy`,
//! `privilege` and `guard` turn rules into what PostgreSQL holds.

pub mod access;
mod allow;
mod audit;
mod carry;
mod condition;
mod context;
mod founding;
mod guard;
mod helper;
mod immutable;
mod last_member;
mod membership;
mod names;
mod narrow;
mod owner;
mod part;
mod platform;
mod policy;
mod privilege;
mod rule;
mod same_owner;
mod tenant;
#[cfg(test)]
mod tests;
mod trigger;
mod usage;
mod words;

pub use condition::Condition;
pub use context::Context;
pub use rule::{Origin, Rule};

use crate::catalog::{Catalog, Management, ObjectName, Schema};
use crate::model::{Access, Model, Table};
use crate::ownership::Ownership;
use helper::Helpers;
use part::Part;
use std::collections::BTreeSet;

/// The catalog that a model means. Cannot fail: whatever is wrong was said before.
pub fn catalog(model: &Model, ownership: &Ownership) -> Catalog {
    secured(model, ownership, model.base.clone())
}

/// What a model has written, for [`secured`]. Its tables, most of it, are taken and not copied.
pub fn taken_base(model: &mut Model) -> Catalog {
    let tables = std::mem::take(&mut model.base.tables);
    Catalog { tables, ..model.base.clone() }
}

/// What a model has written, and what it means besides.
pub fn secured(model: &Model, ownership: &Ownership, catalog: Catalog) -> Catalog {
    let context = Context::new(model, ownership);
    let (mut catalog, helpers) = Part::whole(catalog, &model.tables, |table, part| secure(&context, table, part));
    usage::close_partitions(&context, &mut catalog);
    audit::add(&context, &mut catalog);
    catalog.functions.extend(helpers.functions(&context));
    private_schema(&mut catalog);
    order(&context, &helpers, &mut catalog);
    usage::add(&context, &mut catalog);
    catalog
}

/// Row security, policies and privileges of one table.
fn secure(context: &Context<'_>, table: &Table, part: &mut Part) {
    let Part { catalog, helpers, .. } = part;
    let Some(object) = catalog.tables.get_mut(&table.name) else { return };
    let rules = access::of(context, table.id);
    let ours = table.management == Management::Full || !rules.is_empty() || table.raw_policies;
    if table.management == Management::None || !ours {
        return;
    }
    object.hints.access = words::of(context, table, &rules);
    if table.access == Some(Access::Written) {
        return;
    }
    privilege::add(context, table, &rules, &object.policies, &mut object.grants);
    if table.access == Some(Access::Open) {
        object.hints.open = true;
        return;
    }
    object.row_security = true;
    policy::add(context, table, &rules, &mut object.policies, helpers);
    immutable::add(context, table, &rules, catalog);
    guard::add(context, table, &rules, catalog, helpers);
    carry::add(context, table, part);
    same_owner::add(context, table, part);
    founding::add(context, table, &mut part.catalog);
    last_member::add(context, table, &mut part.catalog);
}

/// The schema of helpers, when there are any.
fn private_schema(catalog: &mut Catalog) {
    if catalog.functions.values().any(|function| function.compiled) {
        let name = context::PRIVATE.to_owned();
        catalog.schemas.entry(name.clone()).or_insert_with(|| Schema { name, ..Schema::default() });
    }
}

/// Places what was added in the order of creation: helpers after the tables that they read, each after those
/// that it calls. Trigger functions are not looked into before they run: they follow by name.
fn order(context: &Context<'_>, helpers: &Helpers, catalog: &mut Catalog) {
    let known: BTreeSet<ObjectName> = catalog.hints.order.iter().cloned().collect();
    let schemas = catalog.schemas.values().filter(|schema| !schema.unmanaged);
    let mut added: Vec<ObjectName> = schemas.map(|schema| ObjectName::Schema(schema.name.clone())).collect();
    added.extend(catalog.tables.keys().cloned().map(ObjectName::Table));
    added.extend(helpers.names(context).into_iter().map(ObjectName::Function));
    let compiled = catalog.functions.values().filter(|function| function.compiled);
    added.extend(compiled.map(|function| ObjectName::Function(function.name.clone())));
    let mut placed = known;
    added.retain(|name| placed.insert(name.clone()));
    let (schemas, rest): (Vec<_>, Vec<_>) = added.into_iter().partition(|name| matches!(name, ObjectName::Schema(_)));
    catalog.hints.order.splice(0..0, schemas);
    catalog.hints.order.extend(rest);
}
