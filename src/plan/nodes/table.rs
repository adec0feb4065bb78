//! Tables and what belongs to one.

use super::{Node, Nodes, belonging, column, commented, in_schema, on_table};
use crate::catalog::{
    Catalog, Column, ForeignKey, Index, Key, QualifiedName, ReplicaIdentity, Table, Trigger, TriggerEnabled, ddl,
    quote_identifier,
};
use crate::diff::{Object, Owner};
use std::collections::BTreeSet;

pub fn add(nodes: &mut Nodes, catalog: &Catalog) {
    for found in catalog.tables.values() {
        let object = in_schema("table", &found.name);
        table(nodes, &object, found);
        found.columns.iter().for_each(|column| column_of(nodes, &object, found, column));
        constraints(nodes, &object, found);
        found.foreign_keys.values().for_each(|key| foreign_key(nodes, &object, catalog, found, key));
        found.indexes.values().for_each(|index_of| index(nodes, &object, &found.name, index_of));
        found.triggers.values().for_each(|trigger_of| trigger(nodes, &object, &found.name, trigger_of));
        policies(nodes, &object, found);
        nodes.grant(&object, "table", &found.name.sql(), &Owner::Relation(found.name.clone()), &found.grants);
    }
}

fn table(nodes: &mut Nodes, object: &Object, found: &Table) {
    let sql = found.name.sql();
    let bare = Table { primary_key: None, ..found.clone() };
    let bare =
        Table { uniques: Default::default(), checks: Default::default(), exclusions: Default::default(), ..bare };
    let mut create = vec![ddl::create_table(&bare)];
    create.extend(commented("table", &sql, found.comment.as_ref()));
    create.extend(found.columns.iter().flat_map(|column| settings(found, column)));
    let flags = [(found.row_security, "enable"), (found.force_row_security, "force")];
    let on = flags.iter().filter(|(on, _)| *on);
    create.extend(on.map(|(_, word)| format!("alter table {sql} {word} row level security")));
    create.extend(nodes.closing("table", &sql, &found.name.schema, &found.grants));
    let parents = found.inherits.iter().chain(found.partition_of.iter().map(|of| &of.parent));
    let word = if found.foreign.is_some() { "drop foreign table" } else { "drop table" };
    let node = Node {
        rank: 9,
        needs: parents.map(|parent| in_schema("table", parent)).collect(),
        create,
        late: replica_identity(found).into_iter().collect(),
        text: found.columns.iter().map(column_text).collect::<Vec<_>>().join(" "),
        drop: Some(format!("{word} {sql}")),
        data: true,
        ..Node::default()
    };
    nodes.add_named(found.name.clone(), object.clone(), node);
}

/// `alter table t replica identity full`, when it is not the default.
fn replica_identity(found: &Table) -> Option<String> {
    (found.replica_identity != ReplicaIdentity::Default).then(|| set_replica_identity(found))
}

/// `alter table t replica identity …`
pub fn set_replica_identity(found: &Table) -> String {
    let what = match &found.replica_identity {
        ReplicaIdentity::Default => "default".to_owned(),
        ReplicaIdentity::Full => "full".to_owned(),
        ReplicaIdentity::Nothing => "nothing".to_owned(),
        ReplicaIdentity::Index(index) => format!("using index {}", quote_identifier(index)),
    };
    format!("alter table {} replica identity {what}", found.name.sql())
}

/// What ADD COLUMN does not say: storage, statistics, the comment.
fn settings(table: &Table, found: &Column) -> Vec<String> {
    let name = quote_identifier(&found.name);
    let sql = table.name.sql();
    let set = ddl::column_settings(found).into_iter();
    let mut list: Vec<String> = set.map(|what| format!("alter table {sql} alter column {name} set {what}")).collect();
    list.extend(commented("column", &format!("{sql}.{name}"), found.comment.as_ref()));
    list
}

fn column_text(found: &Column) -> String {
    let parts = [found.default.as_ref(), found.generated.as_ref(), found.options.collation.as_ref()];
    let rest: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
    format!("{} {}", found.data_type, rest.join(" "))
}

fn column_of(nodes: &mut Nodes, parent: &Object, table: &Table, found: &Column) {
    let sql = table.name.sql();
    let mut create = vec![format!("alter table {sql} add column {}", ddl::column(found))];
    create.extend(settings(table, found));
    let of_parent = table.partition_of.iter().map(|of| column(&of.parent, &found.name));
    let node = Node {
        rank: 10,
        parent: Some(parent.clone()),
        inline: true,
        needs: of_parent.collect(),
        create,
        text: column_text(found),
        drop: Some(format!("alter table {sql} drop column {}", quote_identifier(&found.name))),
        data: found.generated.is_none(),
        ..Node::default()
    };
    nodes.add(column(&table.name, &found.name), node);
}

fn constraints(nodes: &mut Nodes, parent: &Object, found: &Table) {
    let keys = found.primary_key.iter().map(|key| (key, ddl::primary_key(key)));
    let keys = keys.chain(found.uniques.values().map(|key| (key, ddl::unique(key))));
    for (key, definition) in keys.collect::<Vec<_>>() {
        let columns = columns(&found.name, key.columns.iter().chain(&key.include));
        let part = Constraint { kind: "key", rank: 12, name: &key.name, definition: &definition, not_valid: false };
        constraint(nodes, parent, found, &part, key.comment.as_ref(), columns);
    }
    for check in found.checks.values() {
        let definition = ddl::check(check);
        let part = Constraint {
            kind: "check",
            rank: 11,
            name: &check.name,
            definition: &definition,
            not_valid: check.not_valid,
        };
        constraint(nodes, parent, found, &part, check.comment.as_ref(), BTreeSet::new());
    }
    for exclusion in found.exclusions.values() {
        let definition = ddl::exclusion(exclusion);
        let part = Constraint {
            kind: "exclusion",
            rank: 12,
            name: &exclusion.name,
            definition: &definition,
            not_valid: false,
        };
        constraint(nodes, parent, found, &part, exclusion.comment.as_ref(), BTreeSet::new());
    }
}

