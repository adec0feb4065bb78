//! Types that the model names in `ts_type` and does not spell out: the user's own.

use crate::catalog::Catalog;
use std::collections::BTreeSet;

/// What TypeScript itself has, or the generated file exports. What that has for itself begins with a small letter, and
/// can be nobody's own.
static KNOWN: &[&str] = &[
    "Anonymous",
    "Array",
    "ArrayBuffer",
    "Awaited",
    "Capitalize",
    "CompositeTypes",
    "Constants",
    "Database",
    "Date",
    "Enums",
    "Exclude",
    "Extract",
    "InstanceType",
    "Json",
    "JsonTypes",
    "Lowercase",
    "Map",
    "NonNullable",
    "Object",
    "Omit",
    "Parameters",
    "Partial",
    "Pick",
    "Promise",
    "Readonly",
    "ReadonlyArray",
    "ReadonlyMap",
    "ReadonlySet",
    "Record",
    "RegExp",
    "Required",
    "ReturnType",
    "Set",
    "SignedIn",
    "String",
    "Tables",
    "TablesInsert",
    "TablesUpdate",
    "Uint8Array",
    "Uncapitalize",
    "Uppercase",
];

/// The names, in order.
pub fn own_types(catalog: &Catalog) -> Vec<String> {
    let tables = catalog.tables.values().flat_map(|table| &table.columns);
    let views = catalog.views.values().flat_map(|view| &view.columns);
    let materialized = catalog.materialized_views.values().flat_map(|view| &view.columns);
    let columns = tables.chain(views).chain(materialized);
    let names: BTreeSet<&str> =
        columns.filter_map(|column| column.hints.ts_type.as_deref()).flat_map(type_names).collect();
    names.into_iter().map(str::to_owned).collect()
}

/// The names of types in a type: words with a capital that are neither members, nor properties, nor in quotes.
fn type_names(data_type: &str) -> Vec<&str> {
    let mut names = Vec::new();
    let mut rest = data_type;
    let mut before = ' ';
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '"' | '\'' | '`' => rest.match_indices(first).nth(1).map_or(rest.len(), |(end, quote)| end + quote.len()),
            _ if is_word(first) => rest.find(|letter| !is_word(letter)).unwrap_or(rest.len()),
            _ => first.len_utf8(),
        };
        let (word, after) = rest.split_at(length);
        let property = after.trim_start().starts_with(':') || after.trim_start().starts_with("?:");
        if first.is_ascii_uppercase() && before != '.' && !property && KNOWN.binary_search(&word).is_err() {
            names.push(word);
        }
        before = word.chars().next_back().unwrap_or(' ');
        rest = after;
    }
    names
}

fn is_word(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_' || letter == '$'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_users_own() {
        assert!(KNOWN.is_sorted());
        assert_eq!(type_names("JobParameters"), ["JobParameters"]);
        assert_eq!(type_names("Record<string, Line[]> | Array<{ Key: Json; k?: \"Nope\" }>"), ["Line"]);
        assert_eq!(type_names("import(\"../types\").Parameters<Style>"), ["Style"]);
    }
}
