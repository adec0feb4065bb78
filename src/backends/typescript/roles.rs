//! What the callers of a role may see and do, from the privileges on tables, columns and functions.

use super::collation;
use super::context::{Role, RoleRelation, RoleSchema};
use super::functions::{Callable, callable};
use super::spelling::{key, literal};
use crate::catalog::{Catalog, Column, Grant, QualifiedName};
use minijinja::Value;
use std::collections::BTreeSet;

/// `SignedIn` and `Anonymous`, where the model names the roles.
pub fn roles(catalog: &Catalog, schemas: &[String]) -> Vec<Role> {
    let hints = &catalog.hints;
    let named =
        [("SignedIn", "a signed-in caller", &hints.signed_in), ("Anonymous", "an anonymous caller", &hints.anonymous)];
    named
        .into_iter()
        .filter(|(_, _, role)| !role.is_empty())
        .map(|(name, who, role)| Role {
            name: name.to_owned(),
            doc: format!("What {who} may read, insert and update: `createClient<{name}>(…)`."),
            schemas: schemas.iter().map(|schema| role_schema(catalog, schema, role)).collect(),
        })
        .collect()
}

fn role_schema(catalog: &Catalog, schema: &str, role: &str) -> RoleSchema {
    let callable = callable(catalog, schema);
    let callable: Vec<&Callable> =
        callable.iter().filter(|function| may_execute(&function.function.grants, role)).collect();
    let relation = |name: &QualifiedName, columns: &[Column], grants: &[Grant]| {
        self::relation(name, columns, grants, role, &callable)
    };
    let tables = catalog.tables.values().filter(|table| table.name.schema == schema);
    let tables = tables.map(|table| relation(&table.name, &table.columns, &table.grants));
    let views = catalog.views.values().filter(|view| view.name.schema == schema);
    let views = views.map(|view| relation(&view.name, &catalog.view_columns(&view.name), &view.grants));
    let materialized = catalog.materialized_views.values().filter(|view| view.name.schema == schema);
    let materialized = materialized.map(|view| relation(&view.name, &catalog.view_columns(&view.name), &view.grants));
    RoleSchema {
        key: key(schema),
        name: literal(schema),
        tables: in_order(tables.flatten()),
        views: in_order(views.chain(materialized).flatten()),
        functions: union(&callable.iter().map(|function| name_of(function)).collect()),
    }
}

fn in_order(relations: impl Iterator<Item = (String, RoleRelation)>) -> Vec<Value> {
    let mut relations: Vec<_> = relations.collect();
    relations.sort_by_cached_key(|(name, _)| collation::key(name));
    relations.into_iter().map(|(_, relation)| relation.into()).collect()
}

/// A relation that the role may touch at all.
fn relation(
    name: &QualifiedName,
    columns: &[Column],
    grants: &[Grant],
    role: &str,
    callable: &[&Callable],
) -> Option<(String, RoleRelation)> {
    let granted = |privilege| columns_granted(columns, grants, role, privilege);
    let (mut read, create, change) = (granted("SELECT"), granted("INSERT"), granted("UPDATE"));
    if read.is_empty() && create.is_empty() && change.is_empty() {
        return None;
    }
    if !read.is_empty() {
        let computed = callable.iter().filter(|function| function.is_computed_field_of(name));
        read.extend(computed.map(|function| name_of(function)));
    }
    let relation = RoleRelation {
        key: key(&name.name).into(),
        name: literal(&name.name).into(),
        read: union(&read).into(),
        create: union(&create).into(),
        change: union(&change).into(),
    };
    Some((name.name.clone(), relation))
}

fn columns_granted(columns: &[Column], grants: &[Grant], role: &str, privilege: &str) -> BTreeSet<String> {
    let held: Vec<&Grant> = grants.iter().filter(|grant| grant.privilege == privilege && is_for(grant, role)).collect();
    let is_held =
        |column: &&Column| held.iter().any(|grant| grant.columns.is_empty() || grant.columns.contains(&column.name));
    columns.iter().filter(is_held).map(|column| column.name.clone()).collect()
}

fn is_for(grant: &Grant, role: &str) -> bool {
    grant.role == role || grant.role == "public"
}

fn name_of(function: &Callable) -> String {
    function.function.name.name.name.clone()
}

fn may_execute(grants: &[Grant], role: &str) -> bool {
    grants.iter().any(|grant| grant.privilege == "EXECUTE" && is_for(grant, role))
}

fn union(names: &BTreeSet<String>) -> String {
    super::types::union(&names.iter().cloned().collect::<Vec<_>>())
}
