//! `87_removed`: what the model had and has no more is put aside. By now nothing that the model made needs it.

use crate::backends::psql::call::{call, lines, list, text};
use crate::backends::psql::runtime;
use crate::catalog::{Catalog, Management, QualifiedName, Table};

/// The file.
pub fn file(catalog: &Catalog) -> String {
    use runtime::*;
    let mut out = head(
        "Puts aside what an earlier model had and this one has not: columns, tables and all other objects that these\n\
         files made. Nothing that holds data is dropped; with the earlier model it comes back.",
        &[LEDGER, RUN, RENAMED, PENDING, ASIDE, STASH, PRIVILEGE, PARTITION, MOVE_ASIDE, SET_ASIDE, LEAVING, REMOVED],
    );
    left_alone(catalog).for_each(|name| out.push_str(&call("leave_alone", &[text(&name)])));
    let described = catalog.tables.values().filter(|table| table.hints.management == Management::None);
    described.for_each(|table| out.push_str(&call("leave_alone", &[text(&table.name.sql()), trigger_names(table)])));
    out.push_str(&call("fit_all_stashes", &[]));
    out.push_str(&call("keep_objects", &[lines(&super::objects::named(catalog))]));
    catalog.tables.values().for_each(|table| out.push_str(&table_parts(catalog, table)));
    for view in catalog.views.values().filter(|view| view.management != Management::None) {
        let triggers = view.triggers.values().map(|trigger| trigger.name.as_str());
        out.push_str(&parts(&view.name, &[("triggers", list(triggers))]));
    }
    for composite in catalog.composites.values() {
        let attributes = composite.fields.iter().map(|(name, _)| name.as_str());
        out.push_str(&parts(&composite.name, &[("attributes", list(attributes))]));
    }
    for view in catalog.materialized_views.values() {
        let indexes = view.indexes.values().map(|index| index.name.as_str());
        out.push_str(&parts(&view.name, &[("indexes", list(indexes))]));
    }
    out.push_str(&call("give_what_waited", &[]));
    out.push_str(&call("mention_callers", &[]));
    out
}

/// What the model only describes, but for tables.
fn left_alone(catalog: &Catalog) -> impl Iterator<Item = String> {
    let functions = catalog.functions.values().filter(|function| function.management == Management::None);
    let views = catalog.views.values().filter(|view| view.management == Management::None);
    let enums = catalog.enums.values().filter(|found| found.unmanaged).map(|found| &found.name);
    let domains = catalog.domains.values().filter(|found| found.unmanaged).map(|found| &found.name);
    let named = views.map(|view| &view.name).chain(enums).chain(domains).map(QualifiedName::sql);
    functions.map(|function| function.name.sql()).chain(named)
}

fn trigger_names(table: &Table) -> String {
    list(table.triggers.values().map(|trigger| trigger.name.as_str()))
}

fn table_parts(catalog: &Catalog, table: &Table) -> String {
    let ours = table.hints.management != Management::None;
    let with_columns = ours && table.lists_its_columns();
    let own = with_columns && table.foreign.is_none();
    let columns = table.columns.iter().filter(|_| with_columns).map(|column| column.name.as_str());
    let indexes = table.indexes.values().filter(|_| ours).map(|index| index.name.as_str());
    let policies = table.policies.values().filter(|_| ours).map(|policy| policy.name.as_str());
    let parameters = table.with.keys().filter(|_| ours).map(String::as_str);
    let partly = (table.hints.management == Management::Partly).then_some("partly");
    let realtime = table.hints.realtime.then_some("supabase_realtime");
    let holding = catalog
        .publications
        .values()
        .filter(|publication| publication.tables.iter().any(|(name, _)| *name == table.name));
    let publications = holding.map(|publication| publication.name.as_str()).chain(realtime);
    let keys = table.primary_key.iter().chain(table.uniques.values()).map(|key| &key.name);
    let others = table.checks.values().map(|check| &check.name);
    let constraints = keys.chain(others).chain(table.exclusions.values().map(|exclusion| &exclusion.name));
    let lists = [
        ("columns", list(columns)),
        ("indexes", list(indexes)),
        ("triggers", trigger_names(table)),
        ("policies", list(policies)),
        ("parameters", list(parameters)),
        ("publications", list(publications)),
        ("constraints", list(constraints.filter(|_| own).map(String::as_str))),
        ("managed", list(partly)),
    ];
    parts(&table.name, &lists)
}

fn parts(relation: &QualifiedName, lists: &[(&str, String)]) -> String {
    let given = lists.iter().filter(|(_, value)| value != "'{}'" && value != "null");
    let mut arguments = vec![text(&relation.schema), text(&relation.name)];
    arguments.extend(given.map(|(name, value)| format!("{name} => {value}")));
    call("keep_parts", &arguments)
}
