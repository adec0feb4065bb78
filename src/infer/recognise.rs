//! What policies mean that were not written by the compiler: whose a table's rows are, where that is certain, and
//! sentences for whoever reads the report.

use super::compiled::verbs_of;
use super::condition::{Parent, Part, alternatives};
use super::pretty::{one_line, pretty};
use super::text::{plain, tokens};
use crate::catalog::{Catalog, Policy, QualifiedName, Table};
use std::collections::{BTreeMap, BTreeSet};

/// Chains longer than anybody writes.
const DEEPEST: usize = 8;

/// What is known of one table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Recognition {
    /// Columns that lead to the owner: by one of them the caller both sees rows and changes or removes them.
    pub owners: Vec<String>,
    /// What the policies say, in the words of the language.
    pub sentences: Vec<String>,
    /// Columns and SQL of the caller's id.
    pub callers: BTreeSet<(String, String)>,
}

/// Reads the policies of a table.
pub fn recognise(catalog: &Catalog, table: &Table) -> Recognition {
    let mut found = Recognition::default();
    let mut links: BTreeMap<String, BTreeSet<&'static str>> = BTreeMap::new();
    for policy in table.policies.values().filter(|_| table.row_security) {
        let verbs = verbs_of(policy.command);
        let Some(sql) = policy.using.as_deref().or(policy.check.as_deref()) else { continue };
        for parts in alternatives(sql, table) {
            if let Some(column) = link(catalog, table, &parts, policy, &mut found) {
                links.entry(column).or_default().extend(verbs.iter().copied());
            }
            let sentence = sentence(catalog, table, policy, &verbs, &parts);
            if !found.sentences.contains(&sentence) {
                found.sentences.push(sentence);
            }
        }
    }
    // who may see and make a row is its creator; it is his when he may change or remove it as well
    let owns =
        |verbs: &BTreeSet<&str>| verbs.contains("read") && (verbs.contains("update") || verbs.contains("delete"));
    found.owners = links.into_iter().filter(|(_, verbs)| owns(verbs)).map(|(column, _)| column).collect();
    found
}

/// The column by which a permissive policy alone decides that the row is the caller's.
fn link(catalog: &Catalog, table: &Table, parts: &[Part], policy: &Policy, found: &mut Recognition) -> Option<String> {
    if policy.restrictive {
        return None;
    }
    match parts {
        [Part::Caller { column, id, .. }] if refers(table, column) => {
            found.callers.insert((column.clone(), id.clone()));
            Some(column.clone())
        }
        [Part::Parent(parent)] if is_up(catalog, table, parent) && owned(catalog, parent, DEEPEST) => {
            Some(parent.column.clone())
        }
        _ => None,
    }
}

/// The column refers to something, or is the key itself.
pub(super) fn refers(table: &Table, column: &str) -> bool {
    let key = table.primary_key.as_ref().is_some_and(|key| key.columns == [column.to_owned()]);
    key || table.foreign_keys.values().any(|key| key.columns == [column.to_owned()])
}

/// The column is a foreign key to the parent's key that is looked up.
pub(super) fn is_up(catalog: &Catalog, table: &Table, parent: &Parent) -> bool {
    let points = |key: &crate::catalog::ForeignKey| {
        key.columns == [parent.column.clone()] && key.table == parent.table && key.to == [parent.key.clone()]
    };
    catalog.tables.contains_key(&parent.table) && table.foreign_keys.values().any(points)
}

/// The rows looked up are the caller's, by a chain of any length that people write.
pub(super) fn owned_above(catalog: &Catalog, parent: &Parent) -> bool {
    owned(catalog, parent, DEEPEST)
}

/// The rows looked up are those whose owner is the caller, at whatever height.
fn owned(catalog: &Catalog, parent: &Parent, depth: usize) -> bool {
    let Some(table) = catalog.tables.get(&parent.table).filter(|_| depth > 0) else { return false };
    match inner(parent, table).as_slice() {
        [parts] => match parts.as_slice() {
            [Part::Caller { column, .. }] => refers(table, column),
            [Part::Parent(above)] => is_up(catalog, table, above) && owned(catalog, above, depth - 1),
            _ => false,
        },
        _ => false,
    }
}

/// The conditions on a parent's rows; they name it by whatever alias the query gave it.
fn inner(parent: &Parent, table: &Table) -> Vec<Vec<Part>> {
    if parent.condition.is_empty() {
        return Vec::new();
    }
    let mut renamed = table.clone();
    if let Some(alias) = &parent.alias {
        renamed.name.name.clone_from(alias);
    }
    alternatives(&parent.condition, &renamed)
}

