//! `10_expand`: roles, schemas, extensions, types, functions, tables with their columns, views. Only adds.

use super::raw::raw;
use crate::backends::psql::call::{boolean, call, definition, lines, list, optional, privileges, text};
use crate::backends::psql::runtime;
use crate::backends::psql::script::{Mark, Script};
use crate::catalog::{
    Catalog, Column, Function, FunctionName, Grant, Index, Management, ObjectName, QualifiedName, RawPhase,
    ReplicaIdentity, Table, ddl, quote_identifier,
};

/// The file.
pub fn file(catalog: &Catalog) -> Script {
    use runtime::*;
    let mut out = Script::new(head(
        "Roles, schemas, extensions, types, functions, tables and columns, views: only adds.\n\
         A new table is closed to everybody from its first moment: 80_access opens it.",
        &[
            LEDGER,
            SETTLED,
            RUN,
            RAW,
            RENAMED,
            NAMES,
            PENDING,
            ASIDE,
            STASH,
            MOVE_ASIDE,
            PRIVILEGE,
            PROBE,
            SCHEMA,
            TYPES,
            FUNCTION,
            NARROW,
            COLUMN,
            RETYPE,
            TYPE_CHANGE,
            INDEX,
            CONSTRAINT,
            SHAPE,
            PARTITION,
            TABLE,
            VIEW,
        ],
    ));
    // More than a table takes on average: a text of 18 MB that grows once is copied, and both copies are memory.
    out.text.reserve(catalog.tables.len() * 2048);
    out.push_str(&call("begin_model", &[lines(&super::objects::named(catalog)), renames(catalog)]));
    roles(&mut out.text, catalog);
    let order = super::objects::ordered(catalog);
    let others = set_by_raw(catalog);
    foundations(&mut out.text, catalog, &order);
    raw(&mut out, catalog, RawPhase::Before);
    let view = |name: &ObjectName| matches!(name, ObjectName::View(_) | ObjectName::MaterializedView(_));
    let first_view = order.iter().position(view).unwrap_or(order.len());
    let (before_views, views) = order.split_at(first_view);
    for name in before_views {
        object(&mut out, catalog, &others, name);
    }
    raw(&mut out, catalog, RawPhase::BeforeViews);
    for name in views {
        object(&mut out, catalog, &others, name);
    }
    out
}

/// Objects that had another name, each with that.
fn renames(catalog: &Catalog) -> String {
    let old = |name: &QualifiedName, old: &String| [name.sql(), QualifiedName::new(&name.schema, old).sql()];
    let tables = catalog.tables.values().filter_map(|table| Some((&table.name, table.hints.renamed_from.as_ref()?)));
    let enums = catalog.enums.values().filter_map(|found| Some((&found.name, found.renamed_from.as_ref()?)));
    let named = tables.chain(enums).map(|(name, before)| old(name, before));
    let others = catalog.hints.renamed.iter().filter_map(|(object, before)| match object {
        ObjectName::Function(key) => {
            let before = QualifiedName::new(&key.name.schema, before);
            Some([key.sql(), FunctionName { name: before, arguments: key.arguments.clone() }.sql()])
        }
        ObjectName::Domain(name) | ObjectName::Composite(name) | ObjectName::Range(name) => Some(old(name, before)),
        ObjectName::Sequence(name) | ObjectName::View(name) | ObjectName::MaterializedView(name) => {
            Some(old(name, before))
        }
        _ => None,
    });
    let pairs: Vec<String> = named.chain(others).map(|pair| list(pair.iter().map(String::as_str))).collect();
    lines(&pairs)
}

/// PostgREST connects to Supabase's databases as `authenticator`, and takes on the role that a caller's token names.
fn roles(out: &mut String, catalog: &Catalog) {
    let hints = &catalog.hints;
    for role in catalog.roles.values().filter(|role| !role.unmanaged) {
        let of_callers = hints.supabase && [&hints.signed_in, &hints.anonymous].contains(&&role.name);
        let taken_on_by = optional(of_callers.then_some("authenticator"));
        let bypass = boolean(role.bypass_row_security);
        let needed = boolean(hints.needs_bypass(role));
        out.push_str(&call("ensure_role", &[text(&role.name), bypass, needed, taken_on_by]));
    }
}

