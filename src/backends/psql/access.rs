//! Who may touch what. The model is the whole truth about what it manages.

use super::call::{boolean, call, definition, lines, list, privileges, text};
use crate::backends::psql::runtime;
use crate::backends::psql::script::{Mark, Script};
use crate::catalog::{Catalog, Grant, Management, Policy, Table, ddl};

/// `80_access`
pub fn file(catalog: &Catalog) -> Script {
    use runtime::*;
    let out = Script::new(head(
        "Privileges of schemas, types, sequences and functions; then row security, policies and privileges,\n\
         swapped in one transaction a table, so that no reader meets a gap.",
        &[LEDGER, SETTLED, RUN, PENDING, PRIVILEGE, PROBE, LEAVING, ACCESS],
    ));
    called(out, catalog)
}

/// A call for each object.
pub fn calls(catalog: &Catalog) -> String {
    called(Script::default(), catalog).text
}

fn called(mut out: Script, catalog: &Catalog) -> Script {
    // More than a table takes on average, as in `10_expand`.
    out.text.reserve(catalog.tables.len() * 2048);
    for schema in catalog.schemas.values() {
        let name = crate::catalog::quote_identifier(&schema.name);
        out.push_str(&ensure("schema", &name, &schema.grants, !schema.unmanaged));
    }
    types(&mut out.text, catalog);
    for sequence in catalog.sequences.values() {
        out.push_str(&ensure("sequence", &sequence.name.sql(), &sequence.grants, true));
    }
    for function in catalog.functions.values().filter(|function| function.management != Management::None) {
        let whole = function.management == Management::Full;
        out.push_str(&ensure(ddl::function_word(function), &function.name.sql(), &function.grants, whole));
    }
    for table in catalog.tables.values().filter(|table| table.hints.management != Management::None) {
        out.mark(Mark::Each(table.name.clone(), "policy"));
        out.push_str(&table_access(catalog, table, table.policies.values()));
    }
    out.mark(Mark::Nothing);
    views(&mut out.text, catalog);
    out
}

fn types(out: &mut String, catalog: &Catalog) {
    let enums = catalog.enums.values().filter(|found| !found.unmanaged).map(|found| (&found.name, &found.grants));
    let domains = catalog.domains.values().filter(|found| !found.unmanaged).map(|found| (&found.name, &found.grants));
    let composites = catalog.composites.values().map(|found| (&found.name, &found.grants));
    let ranges = catalog.ranges.values().map(|found| (&found.name, &found.grants));
    for (name, grants) in enums.chain(domains).chain(composites).chain(ranges) {
        out.push_str(&ensure("type", &name.sql(), grants, false));
    }
}

fn views(out: &mut String, catalog: &Catalog) {
    for view in catalog.views.values().filter(|view| view.management != Management::None) {
        out.push_str(&ensure("table", &view.name.sql(), &view.grants, view.management == Management::Full));
    }
    for view in catalog.materialized_views.values() {
        out.push_str(&ensure("table", &view.name.sql(), &view.grants, true));
    }
}

fn ensure(kind: &str, object: &str, grants: &[Grant], whole: bool) -> String {
    call("ensure_privileges", &[text(kind), text(object), privileges(grants), boolean(whole)])
}

/// SQL of the model says who may draw on the sequence inside an identity column: `up` would be at odds with it each time.
fn draws_are_said(catalog: &Catalog, table: &Table) -> bool {
    let identities = table.columns.iter().filter(|column| column.identity.is_some());
    identities.map(|column| &column.name).any(|column| {
        let name = format!("{IDENTITY_PRIVILEGES}{}.{column}", table.name);
        let sequence = format!("{}_{column}_seq", table.name.name).to_lowercase();
        let others = || catalog.raw.iter().filter(|raw| !raw.name.starts_with(IDENTITY_PRIVILEGES));
        catalog.raw.iter().any(|raw| raw.name == name) || others().any(|raw| gives_draws(&raw.up, &sequence))
    })
}

/// How an import calls what it keeps of them.
const IDENTITY_PRIVILEGES: &str = "identity privileges ";

fn gives_draws(sql: &str, sequence: &str) -> bool {
    let text = sql.to_lowercase();
    text.contains("grant ") && (text.contains(sequence) || text.contains("on all sequences"))
}

/// Row security of a table, with these policies.
pub fn table_access<'p>(catalog: &Catalog, table: &Table, policies: impl Iterator<Item = &'p Policy>) -> String {
    let policies: Vec<String> = policies
        .map(|policy| {
            format!("array[{}, {}]", text(&policy.name), definition(&ddl::create_policy(policy, &table.name)))
        })
        .collect();
    let mut arguments = vec![
        text(&table.name.schema),
        text(&table.name.name),
        boolean(table.row_security),
        boolean(table.force_row_security),
        lines(&policies),
        privileges(&table.grants),
        boolean(table.hints.management == Management::Full),
    ];
    arguments.extend(leaving_from(table));
    arguments.extend(draws_are_said(catalog, table).then(|| "close => false".to_owned()));
    call("ensure_access", &arguments)
}

/// Its columns, where a role may have the whole table: others that are still there do not come with it.
fn leaving_from(table: &Table) -> Option<String> {
    let whole = table.grants.iter().any(|grant| grant.by_column() && grant.columns.is_empty());
    let columns = table.columns.iter().map(|column| column.name.as_str());
    (whole && table.lists_its_columns()).then(|| format!("columns => {}", list(columns)))
}
