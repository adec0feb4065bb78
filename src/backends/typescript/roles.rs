//! What the callers of a role may see and do, from the privileges on tables, columns and functions.

use super::collation;
use super::context::{Role, RoleRelation, RoleSchema};
use super::functions::callable;
use super::spelling::{key, literal};
use crate::catalog::{Catalog, Column, Grant};
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
    let tables = catalog.tables.values().filter(|table| table.name.schema == schema);
    let tables = tables.map(|table| relation(catalog, &table.name.name, &table.columns, &table.grants, role, schema));
    let views = catalog.views.values().filter(|view| view.name.schema == schema);
    let views = views
        .map(|view| relation(catalog, &view.name.name, &catalog.view_columns(&view.name), &view.grants, role, schema));
    let materialized = catalog.materialized_views.values().filter(|view| view.name.schema == schema);
    let materialized = materialized
        .map(|view| relation(catalog, &view.name.name, &catalog.view_columns(&view.name), &view.grants, role, schema));
    RoleSchema {
        key: key(schema),
        name: literal(schema),
        tables: in_order(tables.flatten()),
        views: in_order(views.chain(materialized).flatten()),
        functions: functions(catalog, schema, role),
    }
}

fn in_order(relations: impl Iterator<Item = (String, RoleRelation)>) -> Vec<RoleRelation> {
    let mut relations: Vec<_> = relations.collect();
    relations.sort_by_cached_key(|(name, _)| collation::key(name));
    relations.into_iter().map(|(_, relation)| relation).collect()
}

/// A relation that the role may touch at all.
fn relation(
    catalog: &Catalog,
    name: &str,
    columns: &[Column],
    grants: &[Grant],
    role: &str,
    schema: &str,
) -> Option<(String, RoleRelation)> {
    let granted = |privilege| columns_granted(columns, grants, role, privilege);
    let (mut read, create, change) = (granted("SELECT"), granted("INSERT"), granted("UPDATE"));
    if read.is_empty() && create.is_empty() && change.is_empty() {
        return None;
    }
    if !read.is_empty() {
        read.extend(computed_fields(catalog, schema, name, role));
    }
    let relation = RoleRelation {
        key: key(name),
        name: literal(name),
        read: union(&read),
        create: union(&create),
        change: union(&change),
    };
    Some((name.to_owned(), relation))
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

fn computed_fields(catalog: &Catalog, schema: &str, relation: &str, role: &str) -> Vec<String> {
    let relation = crate::catalog::QualifiedName::new(schema, relation);
    callable(catalog, schema)
        .iter()
        .filter(|function| function.is_computed_field_of(&relation) && may_execute(&function.function.grants, role))
        .map(|function| function.function.name.name.name.clone())
        .collect()
}

fn functions(catalog: &Catalog, schema: &str, role: &str) -> String {
    let found = callable(catalog, schema);
    let named = found.iter().filter(|function| may_execute(&function.function.grants, role));
    union(&named.map(|function| function.function.name.name.name.clone()).collect())
}

fn may_execute(grants: &[Grant], role: &str) -> bool {
    grants.iter().any(|grant| grant.privilege == "EXECUTE" && is_for(grant, role))
}

fn union(names: &BTreeSet<String>) -> String {
    super::types::union(&names.iter().cloned().collect::<Vec<_>>())
}
