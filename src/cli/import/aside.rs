//! The SQL of what an import sets aside: written by the planner, from nothing to that object alone.

use crate::catalog::{Catalog, FunctionName, ObjectName, QualifiedName, Table, quote_dollars, quote_literal};
use crate::diff::{self, Change, Object, Owner, What};
use crate::plan;
use crate::spec::lift::{Aside, Place};
use std::collections::BTreeMap;

/// Why an object is set aside, and how often that was tried.
pub type Asides = BTreeMap<Place, (String, usize)>;

/// The SQL of each; one that did not work where it belongs is tried at the end.
pub fn written(live: &Catalog, places: &Asides) -> Vec<Aside> {
    let mut list: Vec<Aside> = places.iter().map(|(place, (why, tried))| aside(live, place, why, *tried)).collect();
    // parts come when all wholes are there
    list.sort_by_key(|aside| matches!(aside.place, Place::Part(..)));
    list
}

fn aside(live: &Catalog, place: &Place, why: &str, tried: usize) -> Aside {
    let (missing, natural) = match place {
        Place::Whole(name) => missing(name),
        Place::Part(table, kind, name) => (part_missing(table, kind, name), "after"),
    };
    let phase = if tried > 1 { "after" } else { natural };
    let statements = statements(live, place).join(";\n");
    let up = match missing {
        Some(missing) => {
            format!("do {}", quote_dollars("do", &format!("begin if {missing} then\n{statements};\nend if; end")))
        }
        None => statements,
    };
    Aside { place: place.clone(), up, phase, why: why.to_owned() }
}

/// What holds as long as the object is not there, and when it belongs.
fn missing(name: &ObjectName) -> (Option<String>, &'static str) {
    let class = |name: &QualifiedName| Some(format!("to_regclass({}) is null", quote_literal(&name.sql())));
    let data_type = |name: &QualifiedName| Some(format!("to_regtype({}) is null", quote_literal(&name.sql())));
    match name {
        ObjectName::Enum(name) | ObjectName::Domain(name) | ObjectName::Composite(name) | ObjectName::Range(name) => {
            (data_type(name), "before")
        }
        ObjectName::Sequence(name) => (class(name), "before"),
        ObjectName::Table(name) | ObjectName::View(name) | ObjectName::MaterializedView(name) => {
            (class(name), "before_views")
        }
        ObjectName::Function(FunctionName { name, arguments }) => {
            let signature = quote_literal(&format!("{}({})", name.sql(), arguments.join(", ")));
            (Some(format!("to_regprocedure({signature}) is null")), "before_views")
        }
        ObjectName::Schema(_) | ObjectName::Extension(_) | ObjectName::Role(_) | ObjectName::Raw(_) => (None, "after"),
    }
}

fn part_missing(table: &QualifiedName, kind: &str, name: &str) -> Option<String> {
    let (relation, name) = (format!("to_regclass({})", quote_literal(&table.sql())), quote_literal(name));
    let from = match kind {
        "trigger" => format!("pg_trigger where tgrelid = {relation} and tgname = {name}"),
        "policy" => format!("pg_policy where polrelid = {relation} and polname = {name}"),
        "index" => format!(
            "pg_index x join pg_class i on i.oid = x.indexrelid where x.indrelid = {relation} and i.relname = {name}"
        ),
        "default" => return None,
        _ => format!("pg_constraint where conrelid = {relation} and conname = {name}"),
    };
    Some(format!("not exists (select from {from})"))
}

/// What makes the object out of nothing.
fn statements(live: &Catalog, place: &Place) -> Vec<String> {
    let (from, to) = match place {
        Place::Whole(name) => (Catalog::default(), only(live, name)),
        Place::Part(table, kind, name) => {
            let whole = only(live, &ObjectName::Table(table.clone()));
            let mut less = whole.clone();
            if let Some(table) = less.tables.get_mut(table) {
                crate::spec::lift::remove_part(table, kind, name);
            }
            (less, whole)
        }
    };
    let changes = diff::between(&from, &to);
    let plan = plan::plan(&from, &to, &changes, true);
    // inside of a transaction, on what is new
    let plain = |step: plan::Step| step.sql.replacen("index concurrently ", "index ", 1);
    plan.steps.into_iter().map(plain).chain(attach(live, place)).collect()
}