fn foundations(out: &mut String, catalog: &Catalog, order: &[ObjectName]) {
    for name in order {
        match name {
            ObjectName::Schema(name) if catalog.schemas.get(name).is_some_and(|schema| !schema.unmanaged) => {
                out.push_str(&call("ensure_schema", &[text(name)]));
            }
            ObjectName::Extension(name) => {
                if let Some(extension) = catalog.extensions.get(name) {
                    let sql = definition(&ddl::create_extension(&catalog.hints.placed(extension)));
                    let version = optional(extension.version.as_deref());
                    let usual = text(catalog.hints.extension_schema());
                    out.push_str(&call("ensure_extension", &[text(name), sql, version, usual]));
                }
            }
            _ => {}
        }
    }
}

fn object(out: &mut Script, catalog: &Catalog, raw: &[&'static str], name: &ObjectName) {
    out.of(name.clone());
    match name {
        ObjectName::Enum(_) | ObjectName::Domain(_) | ObjectName::Composite(_) | ObjectName::Range(_) => {
            data_type(&mut out.text, catalog, name);
        }
        ObjectName::Sequence(name) => sequence(&mut out.text, catalog, name),
        ObjectName::Function(name) => {
            if let Some(found) = catalog.functions.get(name).filter(|found| found.management != Management::None) {
                function(&mut out.text, catalog, found);
            }
        }
        ObjectName::Table(name) => {
            if let Some(found) = catalog.tables.get(name).filter(|found| found.hints.management != Management::None) {
                table(out, catalog, raw, found);
            }
        }
        ObjectName::View(_) | ObjectName::MaterializedView(_) => view(out, catalog, name),
        ObjectName::Schema(_) | ObjectName::Extension(_) | ObjectName::Role(_) | ObjectName::Raw(_) => {}
    }
}

fn named(name: &QualifiedName) -> Vec<String> {
    vec![text(&name.schema), text(&name.name)]
}

fn data_type(out: &mut String, catalog: &Catalog, object: &ObjectName) {
    let (procedure, name, sql, extra) = match object {
        ObjectName::Enum(name) => match catalog.enums.get(name).filter(|found| !found.unmanaged) {
            Some(found) => {
                let renames: Vec<String> =
                    found.renamed_labels.iter().map(|(label, old)| list([label.as_str(), old])).collect();
                let labels = list(found.labels.iter().map(String::as_str));
                let old_name = optional(found.renamed_from.as_deref());
                ("ensure_enum", name, ddl::create_enum(found), vec![labels, lines(&renames), old_name])
            }
            None => return,
        },
        ObjectName::Domain(name) => match catalog.domains.get(name).filter(|found| !found.unmanaged) {
            Some(found) => ("ensure_domain", name, ddl::create_domain(found), vec![]),
            None => return,
        },
        ObjectName::Composite(name) => match catalog.composites.get(name) {
            Some(found) => ("ensure_composite", name, ddl::create_composite(found), vec![]),
            None => return,
        },
        ObjectName::Range(name) => match catalog.ranges.get(name) {
            Some(found) => ("ensure_range", name, ddl::create_range(found), vec![]),
            None => return,
        },
        _ => return,
    };
    let mut arguments = named(name);
    arguments.push(definition(&sql));
    arguments.extend(extra);
    arguments.extend(old_name(catalog, object));
    out.push_str(&call(procedure, &arguments));
}

/// What it was called before.
fn old_name(catalog: &Catalog, name: &ObjectName) -> Option<String> {
    catalog.hints.renamed.get(name).map(|old| format!("old_name => {}", text(old)))
}

fn sequence(out: &mut String, catalog: &Catalog, name: &QualifiedName) {
    if let Some(sequence) = catalog.sequences.get(name) {
        let mut arguments = named(name);
        arguments.push(definition(&ddl::create_sequence(sequence)));
        arguments.extend(old_name(catalog, &ObjectName::Sequence(name.clone())));
        out.push_str(&call("ensure_sequence", &arguments));
    }
}

fn function(out: &mut String, catalog: &Catalog, function: &Function) {
    let mut arguments = vec![text(ddl::function_word(function))];
    arguments.extend(named(&function.name.name));
    arguments.push(text(&function.name.arguments.join(", ")));
    arguments.push(definition(&ddl::create_function(function)));
    arguments.extend(old_name(catalog, &ObjectName::Function(function.name.clone())));
    arguments.extend(overloads(catalog, function));
    out.push_str(&call("ensure_function", &arguments));
}

/// The other arguments with which the model has a function of this name, or renames one that had it.
fn overloads(catalog: &Catalog, function: &Function) -> Option<String> {
    let QualifiedName { schema, name } = &function.name.name;
    let first = FunctionName { name: function.name.name.clone(), arguments: Vec::new() };
    let alike = catalog.functions.range(first..).map(|(key, _)| key).take_while(|key| key.name == function.name.name);
    let renamed = catalog.hints.renamed.iter().filter_map(|(object, old)| match object {
        ObjectName::Function(key) if old == name && key.name.schema == *schema => Some(key),
        _ => None,
    });
    let names = alike.chain(renamed).filter(|key| **key != function.name);
    let others: Vec<String> = names.map(|key| key.arguments.join(", ")).collect();
    (!others.is_empty()).then(|| format!("others => {}", list(others.iter().map(String::as_str))))
}

fn table(out: &mut Script, catalog: &Catalog, raw: &[&'static str], table: &Table) {
    out.push_str("begin;\n");
    let mut arguments = named(&table.name);
    arguments.push(definition(&ddl::create_table(table)));
    arguments.extend([boolean(table.row_security), boolean(table.force_row_security)]);
    arguments.extend(table_options(raw, table));
    out.push_str(&call("ensure_table", &arguments));
    if table.foreign.is_none() {
        out.mark(Mark::Each(table.name.clone(), "index"));
        out.push_str(&indexes(&table.name, table.indexes.values()));
    }
    out.of(ObjectName::Table(table.name.clone()));
    if let ReplicaIdentity::Index(index) = &table.replica_identity {
        let wanted = text(&format!("using index {}", quote_identifier(index)));
        out.push_str(&call("ensure_replica_identity", &[text(&table.name.sql()), wanted]));
    }
    move_partitions(&mut out.text, catalog, table);
    out.push_str("commit;\n");
}

/// Before any partition takes a place: those that are there already leave it, where the model has another for them.
fn move_partitions(out: &mut String, catalog: &Catalog, table: &Table) {
    if table.partition_by.is_none() {
        return;
    }
    let partitions: Vec<String> = catalog
        .tables
        .values()
        .filter(|other| other.hints.management != Management::None)
        .filter_map(|other| Some((&other.name, other.partition_of.as_ref().filter(|of| of.parent == table.name)?)))
        .map(|(name, of)| format!("array{}", bracketed(&[&name.sql(), &of.bound])))
        .collect();
    if !partitions.is_empty() {
        out.push_str(&call("move_partitions", &[text(&table.name.sql()), lines(&partitions)]));
    }
}

fn bracketed(items: &[&str]) -> String {
    format!("[{}]", items.iter().map(|item| text(item)).collect::<Vec<_>>().join(", "))
}

/// What only some tables have.
fn table_options(raw: &[&'static str], table: &Table) -> Vec<String> {
    let pairs = |value: fn(&Column) -> Option<&String>| -> Vec<String> {
        let found = table.columns.iter().filter_map(|column| Some((column, value(column)?)));
        found.map(|(column, value)| list([column.name.as_str(), value])).collect()
    };
    let settings: Vec<String> = table.columns.iter().flat_map(column_settings).collect();
    let settings = list(settings.iter().map(String::as_str));
    let partition = table.partition_of.as_ref().map(|of| list([of.parent.sql().as_str(), of.bound.as_str()]));
    let parents: Vec<String> = table.inherits.iter().map(QualifiedName::sql).collect();
    let options = [
        ("old_name", optional(table.hints.renamed_from.as_deref())),
        ("renames", lines(&pairs(|column| column.hints.renamed_from.as_ref()))),
        ("backfills", lines(&pairs(|column| column.hints.backfill.as_ref()))),
        ("settings", settings),
        ("partition", partition.unwrap_or_else(|| "null".to_owned())),
        ("parents", list(parents.iter().map(String::as_str))),
        ("replica", text(replica_identity(table))),
        ("others", list(decided_by_others(raw, table))),
        ("on_whole", on_whole(table).unwrap_or_else(|| "null".to_owned())),
        ("whole", boolean(table.hints.management == Management::Full || on_whole(table).is_none())),
    ];
    let defaults = ["null", "'{}'", "'{}'", "'{}'", "null", "'{}'", "'default'", "'{}'", "null", "true"];
    let given = options.iter().zip(defaults).filter(|((_, value), default)| value != default);
    given.map(|((name, value), _)| format!("{name} => {value}")).collect()
}

/// What is given on the whole table, where something is given by column: a new column is none of what is held on the whole.
fn on_whole(table: &Table) -> Option<String> {
    let (columns, whole): (Vec<&Grant>, Vec<&Grant>) =
        table.grants.iter().filter(|grant| grant.by_column()).partition(|grant| !grant.columns.is_empty());
    let whole: Vec<Grant> = whole.into_iter().cloned().collect();
    (!columns.is_empty() && table.partition_of.is_none()).then(|| privileges(&whole))
}

fn column_settings(column: &Column) -> Vec<String> {
    let name = quote_identifier(&column.name);
    ddl::column_settings(column).iter().map(|setting| format!("alter column {name} set {setting}")).collect()
}

fn replica_identity(table: &Table) -> &'static str {
    match &table.replica_identity {
        ReplicaIdentity::Full => "full",
        ReplicaIdentity::Nothing => "nothing",
        ReplicaIdentity::Default | ReplicaIdentity::Index(_) => "default",
    }
}

/// What of a table may be somebody else's to decide, and the words of raw SQL that decide it.
const DECIDED_ELSEWHERE: &[(&str, &str)] =
    &[("persistence", "logged"), ("inheritance", "inherit"), (REPLICA_IDENTITY, REPLICA_IDENTITY)];
const REPLICA_IDENTITY: &str = "replica identity";

/// What raw SQL of the model sets, with which up would be at odds each time.
fn set_by_raw(catalog: &Catalog) -> Vec<&'static str> {
    let texts: Vec<String> = catalog.raw.iter().map(|raw| raw.up.to_lowercase()).collect();
    let said = |word: &str| texts.iter().any(|text| text.contains(word));
    DECIDED_ELSEWHERE.iter().filter(|(_, word)| said(word)).map(|(aspect, _)| *aspect).collect()
}

/// What of a table is not ours to decide: the rest of one that is only partly the model's, what an index decides once
/// it is there, and what raw SQL sets.
fn decided_by_others(raw: &[&'static str], table: &Table) -> impl Iterator<Item = &'static str> {
    let partly = table.hints.management == Management::Partly;
    let by_index = matches!(table.replica_identity, ReplicaIdentity::Index(_));
    let others = move |aspect: &str| partly || by_index && aspect == REPLICA_IDENTITY || raw.contains(&aspect);
    DECIDED_ELSEWHERE.iter().map(|(aspect, _)| *aspect).filter(move |aspect| others(aspect))
}

/// The indexes of a relation.
pub fn indexes<'a>(relation: &QualifiedName, indexes: impl Iterator<Item = &'a Index>) -> String {
    let wanted: Vec<String> = indexes
        .map(|index| format!("array[{}, {}]", text(&index.name), definition(&ddl::create_index(index, relation))))
        .collect();
    let mut arguments = named(relation);
    arguments.push(lines(&wanted));
    call("ensure_indexes", &arguments)
}

fn view(out: &mut Script, catalog: &Catalog, object: &ObjectName) {
    let (procedure, name, sql) = match object {
        ObjectName::View(name) => match catalog.views.get(name).filter(|found| found.management != Management::None) {
            Some(found) => ("ensure_view", name, ddl::create_view(found)),
            None => return,
        },
        ObjectName::MaterializedView(name) => match catalog.materialized_views.get(name) {
            Some(found) => ("ensure_materialized_view", name, ddl::create_materialized_view(found)),
            None => return,
        },
        _ => return,
    };
    let mut arguments = named(name);
    arguments.push(definition(&sql));
    arguments.extend(old_name(catalog, object));
    out.push_str(&call(procedure, &arguments));
    if let Some(found) = catalog.materialized_views.get(name) {
        out.push_str("begin;\n");
        out.push_str(&indexes(name, found.indexes.values()));
        out.push_str("commit;\n");
    }
}
