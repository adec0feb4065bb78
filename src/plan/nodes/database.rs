//! Schemas, extensions, roles, default privileges, publications, raw SQL.

use super::{Node, Nodes, commented, schema};
use crate::catalog::{Catalog, Publication, QualifiedName, RawPhase, RawSql, Role, ddl, quote_identifier};
use crate::diff::{Object, Owner, default_privilege, raw_object};
use crate::plan::privilege;

pub fn add(nodes: &mut Nodes, catalog: &Catalog) {
    for role in catalog.roles.values() {
        nodes.add(
            of_database("role", &role.name),
            Node { create: vec![role_if_missing(role, catalog.hints.needs_bypass(role))], ..Node::default() },
        );
    }
    for found in catalog.schemas.values() {
        let (object, name) = (schema(&found.name), quote_identifier(&found.name));
        let create = std::iter::once(format!("create schema {name}"))
            .chain(commented("schema", &name, found.comment.as_ref()))
            .chain(nodes.closing("schema", &name, "", &found.grants));
        let drop = Some(format!("drop schema {name}"));
        let node = Node { rank: 1, create: create.collect(), drop, data: true, ..Node::default() };
        nodes.add(object.clone(), node);
        nodes.grant(&object, "schema", &name, &Owner::Schema(found.name.clone()), &found.grants);
    }
    for found in catalog.extensions.values() {
        let needs = found.schema.iter().map(|name| schema(name)).collect();
        let drop = Some(format!("drop extension {}", quote_identifier(&found.name)));
        let node = Node { rank: 2, needs, create: vec![ddl::create_extension(found)], drop, ..Node::default() };
        nodes.add(of_database("extension", &found.name), node);
    }
    for found in &catalog.default_privileges {
        let node = Node {
            rank: 22,
            needs: found.schema.iter().map(|name| schema(name)).collect(),
            create: vec![privilege::default(found, true)],
            drop: Some(privilege::default(found, false)),
            ..Node::default()
        };
        nodes.add(of_database("default privilege", &default_privilege(found)), node);
    }
    catalog.publications.values().for_each(|found| publication(nodes, found));
    catalog.raw.iter().for_each(|found| raw(nodes, found));
}

fn of_database(kind: &'static str, name: &str) -> Object {
    Object { kind, name: name.to_owned(), of: Owner::Database }
}

/// Roles belong to the cluster: what another database needs is left as it is.
fn role_if_missing(role: &Role, bypass_needed: bool) -> String {
    let name = crate::catalog::quote_literal(&role.name);
    let create = format!("create role {} nologin", quote_identifier(&role.name));
    let created = match (role.bypass_row_security, bypass_needed) {
        (false, _) => format!("{create};"),
        (true, true) => format!("{create} bypassrls;"),
        (true, false) => format!("if {MAY_GIVE_BYPASS} then {create} bypassrls; else {create}; end if;"),
    };
    let body = format!(
        "begin if not exists (select from pg_catalog.pg_roles where rolname = {name}) then {created} end if; end"
    );
    format!("do {}", crate::catalog::quote_dollars("do", &body))
}

/// Superusers give BYPASSRLS, and from 16 on whoever has it himself.
const MAY_GIVE_BYPASS: &str = "exists (select from pg_catalog.pg_roles where rolname = current_user \
    and (rolsuper or rolbypassrls and current_setting('server_version_num')::integer >= 160000))";

fn publication(nodes: &mut Nodes, found: &Publication) {
    let name = quote_identifier(&found.name);
    let tables = publish(found);
    let what = match (found.all_tables, tables.as_str()) {
        (true, _) => " for all tables".to_owned(),
        (false, "") => String::new(),
        (false, tables) => format!(" for table {tables}"),
    };
    let with = found.publish.as_ref().map(|list| format!(" with (publish = {})", crate::catalog::quote_literal(list)));
    let node = Node {
        rank: 21,
        text: tables,
        create: vec![format!("create publication {name}{what}{}", with.unwrap_or_default())],
        drop: Some(format!("drop publication {name}")),
        ..Node::default()
    };
    nodes.add(of_database("publication", &found.name), node);
}

