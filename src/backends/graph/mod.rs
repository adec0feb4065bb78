//! The model as a picture: tables with their keys, references, which of them own, and who may touch what.
//!
//! Functions, not a back end: `schemagen graph` prints them, and nothing is written.

mod dot;
mod html;
mod layout;
mod mermaid;
mod svg;

pub use dot::dot;
pub use html::html;
pub use mermaid::mermaid;
pub use svg::svg;

use crate::catalog::{Catalog, Column, Deferral, ForeignKey, Management, Table};
use std::collections::BTreeSet;

/// An arrow of the picture.
struct Reference<'a> {
    from: &'a Table,
    key: &'a ForeignKey,
    /// Ownership goes this way.
    owns: bool,
    /// At most one row refers to a row.
    one_to_one: bool,
    /// There may be nothing that it refers to.
    optional: bool,
}

/// The tables drawn: all but partitions.
fn tables(catalog: &Catalog) -> impl Iterator<Item = &Table> {
    catalog.tables.values().filter(|table| table.partition_of.is_none())
}

/// The arrows between tables that are drawn. A composite key that carries the owner is one with its plain key.
fn references(catalog: &Catalog) -> Vec<Reference<'_>> {
    let mut found = Vec::new();
    for table in tables(catalog) {
        for key in table.foreign_keys.values().filter(|key| catalog.tables.contains_key(&key.table)) {
            found.push(reference(table, key));
        }
    }
    found
}

fn reference<'a>(table: &'a Table, key: &'a ForeignKey) -> Reference<'a> {
    let same = |columns: &[String]| {
        columns.len() == key.columns.len() && columns.iter().all(|column| key.columns.contains(column))
    };
    let keys = table.primary_key.iter().chain(table.uniques.values());
    let one_to_one = keys.filter(|unique| unique.deferral == Deferral::No).any(|unique| same(&unique.columns));
    let nullable = |name: &String| table.columns.iter().any(|column| column.name == *name && !column.not_null);
    Reference {
        from: table,
        key,
        owns: key.columns.iter().any(|column| table.hints.access.owners.contains(column)),
        one_to_one,
        optional: key.columns.iter().any(nullable),
    }
}

/// `PK`, `FK`, `UK`: what keys a column is in.
fn marks(table: &Table, column: &Column) -> Vec<&'static str> {
    let is_in = |columns: &[String]| columns.contains(&column.name);
    let mut marks = Vec::new();
    if table.primary_key.as_ref().is_some_and(|key| is_in(&key.columns)) {
        marks.push("PK");
    }
    if table.foreign_keys.values().any(|key| is_in(&key.columns)) {
        marks.push("FK");
    }
    if table.uniques.values().any(|key| key.columns.len() == 1 && is_in(&key.columns)) {
        marks.push("UK");
    }
    marks
}

/// Who may do what: verbs (`all` for the four) and callers, verbs that the same callers have on one line.
fn access(table: &Table) -> Vec<(String, String)> {
    const VERBS: [&str; 4] = ["read", "create", "update", "delete"];
    let mut lines: Vec<(Vec<&str>, String)> = Vec::new();
    for (verb, who) in VERBS.into_iter().map(|verb| (verb, callers(table, verb))).filter(|(_, who)| !who.is_empty()) {
        match lines.iter_mut().find(|(_, known)| *known == who) {
            Some((verbs, _)) => verbs.push(verb),
            None => lines.push((vec![verb], who)),
        }
    }
    let words = |verbs: Vec<&str>| if verbs.len() == VERBS.len() { "all".to_owned() } else { verbs.join(" ") };
    lines.into_iter().map(|(verbs, who)| (words(verbs), who)).collect()
}

fn callers(table: &Table, verb: &str) -> String {
    let reasons = table.hints.access.reasons.iter().filter(|reason| reason.verb == verb);
    reasons.map(|reason| reason.who.as_str()).collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>().join("; ")
}

/// The columns drawn: of somebody else's table, its key alone.
fn columns(table: &Table) -> impl Iterator<Item = &Column> {
    let all = table.hints.management != Management::None;
    table.columns.iter().filter(move |column| all || marks(table, column).contains(&"PK"))
}

/// The name of a table in the picture: with its schema, unless that is the default one.
fn shown(catalog: &Catalog, table: &Table) -> String {
    if table.name.schema == catalog.hints.default_schema { table.name.name.clone() } else { table.name.to_string() }
}

/// Text inside HTML and SVG.
fn markup(text: &str) -> String {
    one_line(text)
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}

/// On one line, without the characters that XML cannot have.
fn one_line(text: &str) -> String {
    let banned = |letter: char| letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}');
    text.chars().map(|letter| if banned(letter) { ' ' } else { letter }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::AccessReason;

    fn catalog() -> Catalog {
        let mut catalog = super::super::fixture::catalog();
        for table in catalog.tables.values_mut().filter(|table| table.name.name == "jobs") {
            table.hints.access.owners = vec!["user_id".to_owned()];
            table.hints.access.reasons = vec![AccessReason {
                verb: "read".into(),
                who: "the \"user\" <b> {x}".into(),
                ..AccessReason::default()
            }];
        }
        catalog
    }

    #[test]
    fn mermaid_escapes_and_shows_ownership() {
        insta::assert_snapshot!(mermaid(&catalog()));
    }

    #[test]
    fn svg_escapes_and_shows_ownership() {
        insta::assert_snapshot!(svg(&catalog()));
    }

    #[test]
    fn html_escapes_and_shows_ownership() {
        insta::assert_snapshot!(html(&catalog()));
    }

    #[test]
    fn dot_escapes_and_shows_ownership() {
        insta::assert_snapshot!(dot(&catalog()));
    }
}
