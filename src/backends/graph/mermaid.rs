//! Mermaid's entity relationship diagram. A solid line is ownership, a dotted one any other reference; rows named `may`
//! say who may do what.

use super::{Reference, access, columns, marks, references, shown, tables};
use crate::catalog::{Catalog, Table};
use std::collections::{BTreeMap, BTreeSet};

/// The diagram's text.
pub fn mermaid(catalog: &Catalog) -> String {
    let ids = ids(catalog);
    let mut text = "erDiagram\n".to_owned();
    for table in tables(catalog) {
        text.push_str(&entity(catalog, table, &ids));
    }
    for reference in references(catalog) {
        text.push_str(&line(&reference, &ids));
    }
    text
}

/// A word for each table that Mermaid takes as a name.
fn ids(catalog: &Catalog) -> BTreeMap<String, String> {
    let mut taken = BTreeSet::new();
    let mut ids = BTreeMap::new();
    for table in tables(catalog) {
        let base = word(&shown(catalog, table)).replace(['[', ']'], "_");
        let numbered = (1..).map(|number| if number == 1 { base.clone() } else { format!("{base}_{number}") });
        for id in numbered {
            if taken.insert(id.clone()) {
                ids.insert(table.name.to_string(), id);
                break;
            }
        }
    }
    ids
}

fn entity(catalog: &Catalog, table: &Table, ids: &BTreeMap<String, String>) -> String {
    let id = &ids[&table.name.to_string()];
    let mut text = format!("    {id}[\"{}\"] {{\n", quoted(&shown(catalog, table)));
    for column in columns(table) {
        let marks = marks(table, column);
        let marks = if marks.is_empty() { String::new() } else { format!(" {}", marks.join(", ")) };
        let owner = if table.hints.access.owners.contains(&column.name) { " \"owner\"" } else { "" };
        text.push_str(&format!(
            "        {} {}{marks}{owner}\n",
            word(&column.data_type),
            word(&column.name).replace(['[', ']'], "_")
        ));
    }
    for (verb, who) in access(table) {
        text.push_str(&format!("        may {} \"{}\"\n", verb.replace(' ', "_"), quoted(&who)));
    }
    text.push_str("    }\n");
    text
}

fn line(reference: &Reference, ids: &BTreeMap<String, String>) -> String {
    let parent = &ids[&reference.key.table.to_string()];
    let child = &ids[&reference.from.name.to_string()];
    let end = if reference.optional { "|o" } else { "||" };
    let middle = if reference.owns { "--" } else { ".." };
    let start = if reference.one_to_one { "o|" } else { "o{" };
    let label = quoted(&reference.key.columns.join(", "));
    let owns = if reference.owns { " (owner)" } else { "" };
    format!("    {parent} {end}{middle}{start} {child} : \"{label}{owns}\"\n")
}

/// A name or type in the letters that Mermaid takes without quotes.
fn word(text: &str) -> String {
    let mut word = String::new();
    for letter in text.chars() {
        if letter.is_ascii_alphanumeric() || matches!(letter, '[' | ']') && !word.is_empty() {
            word.push(letter);
        } else if !word.ends_with('_') {
            word.push('_');
        }
    }
    let start = if word.starts_with(|first: char| first.is_ascii_digit()) { "_" } else { "" };
    format!("{start}{}", if word.len() > 1 { word.trim_end_matches('_') } else { &word })
}

/// Text between double quotes, on one line.
fn quoted(text: &str) -> String {
    text.chars()
        .map(|letter| match letter {
            '"' => '\'',
            '<' => '‹',
            '>' => '›',
            _ if letter.is_control() => ' ',
            _ => letter,
        })
        .collect()
}
