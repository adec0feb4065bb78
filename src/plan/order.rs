//! The statements in order.

use super::fate::Fates;
use super::nodes::{Node, Nodes};
use super::withhold::Withheld;
use super::{Plan, Stage, Step};
use crate::catalog::{Catalog, Column, quote_identifier};
use crate::diff::{Object, Owner};
use std::collections::BTreeSet;

/// Puts the plan together.
pub fn steps(from: &Catalog, to: &Catalog, old: &Nodes, new: &Nodes, fates: Fates, withheld: &Withheld) -> Plan {
    let mut plan = Plan { notes: fates.notes.clone(), steps: Vec::new() };
    let alterations = |stage: fn(&super::alter::Alteration) -> &Vec<String>| {
        fates.altered.values().flat_map(stage).cloned().collect::<Vec<_>>()
    };
    plan.push(Stage::Before, alterations(|alteration| &alteration.before), None);
    plan.push(Stage::Transaction, roles(from, to, &fates, new), None);
    plan.push(Stage::Transaction, loosened(from, &fates), None);
    for object in sorted(old).into_iter().rev().filter(|object| fates.gone.contains(object)) {
        going(&mut plan, from, old, &object, withheld);
    }
    let coming = sorted(new);
    for object in &coming {
        if fates.new.contains(object) {
            arriving(&mut plan, to, new, object, &fates);
        }
        if let Some(alteration) = fates.altered.get(object) {
            plan.push(Stage::Transaction, alteration.now.clone(), alteration.hazard);
        }
        if fates.loosened.contains(object) {
            plan.push(Stage::Transaction, restored(to, object), None);
        }
    }
    let late = coming.iter().filter(|object| fates.new.contains(*object)).filter_map(|object| new.map.get(object));
    plan.push(Stage::Transaction, late.flat_map(|node| node.late.clone()).collect(), None);
    plan.push(Stage::Transaction, alterations(|alteration| &alteration.late), None);
    plan.push(Stage::After, alterations(|alteration| &alteration.after), None);
    plan.steps.sort_by_key(|step| step.stage);
    plan
}

impl Plan {
    fn push(&mut self, stage: Stage, statements: Vec<String>, hazard: Option<&'static str>) {
        let step = |sql| Step { stage, sql, hazard, withheld: false };
        self.steps.extend(statements.into_iter().map(step));
    }
}

/// Whatever an object needs comes before it; ties by rank and name.
fn sorted(nodes: &Nodes) -> Vec<Object> {
    let mut all: Vec<(&Object, &Node)> = nodes.map.iter().collect();
    all.sort_by_key(|(object, node)| (node.rank, *object));
    let mut seen = BTreeSet::new();
    let mut list = Vec::new();
    for (object, _) in all {
        visit(nodes, object, &mut seen, &mut list);
    }
    list
}

/// A circle, which over-careful reading of a text can give, is cut where it closes.
fn visit(nodes: &Nodes, object: &Object, seen: &mut BTreeSet<Object>, list: &mut Vec<Object>) {
    if !seen.insert(object.clone()) {
        return;
    }
    if let Some(node) = nodes.map.get(object) {
        let mut needs: Vec<&Object> = node.needs.iter().collect();
        needs.sort_by_key(|need| (nodes.map.get(*need).map(|node| node.rank), *need));
        needs.into_iter().for_each(|need| visit(nodes, need, seen, list));
    }
    list.push(object.clone());
}

/// Roles that new privileges and policies name.
fn roles(from: &Catalog, to: &Catalog, fates: &Fates, new: &Nodes) -> Vec<String> {
    let missing = to.roles.keys().filter(|name| !from.roles.contains_key(*name));
    let named = missing.filter(|name| {
        fates.new.iter().any(|object| object.kind == "privileges" && object.name == **name)
            || to.tables.values().flat_map(|table| table.policies.values()).any(|policy| policy.roles.contains(name))
            || to.default_privileges.iter().any(|default| default.grant.role == **name || default.owner == **name)
    });
    let object = |name: &String| Object { kind: "role", name: name.clone(), of: Owner::Database };
    named.filter_map(|name| new.map.get(&object(name))).flat_map(|node| node.create.clone()).collect()
}

fn find<'a>(catalog: &'a Catalog, object: &Object) -> Option<&'a Column> {
    let Owner::Relation(table) = &object.of else { return None };
    catalog.tables.get(table)?.columns.iter().find(|column| column.name == object.name)
}

fn alter_column(object: &Object, what: &str) -> Option<String> {
    let Owner::Relation(table) = &object.of else { return None };
    Some(format!("alter table {} alter column {} {what}", table.sql(), quote_identifier(&object.name)))
}

