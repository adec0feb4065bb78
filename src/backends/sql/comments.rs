//! `85_comments`: what the model says about its objects.

use crate::backends::psql::call::{call, list, text};
use crate::backends::psql::runtime;
use crate::catalog::{Catalog, Management, QualifiedName, Table, ddl, quote_identifier};

/// One object that can have a comment.
struct Subject<'a> {
    /// As COMMENT ON takes it.
    kind: &'a str,
    /// As COMMENT ON takes it.
    object: String,
    /// As `pg_get_object_address` takes them.
    address: (&'a str, Vec<&'a str>, Vec<&'a str>),
}

/// The file.
pub fn file(catalog: &Catalog) -> String {
    use runtime::*;
    let mut out = head("Comments.", &[LEDGER, RUN, COMMENT]);
    for schema in catalog.schemas.values().filter(|schema| !schema.unmanaged) {
        let address = ("schema", vec![schema.name.as_str()], vec![]);
        comment(
            &mut out,
            &Subject { kind: "schema", object: quote_identifier(&schema.name), address },
            &schema.comment,
        );
    }
    types(&mut out, catalog);
    functions(&mut out, catalog);
    for table in catalog.tables.values().filter(|table| table.hints.management != Management::None) {
        table_comments(&mut out, table);
    }
    views(&mut out, catalog);
    out
}

fn comment(out: &mut String, subject: &Subject, wanted: &Option<String>) {
    if let Some(wanted) = wanted {
        let (kind, names, arguments) = &subject.address;
        let names = list(names.iter().copied());
        let arguments = list(arguments.iter().copied());
        let arguments = [text(subject.kind), text(&subject.object), text(kind), names, arguments, text(wanted)];
        out.push_str(&call("ensure_comment", &arguments));
    }
}

fn types(out: &mut String, catalog: &Catalog) {
    let enums =
        catalog.enums.values().filter(|found| !found.unmanaged).map(|found| ("type", &found.name, &found.comment));
    let domains =
        catalog.domains.values().filter(|found| !found.unmanaged).map(|found| ("domain", &found.name, &found.comment));
    let composites = catalog.composites.values().map(|found| ("type", &found.name, &found.comment));
    let ranges = catalog.ranges.values().map(|found| ("type", &found.name, &found.comment));
    for (kind, name, wanted) in enums.chain(domains).chain(composites).chain(ranges) {
        let object = name.sql();
        let address = ("type", vec![object.as_str()], vec![]);
        comment(out, &Subject { kind, object: object.clone(), address }, wanted);
    }
    for sequence in catalog.sequences.values() {
        relation(out, "sequence", "sequence", &sequence.name, &sequence.comment);
    }
}

fn functions(out: &mut String, catalog: &Catalog) {
    for function in catalog.functions.values().filter(|function| function.management != Management::None) {
        let names = vec![function.name.name.schema.as_str(), function.name.name.name.as_str()];
        let arguments = function.name.arguments.iter().map(String::as_str).collect();
        let word = ddl::function_word(function);
        let address = (word, names, arguments);
        comment(out, &Subject { kind: word, object: function.name.sql(), address }, &function.comment);
    }
}

fn views(out: &mut String, catalog: &Catalog) {
    for view in catalog.views.values().filter(|view| view.management != Management::None) {
        relation(out, "view", "view", &view.name, &view.comment);
        for column in &view.columns {
            part(out, "table column", "column", &view.name, &column.name, &column.comment);
        }
    }
    for view in catalog.materialized_views.values() {
        relation(out, "materialized view", "materialized view", &view.name, &view.comment);
        for index in view.indexes.values() {
            let name = QualifiedName::new(&view.name.schema, &index.name);
            relation(out, "index", "index", &name, &index.comment);
        }
    }
}

fn relation(out: &mut String, kind: &str, address: &str, name: &QualifiedName, wanted: &Option<String>) {
    let address = (address, vec![name.schema.as_str(), name.name.as_str()], vec![]);
    comment(out, &Subject { kind, object: name.sql(), address }, wanted);
}

fn part(out: &mut String, address: &str, kind: &str, table: &QualifiedName, name: &str, wanted: &Option<String>) {
    let object = match kind {
        "column" => format!("{}.{}", table.sql(), quote_identifier(name)),
        _ => format!("{} on {}", quote_identifier(name), table.sql()),
    };
    let address = (address, vec![table.schema.as_str(), table.name.as_str(), name], vec![]);
    comment(out, &Subject { kind, object, address }, wanted);
}

fn table_comments(out: &mut String, table: &Table) {
    let name = &table.name;
    relation(out, "table", "table", name, &table.comment);
    for column in &table.columns {
        part(out, "table column", "column", name, &column.name, &column.comment);
    }
    let keys = table.primary_key.iter().chain(table.uniques.values()).map(|key| (&key.name, &key.comment));
    let checks = table.checks.values().map(|check| (&check.name, &check.comment));
    let exclusions = table.exclusions.values().map(|exclusion| (&exclusion.name, &exclusion.comment));
    let foreign_keys = table.foreign_keys.values().map(|key| (&key.name, &key.comment));
    for (constraint, wanted) in keys.chain(checks).chain(exclusions).chain(foreign_keys) {
        part(out, "table constraint", "constraint", name, constraint, wanted);
    }
    for index in table.indexes.values() {
        relation(out, "index", "index", &QualifiedName::new(&name.schema, &index.name), &index.comment);
    }
    for trigger in table.triggers.values() {
        part(out, "trigger", "trigger", name, &trigger.name, &trigger.comment);
    }
    for policy in table.policies.values() {
        part(out, "policy", "policy", name, &policy.name, &policy.comment);
    }
}