/// A partition has columns of its own: it is made alone and attached.
fn attach(live: &Catalog, place: &Place) -> Option<String> {
    let Place::Whole(ObjectName::Table(name)) = place else { return None };
    let of = live.tables.get(name)?.partition_of.as_ref()?;
    Some(format!("alter table {} attach partition {} {}", of.parent.sql(), name.sql(), of.bound))
}

/// A catalog that has this object and nothing else.
fn only(live: &Catalog, name: &ObjectName) -> Catalog {
    let mut found = Catalog::default();
    match name {
        ObjectName::Enum(name) => copy(&live.enums, &mut found.enums, name),
        ObjectName::Domain(name) => copy(&live.domains, &mut found.domains, name),
        ObjectName::Composite(name) => copy(&live.composites, &mut found.composites, name),
        ObjectName::Range(name) => copy(&live.ranges, &mut found.ranges, name),
        ObjectName::Sequence(name) => copy(&live.sequences, &mut found.sequences, name),
        ObjectName::Function(name) => copy(&live.functions, &mut found.functions, name),
        ObjectName::Table(name) => {
            copy(&live.tables, &mut found.tables, name);
            found.tables.values_mut().for_each(|table| alone(live, table));
        }
        ObjectName::View(name) => copy(&live.views, &mut found.views, name),
        ObjectName::MaterializedView(name) => copy(&live.materialized_views, &mut found.materialized_views, name),
        ObjectName::Schema(_) | ObjectName::Extension(_) | ObjectName::Role(_) | ObjectName::Raw(_) => {}
    }
    found
}

/// A partition made alone must have its parents' checks before it is attached, and no identity of its own.
fn alone(live: &Catalog, table: &mut Table) {
    let mut above = table.partition_of.take();
    while let Some(parent) = above.and_then(|of| live.tables.get(&of.parent)) {
        let checks = parent.checks.iter().filter(|(_, check)| !check.no_inherit);
        table.checks.extend(checks.map(|(name, check)| (name.clone(), check.clone())));
        let numbered =
            |name: &String| parent.columns.iter().any(|column| column.name == *name && column.identity.is_some());
        table.columns.iter_mut().filter(|column| numbered(&column.name)).for_each(|column| column.identity = None);
        above = parent.partition_of.clone();
    }
}

fn copy<K: Ord + Clone, V: Clone>(from: &BTreeMap<K, V>, to: &mut BTreeMap<K, V>, name: &K) {
    to.extend(from.get_key_value(name).map(|(name, value)| (name.clone(), value.clone())));
}

/// The object of the live database that a difference is about, where its own SQL could stand for it.
pub fn place(live: &Catalog, change: &Change) -> Option<Place> {
    let Object { kind, name, of } = &change.object;
    match of {
        Owner::Relation(relation) => {
            let table = live.tables.get(relation)?;
            Some(part(table, kind, name, &change.what).unwrap_or(Place::Whole(ObjectName::Table(relation.clone()))))
        }
        Owner::Schema(schema) => whole(live, kind, &QualifiedName::new(schema, name)).map(Place::Whole),
        Owner::Database => None,
    }
}

fn part(table: &Table, kind: &'static str, name: &str, what: &What) -> Option<Place> {
    let of = |kind| Some(Place::Part(table.name.clone(), kind, name.to_owned()));
    match (kind, what) {
        // what the words bring besides is not taken away by taking something out
        (_, What::Added(_)) => None,
        ("column", What::Changed(aspects)) if aspects.iter().all(|aspect| aspect.name == "default") => of("default"),
        ("check" | "exclusion" | "foreign key" | "index" | "trigger" | "policy" | "key", _) => of(kind),
        _ => None,
    }
}

fn whole(live: &Catalog, kind: &str, name: &QualifiedName) -> Option<ObjectName> {
    let found = match kind {
        "enum" => ObjectName::Enum(name.clone()),
        "domain" => ObjectName::Domain(name.clone()),
        "composite" => ObjectName::Composite(name.clone()),
        "range" => ObjectName::Range(name.clone()),
        "sequence" => ObjectName::Sequence(name.clone()),
        "table" => ObjectName::Table(name.clone()),
        "view" => ObjectName::View(name.clone()),
        "materialized view" => ObjectName::MaterializedView(name.clone()),
        "function" => {
            let signed =
                |known: &&FunctionName| known.name.schema == name.schema && diff::signature(known) == name.name;
            ObjectName::Function(live.functions.keys().find(signed)?.clone())
        }
        _ => return None,
    };
    (only(live, &found) != Catalog::default()).then_some(found)
}
