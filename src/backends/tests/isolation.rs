//! `20_isolation.sql`: rows of two owners, and everybody tries to read, create, update and delete them.

use crate::backends::psql::call::{call, list, text};
use crate::backends::psql::runtime::{self, ISOLATION, ISOLATION_REPORT, ISOLATION_SERVICE, TAP};
use crate::catalog::{Catalog, Isolation, IsolationCaller, IsolationTable};

/// The file; nothing where no table is probed.
pub fn file(catalog: &Catalog) -> Option<String> {
    let isolation = &catalog.hints.isolation;
    if isolation.tables.iter().all(|table| table.callers.is_empty()) {
        return None;
    }
    let mut out = runtime::head(
        "Tests that callers are isolated: makes rows of two owners in a transaction that is rolled back, and has each of\n\
         them, anonymous callers and the service try to read, create, update and delete them. Every verdict that is not\n\
         the model's is listed, and ends it with an error. Where pgTAP is installed, it is TAP that is written.",
        &[ISOLATION],
    );
    out.push_str("begin;\ncall pg_temp.begin_isolation();\n");
    out.push_str(&roles(catalog));
    principals(&mut out, isolation);
    for table in &isolation.tables {
        out.push_str(&planned(table));
    }
    out.push_str("call pg_temp.make_isolation_rows();\n");
    for table in isolation.tables.iter().filter(|table| !table.callers.is_empty()) {
        table.callers.iter().for_each(|caller| out.push_str(&probed(table, caller)));
    }
    [ISOLATION_SERVICE, TAP, ISOLATION_REPORT].into_iter().for_each(|part| out.push_str(runtime::part(part)));
    Some(out)
}

fn roles(catalog: &Catalog) -> String {
    let hints = &catalog.hints;
    let path =
        format!("pg_catalog, {}, public, extensions, pg_temp", crate::catalog::quote_identifier(&hints.default_schema));
    call("isolation_roles", &[text(&hints.signed_in), text(&hints.anonymous), text(&hints.service), text(&path)])
}

fn principals(out: &mut String, isolation: &Isolation) {
    for principal in &isolation.principals {
        let names = principal.claim.iter().chain(&principal.setting).map(String::as_str);
        let how = match (principal.claim.is_empty(), &principal.setting) {
            (false, _) => "claim",
            (true, Some(_)) => "setting",
            (true, None) => "",
        };
        let who = [text(&principal.table.sql()), text(&principal.key), text(&principal.id), text(how), list(names)];
        out.push_str(&call("isolation_principal", &who));
    }
}

/// How a table's rows are made.
fn planned(table: &IsolationTable) -> String {
    let references = table.references.iter().flat_map(|(column, to)| [column.clone(), to.sql()]).collect::<Vec<_>>();
    let values = object(table.values.iter().map(|(name, value)| (name, Some(value))));
    let special = table.special.as_ref().map_or_else(
        || "null".to_owned(),
        |special| text(&object(special.iter().map(|(name, value)| (name, value.as_ref())))),
    );
    let arguments = [text(&table.name.sql()), list(references.iter().map(String::as_str)), text(&values), special];
    call("isolation_table", &arguments)
}

/// A JSON object of texts.
fn object<'v>(entries: impl Iterator<Item = (&'v String, Option<&'v String>)>) -> String {
    let entries = entries.map(|(name, value)| {
        let value = value.map_or("null".to_owned(), |value| json(value));
        format!("{}: {value}", json(name))
    });
    format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
}

fn json(text: &str) -> String {
    let mut out = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            control if u32::from(control) < 32 => out.push_str(&format!("\\u{:04x}", u32::from(control))),
            plain => out.push(plain),
        }
    }
    out.push('"');
    out
}

fn probed(table: &IsolationTable, caller: &IsolationCaller) -> String {
    let may = caller.may.iter().map(|letters| text(letters));
    let arguments: Vec<String> = [text(&table.name.sql()), text(caller.name)].into_iter().chain(may).collect();
    call("isolated", &arguments)
}