/// A constraint, as far as all are alike.
struct Constraint<'a> {
    kind: &'static str,
    rank: u8,
    name: &'a str,
    definition: &'a str,
    not_valid: bool,
}

fn constraint(
    nodes: &mut Nodes,
    parent: &Object,
    table: &Table,
    part: &Constraint<'_>,
    comment: Option<&String>,
    needs: BTreeSet<Object>,
) {
    let sql = table.name.sql();
    let valid = if part.not_valid { " not valid" } else { "" };
    let add = format!("alter table {sql} add {}{valid}", ddl::named(part.name, part.definition));
    let create = std::iter::once(add).chain(commented("constraint", &on_table(part.name, &table.name), comment));
    let node = Node {
        rank: part.rank,
        parent: Some(parent.clone()),
        needs,
        create: create.collect(),
        text: part.definition.to_owned(),
        drop: Some(format!("alter table {sql} drop constraint {}", quote_identifier(part.name))),
        ..Node::default()
    };
    nodes.add(belonging(part.kind, &table.name, part.name), node);
}

fn columns<'a>(table: &QualifiedName, names: impl Iterator<Item = &'a String>) -> BTreeSet<Object> {
    names.map(|name| column(table, name)).collect()
}

fn foreign_key(nodes: &mut Nodes, parent: &Object, catalog: &Catalog, table: &Table, found: &ForeignKey) {
    let definition = ddl::foreign_key(found);
    let mut needs = columns(&table.name, found.columns.iter());
    needs.extend(columns(&found.table, found.to.iter()));
    needs.insert(in_schema("table", &found.table));
    needs.extend(catalog.tables.get(&found.table).and_then(|target| key_object(target, &found.to)));
    let part = Constraint {
        kind: "foreign key",
        rank: 14,
        name: &found.name,
        definition: &definition,
        not_valid: found.not_valid,
    };
    constraint(nodes, parent, table, &part, found.comment.as_ref(), needs);
}

/// What makes these columns of a table unique.
fn key_object(table: &Table, to: &[String]) -> Option<Object> {
    let wanted: BTreeSet<&String> = to.iter().collect();
    let same = |columns: &[String]| columns.iter().collect::<BTreeSet<_>>() == wanted;
    let mut keys = table.primary_key.iter().chain(table.uniques.values());
    let key = keys.find(|key: &&Key| same(&key.columns)).map(|key| belonging("key", &table.name, &key.name));
    let plain = |index: &&Index| {
        let keys: Vec<String> = index.keys.iter().map(|key| key.trim_matches('"').to_owned()).collect();
        index.unique && index.predicate.is_none() && same(&keys)
    };
    key.or_else(|| table.indexes.values().find(plain).map(|index| belonging("index", &table.name, &index.name)))
}

/// An index of a table or materialized view.
pub fn index(nodes: &mut Nodes, parent: &Object, relation: &QualifiedName, found: &Index) {
    let name = QualifiedName::new(&relation.schema, &found.name).sql();
    let create = ddl::create_index(found, relation);
    let node = Node {
        rank: 13,
        parent: Some(parent.clone()),
        text: create.split_once(" using ").map(|(_, keys)| keys.to_owned()).unwrap_or_default(),
        create: std::iter::once(create).chain(commented("index", &name, found.comment.as_ref())).collect(),
        drop: Some(format!("drop index {name}")),
        ..Node::default()
    };
    nodes.add(belonging("index", relation, &found.name), node);
}

/// A trigger of a table or view.
pub fn trigger(nodes: &mut Nodes, parent: &Object, relation: &QualifiedName, found: &Trigger) {
    let name = on_table(&found.name, relation);
    let mut create = vec![ddl::create_trigger(found, relation)];
    create.extend((found.enabled != TriggerEnabled::Origin).then(|| enable(found, relation)));
    create.extend(commented("trigger", &name, found.comment.as_ref()));
    let columns = found.events.iter().flat_map(|event| &event.columns);
    let node = Node {
        rank: 17,
        parent: Some(parent.clone()),
        needs: self::columns(relation, columns),
        text: format!("{} {}", found.function.sql(), found.when.as_deref().unwrap_or_default()),
        create,
        drop: Some(format!("drop trigger {name}")),
        ..Node::default()
    };
    nodes.add(belonging("trigger", relation, &found.name), node);
}

/// `alter table public.jobs disable trigger touch`
pub fn enable(found: &Trigger, relation: &QualifiedName) -> String {
    let word = match found.enabled {
        TriggerEnabled::Origin => "enable",
        TriggerEnabled::Always => "enable always",
        TriggerEnabled::Replica => "enable replica",
        TriggerEnabled::Disabled => "disable",
    };
    format!("alter table {} {word} trigger {}", relation.sql(), quote_identifier(&found.name))
}

fn policies(nodes: &mut Nodes, parent: &Object, table: &Table) {
    for found in table.policies.values() {
        let name = on_table(&found.name, &table.name);
        let text = [found.using.as_deref(), found.check.as_deref()];
        let node = Node {
            rank: 18,
            parent: Some(parent.clone()),
            text: text.into_iter().flatten().collect::<Vec<_>>().join(" "),
            create: std::iter::once(ddl::create_policy(found, &table.name))
                .chain(commented("policy", &name, found.comment.as_ref()))
                .collect(),
            drop: Some(format!("drop policy {name}")),
            ..Node::default()
        };
        nodes.add(belonging("policy", &table.name, &found.name), node);
    }
}
