//! Views and materialized views.

use super::table::{index, trigger};
use super::{Node, Nodes, commented, in_schema};
use crate::catalog::{Catalog, Column, MaterializedView, View, ddl, quote_identifier};
use crate::diff::Owner;

pub fn add(nodes: &mut Nodes, catalog: &Catalog) {
    catalog.views.values().for_each(|found| view(nodes, found));
    catalog.materialized_views.values().for_each(|found| materialized_view(nodes, found));
}

fn view(nodes: &mut Nodes, found: &View) {
    let sql = found.name.sql();
    let create = std::iter::once(ddl::create_view(found))
        .chain(commented("view", &sql, found.comment.as_ref()))
        .chain(comments(&sql, &found.columns))
        .chain(nodes.closing("table", &sql, &found.name.schema, &found.grants));
    let node = Node {
        rank: 15,
        create: create.collect(),
        text: found.query.clone(),
        drop: Some(format!("drop view {sql}")),
        ..Node::default()
    };
    let object = in_schema("view", &found.name);
    nodes.add_named(found.name.clone(), object.clone(), node);
    found.triggers.values().for_each(|trigger_of| trigger(nodes, &object, &found.name, trigger_of));
    nodes.grant(&object, "table", &sql, &Owner::Relation(found.name.clone()), &found.grants);
}

fn materialized_view(nodes: &mut Nodes, found: &MaterializedView) {
    let sql = found.name.sql();
    let create = std::iter::once(ddl::create_materialized_view(found))
        .chain(commented("materialized view", &sql, found.comment.as_ref()))
        .chain(comments(&sql, &found.columns))
        .chain(nodes.closing("table", &sql, &found.name.schema, &found.grants));
    let node = Node {
        rank: 16,
        create: create.collect(),
        late: (!found.no_data).then(|| format!("refresh materialized view {sql}")).into_iter().collect(),
        text: found.query.clone(),
        drop: Some(format!("drop materialized view {sql}")),
        ..Node::default()
    };
    let object = in_schema("materialized view", &found.name);
    nodes.add_named(found.name.clone(), object.clone(), node);
    found.indexes.values().for_each(|index_of| index(nodes, &object, &found.name, index_of));
    nodes.grant(&object, "table", &sql, &Owner::Relation(found.name.clone()), &found.grants);
}

fn comments(relation: &str, columns: &[Column]) -> Vec<String> {
    let one = |column: &Column| {
        commented("column", &format!("{relation}.{}", quote_identifier(&column.name)), column.comment.as_ref())
    };
    columns.iter().filter_map(one).collect()
}
