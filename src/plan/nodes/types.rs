//! Enums, domains, composites, ranges, sequences.

use super::{Node, Nodes, commented, in_schema};
use crate::catalog::{Catalog, Grant, QualifiedName, Sequence, ddl, quote_identifier};
use crate::diff::{Object, Owner};

/// One type, as far as all types are alike.
struct Type<'a> {
    kind: &'static str,
    name: &'a QualifiedName,
    create: String,
    text: String,
    comment: Option<&'a String>,
    grants: &'a [Grant],
}

pub fn add(nodes: &mut Nodes, catalog: &Catalog) {
    for found in catalog.enums.values() {
        let create = ddl::create_enum(found);
        let (comment, grants) = (found.comment.as_ref(), found.grants.as_slice());
        data_type(nodes, Type { kind: "enum", name: &found.name, create, text: String::new(), comment, grants });
    }
    for found in catalog.domains.values() {
        let create = ddl::create_domain(found);
        let (comment, grants) = (found.comment.as_ref(), found.grants.as_slice());
        data_type(nodes, Type { kind: "domain", name: &found.name, text: create.clone(), create, comment, grants });
    }
    for found in catalog.composites.values() {
        let create = ddl::create_composite(found);
        let (comment, grants) = (found.comment.as_ref(), found.grants.as_slice());
        data_type(nodes, Type { kind: "composite", name: &found.name, text: create.clone(), create, comment, grants });
    }
    for found in catalog.ranges.values() {
        let create = ddl::create_range(found);
        let (comment, grants) = (found.comment.as_ref(), found.grants.as_slice());
        data_type(nodes, Type { kind: "range", name: &found.name, text: create.clone(), create, comment, grants });
    }
    catalog.sequences.values().for_each(|found| sequence(nodes, found));
}

fn data_type(nodes: &mut Nodes, found: Type<'_>) {
    let sql = found.name.sql();
    let word = if found.kind == "domain" { "domain" } else { "type" };
    let create = std::iter::once(found.create).chain(commented(word, &sql, found.comment)).chain(nodes.closing(
        "type",
        &sql,
        &found.name.schema,
        found.grants,
    ));
    let rank = if found.kind == "enum" { 4 } else { 5 };
    let drop = Some(format!("drop {word} {sql}"));
    let node = Node { rank, create: create.collect(), text: found.text, drop, ..Node::default() };
    let object = in_schema(found.kind, found.name);
    nodes.add_named(found.name.clone(), object.clone(), node);
    nodes.grant(&object, "type", &sql, &Owner::Relation(found.name.clone()), found.grants);
}

fn sequence(nodes: &mut Nodes, found: &Sequence) {
    let sql = found.name.sql();
    let create = std::iter::once(ddl::create_sequence(found))
        .chain(commented("sequence", &sql, found.comment.as_ref()))
        .chain(nodes.closing("sequence", &sql, &found.name.schema, &found.grants));
    let node = Node {
        rank: 7,
        create: create.collect(),
        late: found.owned_by.iter().map(|_| owned_by(found)).collect(),
        // it may have gone with the column that owns it
        drop: Some(format!("drop sequence if exists {sql}")),
        data: true,
        ..Node::default()
    };
    let object: Object = in_schema("sequence", &found.name);
    nodes.add_named(found.name.clone(), object.clone(), node);
    nodes.grant(&object, "sequence", &sql, &Owner::Relation(found.name.clone()), &found.grants);
}

/// `alter sequence public.numbers owned by public.jobs.number`
pub fn owned_by(found: &Sequence) -> String {
    let owner = found.owned_by.as_ref();
    let owner = owner.map(|(table, column)| format!("{}.{}", table.sql(), quote_identifier(column)));
    format!("alter sequence {} owned by {}", found.name.sql(), owner.unwrap_or_else(|| "none".to_owned()))
}
