//! Tables and columns.

use super::{check, exclusion, named, names, primary_key, storage_parameters, unique};
use crate::catalog::{Column, Identity, SequenceOptions, Table, quote_identifier};

/// `create table public.jobs (…)` with its columns and its own constraints; foreign keys, indexes, triggers
/// and policies are made after all tables.
pub fn create_table(table: &Table) -> String {
    let head = create_table_head(table);
    if let Some(partition) = &table.partition_of {
        let own = constraints(table);
        let own = if own.is_empty() { String::new() } else { format!("(\n  {}\n) ", own.join(",\n  ")) };
        let by = partition_by(table);
        return format!("{head}partition of {} {own}{}{by}{}", partition.parent.sql(), partition.bound, tail(table));
    }
    let mut parts: Vec<String> = table.columns.iter().map(column).collect();
    parts.extend(constraints(table));
    let body = if parts.is_empty() { "()".to_owned() } else { format!("(\n  {}\n)", parts.join(",\n  ")) };
    format!("{head}{body}{}{}{}", inherits(table), partition_by(table), tail(table))
}

/// What stands before the columns: `create table public.jobs `.
pub fn create_table_head(table: &Table) -> String {
    let kind = match (&table.foreign, table.unlogged) {
        (Some(_), _) => "foreign ",
        (None, true) => "unlogged ",
        (None, false) => "",
    };
    format!("create {kind}table {} ", table.name.sql())
}

/// One column as CREATE TABLE and ADD COLUMN take it.
pub fn column(column: &Column) -> String {
    let mut text = format!("{} {}", quote_identifier(&column.name), column.data_type);
    if let Some(compression) = &column.options.compression {
        text.push_str(&format!(" compression {compression}"));
    }
    if let Some(collation) = &column.options.collation {
        text.push_str(&format!(" collate {collation}"));
    }
    if column.not_null && !column.hints.not_null_inherited {
        text.push_str(" not null");
    }
    if let Some(default) = &column.default {
        text.push_str(&format!(" default {default}"));
    }
    if let Some(expression) = &column.generated {
        text.push_str(&format!(" generated always as ({expression}) {}", generated_kind(column)));
    }
    if let Some(options) = &column.identity {
        text.push_str(&format!(" {}", identity(options)));
    }
    text
}

fn generated_kind(column: &Column) -> &'static str {
    if column.generated_virtual { "virtual" } else { "stored" }
}

/// `generated always as identity (start with 100)`
pub fn identity(identity: &Identity) -> String {
    let when = if identity.always { "always" } else { "by default" };
    let options = sequence_options(&identity.options);
    let list = if options.is_empty() { String::new() } else { format!(" ({})", options.join(" ")) };
    format!("generated {when} as identity{list}")
}

/// The options of a sequence that are not PostgreSQL's defaults.
pub fn sequence_options(options: &SequenceOptions) -> Vec<String> {
    let valued = [
        ("start with", options.start),
        ("increment by", options.increment),
        ("minvalue", options.min),
        ("maxvalue", options.max),
        ("cache", options.cache),
    ];
    let mut list: Vec<String> =
        valued.iter().filter_map(|(word, value)| value.map(|value| format!("{word} {value}"))).collect();
    if options.cycle {
        list.push("cycle".to_owned());
    }
    list
}

fn constraints(table: &Table) -> Vec<String> {
    let mut list = Vec::new();
    if let Some(key) = &table.primary_key {
        list.push(named(&key.name, &primary_key(key)));
    }
    list.extend(table.uniques.values().map(|key| named(&key.name, &unique(key))));
    list.extend(table.checks.values().map(|item| named(&item.name, &check(item))));
    list.extend(table.exclusions.values().map(|item| named(&item.name, &exclusion(item))));
    list
}

fn inherits(table: &Table) -> String {
    if table.inherits.is_empty() {
        return String::new();
    }
    let parents: Vec<String> = table.inherits.iter().map(|parent| parent.sql()).collect();
    format!(" inherits ({})", parents.join(", "))
}

fn partition_by(table: &Table) -> String {
    table.partition_by.as_ref().map(|by| format!(" partition by {}", by.definition)).unwrap_or_default()
}

fn tail(table: &Table) -> String {
    let foreign = table.foreign.as_ref().map(|server| format!(" {server}")).unwrap_or_default();
    format!("{foreign}{}", storage_parameters(&table.with))
}

/// `storage main`, `statistics 500`: what ALTER COLUMN … SET takes and CREATE TABLE of PostgreSQL 15 does not.
pub fn column_settings(column: &Column) -> Vec<String> {
    let storage = column.options.storage.as_ref().map(|storage| format!("storage {storage}"));
    let statistics = column.options.statistics.map(|statistics| format!("statistics {statistics}"));
    storage.into_iter().chain(statistics).collect()
}

/// The columns of the primary key as a list, for rows that are found by it.
pub fn primary_key_columns(table: &Table) -> Option<String> {
    table.primary_key.as_ref().map(|key| names(&key.columns))
}
