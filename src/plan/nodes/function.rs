//! Functions and procedures.

use super::{Node, Nodes, commented};
use crate::catalog::{Catalog, Function, QualifiedName, Returns, ddl};
use crate::diff::{Object, Owner, signature};

pub fn add(nodes: &mut Nodes, catalog: &Catalog) {
    for found in catalog.functions.values() {
        let (word, sql) = (ddl::function_word(found), found.name.sql());
        let create = std::iter::once(ddl::create_function(found))
            .chain(commented(word, &sql, found.comment.as_ref()))
            .chain(nodes.closing(word, &sql, &found.name.name.schema, &found.grants));
        let node = Node {
            rank: 8,
            create: create.collect(),
            text: text(found),
            drop: Some(format!("drop {word} {sql}")),
            ..Node::default()
        };
        let schema = &found.name.name.schema;
        let object = Object { kind: "function", name: signature(&found.name), of: Owner::Schema(schema.clone()) };
        nodes.add_named(found.name.name.clone(), object.clone(), node);
        let of = Owner::Relation(QualifiedName::new(schema, signature(&found.name)));
        nodes.grant(&object, word, &sql, &of, &found.grants);
    }
}

/// What it cannot be made without. A body that is text is not looked at before it runs.
fn text(found: &Function) -> String {
    let arguments = found.arguments.iter();
    let mut parts: Vec<String> = arguments
        .map(|argument| format!("{} {}", argument.data_type, argument.default.as_deref().unwrap_or_default()))
        .collect();
    match &found.returns {
        Returns::Type(data_type) | Returns::SetOf(data_type) => parts.push(data_type.clone()),
        Returns::Table(columns) => parts.extend(columns.iter().map(|(_, data_type)| data_type.clone())),
        Returns::Nothing => {}
    }
    if found.sql_body {
        parts.push(found.body.clone());
    }
    parts.join(" ")
}