fn sentence(catalog: &Catalog, table: &Table, policy: &Policy, verbs: &[&str], parts: &[Part]) -> String {
    let can = if verbs.len() == 4 { "all".to_owned() } else { verbs.join(", ") };
    let who = policy.roles.join(", ");
    let words: Vec<String> = parts.iter().map(|part| part_words(catalog, table, part)).collect();
    let narrows = if policy.restrictive { "only if " } else { "" };
    format!("{}: {can} for {who} {narrows}{}", policy.name, words.join(" and "))
}

fn part_words(catalog: &Catalog, table: &Table, part: &Part) -> String {
    match part {
        Part::Always => "always".to_owned(),
        Part::Caller { column, id, once } => {
            let slow = if *once { "" } else { ", asked row by row" };
            format!("owner column {column} (= {}{slow})", plain_call(id))
        }
        Part::Parent(parent) => parent_words(catalog, table, parent),
        Part::Function { column, lookup } => {
            let slow = if lookup.place.is_some() { ", asked row by row" } else { "" };
            let function = &lookup.function;
            let roles =
                if lookup.others.is_empty() { String::new() } else { format!(" with {}", one_line(&lookup.others)) };
            match membership(catalog, function) {
                Some((tenant, members)) => {
                    format!("membership of {tenant} by {members}{roles} ({function} of {column}{slow})")
                }
                None => format!("{function} of {column}{roles}{slow}"),
            }
        }
        Part::Row(sql) => format!("when {}", pretty(sql)),
        Part::Condition(sql) => format!("a claim or group: {}", one_line(sql)),
        Part::Other(sql) => format!("not understood: {}", one_line(sql)),
    }
}

fn plain_call(id: &str) -> String {
    if id.len() < 40 { id.to_owned() } else { plain(id) }
}

fn parent_words(catalog: &Catalog, table: &Table, parent: &Parent) -> String {
    let Parent { column, table: other, key, form, .. } = parent;
    if is_up(catalog, table, parent) {
        let how = if owned(catalog, parent, DEEPEST) {
            "owner chain"
        } else if parent.condition.is_empty() {
            "through"
        } else {
            "chain"
        };
        return format!("{how} {column} up to {other} ({form})");
    }
    match members_of(catalog, other, key) {
        Some(tenant) => format!("membership of {tenant} by {other} ({form})"),
        None => format!("{column} among {key} of {other} ({form})"),
    }
}

/// The tenants and the membership table that a helper looks the caller up in.
fn membership(catalog: &Catalog, function: &QualifiedName) -> Option<(QualifiedName, QualifiedName)> {
    let helper = catalog.functions.values().find(|known| known.name.name == *function)?;
    let words = tokens(&helper.body);
    let names: Vec<String> = words.iter().filter_map(|token| token.name()).collect();
    let read = words.iter().position(|token| token.is("from"))?;
    let read: Vec<String> = words.iter().skip(read + 1).take(3).filter_map(|token| token.name()).collect();
    let members = catalog.tables.values().find(|table| match read.as_slice() {
        [schema, name, ..] if *schema == table.name.schema => *name == table.name.name,
        [name, ..] => *name == table.name.name,
        [] => false,
    })?;
    let keys = members.foreign_keys.values().filter_map(|key| match key.columns.as_slice() {
        [column] if names.contains(column) => Some((column, &key.table)),
        _ => None,
    });
    let (people, tenants): (Vec<_>, Vec<_>) = keys.partition(|(column, _)| asks_for(&helper.body, column));
    let (_, tenant) = tenants.first()?;
    people.iter().any(|(column, _)| *column != "id").then(|| ((*tenant).clone(), members.name.clone()))
}

/// A column is compared with the caller's id.
fn asks_for(body: &str, column: &str) -> bool {
    let plain = plain(body);
    plain.contains(&format!("{column} = uid")) || plain.contains(&format!("{column} = select uid"))
}

/// The table whose key a membership or share refers to by this column, where another of its columns is looked up.
fn members_of(catalog: &Catalog, table: &QualifiedName, column: &str) -> Option<QualifiedName> {
    let keys = &catalog.tables.get(table)?.foreign_keys;
    keys.values().find(|key| key.columns == [column.to_owned()]).map(|key| key.table.clone())
}
