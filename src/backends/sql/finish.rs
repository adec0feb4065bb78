//! `90_finish`: rows the model always has, what is computed from rows, publications, raw SQL; a look at the bodies of functions.

use super::raw::raw;
use crate::backends::psql::call::{call, definition, list, text};
use crate::backends::psql::runtime;
use crate::backends::psql::script::{Mark, Script};
use crate::catalog::{Catalog, ObjectName, QualifiedName, RawPhase, Table, quote_identifier, quote_literal};
use std::collections::{BTreeMap, BTreeSet};

/// The file.
pub fn file(catalog: &Catalog) -> Script {
    use runtime::*;
    let mut out = Script::new(head(
        "Rows that the model always has, materialized views, publications, raw SQL; bodies of functions are checked.",
        &[LEDGER, RUN, RAW, TYPES, FINISH, BODY],
    ));
    out.push_str("set statement_timeout = 0;\n");
    for sequence in catalog.sequences.values() {
        if let Some((table, column)) = &sequence.owned_by {
            out.push_str(&call(
                "ensure_sequence_owner",
                &[text(&sequence.name.sql()), text(&table.sql()), text(column)],
            ));
        }
    }
    for view in catalog.materialized_views.values().filter(|view| !view.no_data) {
        out.of(ObjectName::MaterializedView(view.name.clone()));
        out.push_str(&call("ensure_populated", &[text(&view.name.sql())]));
    }
    out.mark(Mark::Nothing);
    rows(&mut out.text, catalog);
    publications(&mut out.text, catalog);
    raw(&mut out, catalog, RawPhase::After);
    raw(&mut out, catalog, RawPhase::NoTransaction);
    for function in catalog.functions.values().filter(|function| function.is_checked()) {
        out.of(ObjectName::Function(function.name.clone()));
        out.push_str(&call("check_body", &[text(&function.name.sql())]));
    }
    out
}

/// `pg_temp.body_problem`, for who asks himself instead of reading warnings.
pub fn body_problem() -> &'static str {
    runtime::part(runtime::BODY)
}

/// In one transaction, what is referred to first.
fn rows(out: &mut String, catalog: &Catalog) {
    let tables = with_rows(catalog);
    if tables.is_empty() {
        return;
    }
    out.push_str("begin;\n");
    tables.into_iter().for_each(|table| out.push_str(&rows_of(table)));
    out.push_str("commit;\n");
}

/// The tables that have rows always, what is referred to first.
pub fn with_rows(catalog: &Catalog) -> Vec<&Table> {
    let mut tables = Vec::new();
    for table in catalog.tables.values().filter(|table| !table.hints.rows.is_empty()) {
        referred_first(catalog, table, &mut tables, &mut BTreeSet::new());
    }
    tables
}

/// A call for each row of a table.
pub fn rows_of(table: &Table) -> String {
    table.hints.rows.iter().map(|found| row(table, found)).collect()
}

fn referred_first<'a>(
    catalog: &'a Catalog,
    table: &'a Table,
    list: &mut Vec<&'a Table>,
    visiting: &mut BTreeSet<&'a QualifiedName>,
) {
    if list.iter().any(|known| known.name == table.name) || !visiting.insert(&table.name) {
        return;
    }
    let parents = table.foreign_keys.values().filter_map(|key| catalog.tables.get(&key.table));
    parents.filter(|parent| !parent.hints.rows.is_empty()).for_each(|parent| {
        referred_first(catalog, parent, list, visiting);
    });
    list.push(table);
}

fn row(table: &Table, row: &BTreeMap<String, String>) -> String {
    let keys = table.primary_key.iter().chain(table.uniques.values());
    let complete = keys.map(|key| &key.columns).find(|columns| columns.iter().all(|column| row.contains_key(column)));
    let everything: Vec<String> = row.keys().cloned().collect();
    let keys = complete.unwrap_or(&everything);
    let values: Vec<&str> = row.values().map(String::as_str).collect();
    let arguments = [
        text(&table.name.schema),
        text(&table.name.name),
        list(keys.iter().map(String::as_str)),
        list(row.keys().map(String::as_str)),
        definition(&values.join(", ")),
    ];
    call("ensure_row", &arguments)
}

fn publications(out: &mut String, catalog: &Catalog) {
    for publication in catalog.publications.values() {
        let all = if publication.all_tables { " for all tables" } else { "" };
        let publish =
            publication.publish.as_ref().map(|publish| format!(" with (publish = {})", quote_literal(publish)));
        let name = quote_identifier(&publication.name);
        let sql = format!("create publication {name}{all}{}", publish.unwrap_or_default());
        out.push_str(&call("ensure_publication", &[text(&publication.name), definition(&sql)]));
        for (table, what) in &publication.tables {
            out.push_str(&published(&publication.name, table, what));
        }
    }
    for table in catalog.tables.values().filter(|table| table.hints.realtime) {
        out.push_str(&published("supabase_realtime", &table.name, ""));
    }
}

fn published(publication: &str, table: &QualifiedName, what: &str) -> String {
    let what = if what.is_empty() { String::new() } else { format!(" {what}") };
    call("ensure_published", &[text(publication), text(&table.schema), text(&table.name), definition(&what)])
}
