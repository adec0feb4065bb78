//! `85_comments`: what the model says about its objects.

use crate::backends::psql::call::{call, lines, list, optional, text};
use crate::backends::psql::runtime;
use crate::catalog::{Catalog, Management, Named, QualifiedName, Table, Trigger, ddl, quote_identifier};

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
    out.reserve(catalog.tables.len() * 800);
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

/// Said of every object: a comment that the model does not have goes.
fn comment(out: &mut String, subject: &Subject, wanted: &Option<String>) {
    let (kind, names, arguments) = &subject.address;
    let names = list(names.iter().copied());
    let arguments = list(arguments.iter().copied());
    let wanted = optional(wanted.as_deref());
    let arguments = [text(subject.kind), text(&subject.object), text(kind), names, arguments, wanted];
    out.push_str(&call("ensure_comment", &arguments));
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
        let columns = view.columns.iter().map(|column| ("column", column.name.as_str(), &column.comment));
        let parts = columns.chain(triggers(&view.triggers));
        relation_comments(out, "view", &view.name, view.management, &view.comment, parts.collect());
    }
    for view in catalog.materialized_views.values() {
        let indexes = view.indexes.values().map(|index| ("index", index.name.as_str(), &index.comment));
        let columns = view.columns.iter().map(|column| ("column", column.name.as_str(), &column.comment));
        let parts = columns.chain(indexes).collect();
        relation_comments(out, "materialized view", &view.name, Management::Full, &view.comment, parts);
    }
}

fn relation(out: &mut String, kind: &str, address: &str, name: &QualifiedName, wanted: &Option<String>) {
    let address = (address, vec![name.schema.as_str(), name.name.as_str()], vec![]);
    comment(out, &Subject { kind, object: name.sql(), address }, wanted);
}

/// Kind, name and comment of a part of a relation.
type Part<'a> = (&'static str, &'a str, &'a Option<String>);

fn table_comments(out: &mut String, table: &Table) {
    let columns = table.columns.iter().map(|column| ("column", column.name.as_str(), &column.comment));
    let keys = table.primary_key.iter().chain(table.uniques.values()).map(|key| (&key.name, &key.comment));
    let checks = table.checks.values().map(|check| (&check.name, &check.comment));
    let exclusions = table.exclusions.values().map(|exclusion| (&exclusion.name, &exclusion.comment));
    let foreign_keys = table.foreign_keys.values().map(|key| (&key.name, &key.comment));
    let constraints = keys.chain(checks).chain(exclusions).chain(foreign_keys);
    let constraints = constraints.map(|(name, wanted)| ("constraint", name.as_str(), wanted));
    let indexes = table.indexes.values().map(|index| ("index", index.name.as_str(), &index.comment));
    let policies = table.policies.values().map(|policy| ("policy", policy.name.as_str(), &policy.comment));
    let parts = columns.chain(constraints).chain(triggers(&table.triggers)).chain(policies).chain(indexes);
    let word = if table.foreign.is_some() { "foreign table" } else { "table" };
    relation_comments(out, word, &table.name, table.hints.management, &table.comment, parts.collect());
}

fn triggers(triggers: &Named<Trigger>) -> impl Iterator<Item = Part<'_>> {
    triggers.values().map(|trigger| ("trigger", trigger.name.as_str(), &trigger.comment))
}

/// The comments that there are, and every part that could have one. Of what is only partly the model's, a part without a
/// comment is not the model's to speak of.
fn relation_comments(
    out: &mut String,
    word: &'static str,
    name: &QualifiedName,
    management: Management,
    wanted: &Option<String>,
    mut parts: Vec<Part>,
) {
    let whole = management == Management::Full;
    parts.retain(|(_, _, comment)| whole || comment.is_some());
    let said = std::iter::once((word, "", wanted)).chain(parts.iter().copied());
    let said: Vec<String> = said
        .filter_map(|(kind, name, comment)| Some(format!("array{}", row([kind, name, comment.as_deref()?]))))
        .collect();
    let named = |kind| list(parts.iter().filter_map(move |(other, name, _)| (*other == kind).then_some(*name)));
    let words = if whole || wanted.is_some() { text(word) } else { "null".to_owned() };
    let mut arguments = vec![words, text(&name.schema), text(&name.name), lines(&said), named("column")];
    let rest = ["constraint", "trigger", "policy", "index"].map(named);
    let last = rest.iter().rposition(|names| names != "'{}'").map_or(0, |last| last + 1);
    arguments.extend(rest.into_iter().take(last));
    out.push_str(&call("ensure_comments", &arguments));
}

fn row(items: [&str; 3]) -> String {
    format!("[{}]", items.map(text).join(", "))
}