/// The tables of a publication, as FOR TABLE and SET TABLE take them.
pub fn publish(found: &Publication) -> String {
    let table = |(name, rest): &(QualifiedName, String)| format!("{} {rest}", name.sql()).trim().to_owned();
    found.tables.iter().map(table).collect::<Vec<_>>().join(", ")
}

fn raw(nodes: &mut Nodes, found: &RawSql) {
    let early = found.phase == RawPhase::Before;
    let node = Node {
        rank: if early { 3 } else { 19 },
        text: found.up.clone(),
        create: if found.up.is_empty() { Vec::new() } else { vec![found.up.clone()] },
        drop: drop_raw(&found.name),
        ..Node::default()
    };
    let name = found.name.rsplit_once(' ').map_or(found.name.as_str(), |(_, name)| name);
    let bare = name.split_once('(').map_or(name, |(bare, _)| bare);
    match bare.split_once('.') {
        Some((schema, name)) => nodes.add_named(QualifiedName::new(schema, name), raw_object(found), node),
        None => nodes.add(raw_object(found), node),
    }
}

/// Kinds of raw objects that DROP knows, and take a name in a schema.
const PLAIN: &[&str] = &["collation", "text search dictionary", "text search configuration", "statistics"];

/// What undoes raw SQL of a server: its name is `kind schema.name`, unquoted.
fn drop_raw(whole: &str) -> Option<String> {
    let in_schema = |rest: &str| {
        let (schema, name) = rest.split_once('.')?;
        let (name, arguments) = name.find('(').map_or((name, ""), |at| name.split_at(at));
        Some(format!("{}{arguments}", QualifiedName::new(schema, name).sql()))
    };
    let strip = |kind: &str| whole.strip_prefix(kind)?.strip_prefix(' ');
    if let Some((kind, name)) = PLAIN.iter().find_map(|kind| Some((kind, in_schema(strip(kind)?)?))) {
        return Some(format!("drop {kind} {name}"));
    }
    if let Some(name) = strip("aggregate").and_then(in_schema) {
        return Some(format!("drop aggregate {}", name.replace("()", "(*)")));
    }
    if let Some(name) = strip("window function").or_else(|| strip("function")).and_then(in_schema) {
        return Some(format!("drop function {name}"));
    }
    // an operator's name is never quoted
    if let Some((schema, name)) = strip("operator").and_then(|name| name.split_once('.')) {
        return Some(format!("drop operator {}.{name}", quote_identifier(schema)));
    }
    if let Some(name) = strip("event trigger") {
        return Some(format!("drop event trigger {}", quote_identifier(name)));
    }
    if let Some(name) = strip("server") {
        return Some(format!("drop server {}", quote_identifier(name)));
    }
    let part = |kind: &str| {
        let (schema, rest) = strip(kind)?.split_once('.')?;
        let (relation, part) = rest.split_once('.').unwrap_or((rest, ""));
        Some((QualifiedName::new(schema, relation).sql(), quote_identifier(part)))
    };
    if let Some((relation, name)) = part("rule") {
        return Some(format!("drop rule {name} on {relation}"));
    }
    if let Some((relation, name)) = part("constraint") {
        return Some(format!("alter table {relation} drop constraint {name}"));
    }
    if let Some((relation, _)) = part("clustered") {
        return Some(format!("alter table {relation} set without cluster"));
    }
    if let Some((relation, name)) = part("view default") {
        return Some(format!("alter view {relation} alter column {name} drop default"));
    }
    let (relation, name) = part("column options")?;
    Some(format!("alter table {relation} alter column {name} reset (n_distinct, n_distinct_inherited)"))
}