fn loosened(from: &Catalog, fates: &Fates) -> Vec<String> {
    let changing = fates.altered.keys().filter(|object| object.kind == "column");
    let candidates: BTreeSet<&Object> = fates.loosened.iter().chain(changing).collect();
    let has_default =
        candidates.into_iter().filter(|object| find(from, object).is_some_and(|column| column.default.is_some()));
    let needed = has_default.filter(|object| {
        fates.loosened.contains(*object) || fates.altered.get(*object).is_some_and(|alteration| alteration.disturbs)
    });
    needed.filter_map(|object| alter_column(object, "drop default")).collect()
}

fn restored(to: &Catalog, object: &Object) -> Vec<String> {
    let default = find(to, object).and_then(|column| column.default.as_ref());
    default.and_then(|value| alter_column(object, &format!("set default {value}"))).into_iter().collect()
}

fn going(plan: &mut Plan, from: &Catalog, old: &Nodes, object: &Object, withheld: &Withheld) {
    let Some(drop) = old.map.get(object).and_then(|node| node.drop.clone()) else {
        plan.notes.push(format!("{object}: drop it by hand"));
        return;
    };
    // a partition's columns go with its parent's
    if is_column_of_partition(from, object) || withheld.keeps_with_parent(object, old) {
        return;
    }
    if !withheld.objects.contains(object) {
        return plan.push(Stage::Transaction, vec![drop], None);
    }
    // what stays and is not known any more must not stand in the way of new rows
    let kept = find(from, object).filter(|column| {
        column.not_null && column.default.is_none() && column.identity.is_none() && column.generated.is_none()
    });
    let relaxed = kept.and_then(|_| alter_column(object, "drop not null"));
    plan.push(Stage::Transaction, relaxed.into_iter().collect(), None);
    plan.steps.push(Step { stage: Stage::After, sql: drop, hazard: None, withheld: true });
}

fn is_column_of_partition(catalog: &Catalog, object: &Object) -> bool {
    let Owner::Relation(table) = &object.of else { return false };
    object.kind == "column" && catalog.tables.get(table).is_some_and(|table| table.partition_of.is_some())
}

fn arriving(plan: &mut Plan, to: &Catalog, new: &Nodes, object: &Object, fates: &Fates) {
    let Some(node) = new.map.get(object) else { return };
    let with_parent = node.parent.as_ref().is_some_and(|parent| fates.new.contains(parent));
    if node.inline && with_parent || is_column_of_partition(to, object) {
        return;
    }
    let online = !with_parent && !fates.is_going(object) && !is_needed(object, new, fates);
    match object.kind {
        "index" if online && is_plain(to, object) => {
            let built: Vec<String> = node.create.iter().map(|sql| concurrently(sql)).collect();
            plan.push(Stage::After, built, None);
        }
        "foreign key" | "check" if !with_parent && !is_partitioned(to, object) => later_validated(plan, node, object),
        _ => plan.push(Stage::Transaction, node.create.clone(), hazard(object, node, with_parent)),
    }
}

/// Something else that is made needs it at once: a foreign key its target's unique index, a replica identity its index.
fn is_needed(object: &Object, new: &Nodes, fates: &Fates) -> bool {
    fates.new.iter().any(|other| new.map.get(other).is_some_and(|node| node.needs.contains(object)))
        || fates.altered.values().any(|alteration| !alteration.late.is_empty())
}

/// An ordinary table: CONCURRENTLY knows no partitioned ones.
fn is_plain(catalog: &Catalog, object: &Object) -> bool {
    let Owner::Relation(table) = &object.of else { return false };
    catalog.tables.get(table).is_some_and(|table| table.partition_by.is_none())
}

fn is_partitioned(catalog: &Catalog, object: &Object) -> bool {
    !is_plain(catalog, object)
}

fn concurrently(sql: &str) -> String {
    sql.replacen("create index ", "create index concurrently ", 1).replacen(
        "create unique index ",
        "create unique index concurrently ",
        1,
    )
}

fn later_validated(plan: &mut Plan, node: &Node, object: &Object) {
    let Owner::Relation(table) = &object.of else { return };
    let mut statements = node.create.clone();
    let unchecked = statements.first().is_some_and(|add| add.ends_with(" not valid"));
    if let Some(add) = statements.first_mut().filter(|_| !unchecked) {
        add.push_str(" not valid");
        let name = quote_identifier(&object.name);
        plan.push(Stage::After, vec![format!("alter table {} validate constraint {name}", table.sql())], None);
    }
    plan.push(Stage::Transaction, statements, None);
}

fn hazard(object: &Object, node: &Node, with_parent: bool) -> Option<&'static str> {
    let first = node.create.first().map(String::as_str).unwrap_or_default();
    match object.kind {
        "index" | "key" | "exclusion" if !with_parent => Some("builds an index while nobody can write to the table"),
        "column" if first.contains(" generated ") => Some("rewrites the whole table, under an exclusive lock"),
        "column" if first.contains(" not null") && !first.contains(" default ") => {
            Some("fails where the table has rows: give the column a default, or fill it first")
        }
        _ => None,
    }
}
