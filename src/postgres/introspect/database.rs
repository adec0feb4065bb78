//! Schemas, extensions, roles, default privileges, publications.

use super::grant::{GrantRow, grants};
use super::{Failure, Reader};
use crate::catalog::{
    Catalog, DefaultPrivilege, Extension, Grant, Publication, QualifiedName, Role, Schema, quote_identifier,
};
use serde::Deserialize;
use std::collections::BTreeSet;

#[derive(Deserialize)]
struct SchemaRow {
    name: String,
    comment: Option<String>,
    grants: Option<Vec<GrantRow>>,
}

#[derive(Deserialize)]
struct ExtensionRow {
    name: String,
    schema: String,
    version: String,
}

#[derive(Deserialize)]
struct RoleRow {
    name: String,
    bypass: bool,
    login: bool,
    may_become: Option<Vec<String>>,
}

#[derive(Deserialize)]
struct DefaultPrivilegeRow {
    owner: String,
    schema: Option<String>,
    objects: String,
    grants: Option<Vec<GrantRow>>,
    closed: bool,
}

#[derive(Deserialize)]
struct PublicationRow {
    name: String,
    all_tables: bool,
    operations: Vec<Option<String>>,
    tables: Option<Vec<(String, String, String)>>,
}

pub fn read(reader: &mut Reader<'_>, catalog: &mut Catalog) -> Result<(), Failure> {
    for row in reader.rows::<SchemaRow>(include_str!("../queries/schema.sql"))? {
        let schema =
            Schema { name: row.name.clone(), grants: grants(row.grants, None), comment: row.comment, unmanaged: false };
        catalog.schemas.insert(row.name, schema);
    }
    for row in reader.rows::<ExtensionRow>(include_str!("../queries/extension.sql"))? {
        let extension = Extension { name: row.name.clone(), schema: Some(row.schema), version: Some(row.version) };
        catalog.extensions.insert(row.name, extension);
    }
    for row in reader.rows::<RoleRow>(include_str!("../queries/role.sql"))? {
        let role = Role {
            name: row.name.clone(),
            bypass_row_security: row.bypass,
            may_become: row.may_become.unwrap_or_default(),
            logs_in: row.login,
            unmanaged: false,
        };
        catalog.roles.insert(row.name, role);
    }
    for row in reader.rows(include_str!("../queries/default_privilege.sql"))? {
        catalog.default_privileges.extend(default_privileges(row));
    }
    catalog.default_privileges.sort();
    for row in reader.rows(include_str!("../queries/publication.sql"))? {
        let publication = publication(row);
        catalog.publications.insert(publication.name.clone(), publication);
    }
    Ok(())
}

fn default_privileges(row: DefaultPrivilegeRow) -> Vec<DefaultPrivilege> {
    let closed = Grant { role: "public".to_owned(), ..Grant::default() };
    let list = grants(row.grants, None).into_iter().chain(row.closed.then_some(closed));
    let (owner, schema, objects) = (&row.owner, &row.schema, &row.objects);
    list.map(|grant| DefaultPrivilege { owner: owner.clone(), schema: schema.clone(), objects: objects.clone(), grant })
        .collect()
}

fn publication(row: PublicationRow) -> Publication {
    let whole = row.operations.iter().all(Option::is_some);
    let operations: Vec<String> = row.operations.into_iter().flatten().collect();
    let tables = row.tables.into_iter().flatten();
    Publication {
        name: row.name,
        all_tables: row.all_tables,
        tables: tables.map(|(schema, name, rest)| (QualifiedName { schema, name }, rest.trim().to_owned())).collect(),
        publish: (!whole).then(|| operations.join(", ")),
    }
}

/// Drops the roles that nothing in the catalog names.
pub fn keep_named_roles(catalog: &mut Catalog) {
    let mut named: BTreeSet<String> = BTreeSet::new();
    let granted = |grants: &[Grant]| grants.iter().map(|grant| grant.role.clone()).collect::<Vec<_>>();
    catalog.schemas.values().for_each(|schema| named.extend(granted(&schema.grants)));
    catalog.functions.values().for_each(|function| named.extend(granted(&function.grants)));
    catalog.enums.values().for_each(|found| named.extend(granted(&found.grants)));
    catalog.domains.values().for_each(|found| named.extend(granted(&found.grants)));
    catalog.composites.values().for_each(|found| named.extend(granted(&found.grants)));
    catalog.ranges.values().for_each(|found| named.extend(granted(&found.grants)));
    catalog.sequences.values().for_each(|sequence| named.extend(granted(&sequence.grants)));
    catalog.views.values().for_each(|view| named.extend(granted(&view.grants)));
    catalog.materialized_views.values().for_each(|view| named.extend(granted(&view.grants)));
    for table in catalog.tables.values() {
        named.extend(granted(&table.grants));
        named.extend(table.policies.values().flat_map(|policy| policy.roles.iter().cloned()));
    }
    for default in &catalog.default_privileges {
        named.extend([default.owner.clone(), default.grant.role.clone()]);
    }
    let raw: Vec<String> = catalog.raw.iter().map(|raw| raw.up.clone()).collect();
    let in_raw = |role: &str| {
        let quoted = quote_identifier(role);
        [" to", " for", ","].iter().any(|word| raw.iter().any(|sql| sql.contains(&format!("{word} {quoted}"))))
    };
    catalog.roles.retain(|name, _| named.contains(name) || in_raw(name));
}
