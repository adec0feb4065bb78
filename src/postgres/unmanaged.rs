//! What a model refers to and does not make (`managed: false`, `managed: partly`), for a database that is bare.

use super::{Database, Failure, run_script};
use crate::catalog::{Catalog, Key, Management, QualifiedName, Table, ddl, quote_identifier, quote_literal};
use std::collections::BTreeSet;

/// Makes, as far as the model describes them, the objects that somebody else owns and that are not there. Whoever applies the
/// model may refer to them, and make his own beside them.
pub fn prepare_unmanaged(database: &Database, wanted: &Catalog) -> Result<(), Failure> {
    let owner = database.owner();
    let schemas = schemas(wanted).into_iter().map(quote_identifier);
    let mut script: String =
        schemas.map(|schema| format!("create schema if not exists {schema} authorization {owner};\n")).collect();
    for enumeration in wanted.enums.values().filter(|enumeration| enumeration.unmanaged) {
        script.push_str(&unless_there("to_regtype", &enumeration.name, &ddl::create_enum(enumeration)));
    }
    for domain in wanted.domains.values().filter(|domain| domain.unmanaged) {
        script.push_str(&unless_there("to_regtype", &domain.name, &ddl::create_domain(domain)));
    }
    for table in unmanaged_tables(wanted) {
        let create = ddl::create_table(&bare(table, wanted));
        let given = format!("{create}; alter table {} owner to {owner}", table.name.sql());
        script.push_str(&unless_there("to_regclass", &table.name, &given));
    }
    run_script(&mut database.superuser()?, &script)
}

fn unmanaged_tables(wanted: &Catalog) -> impl Iterator<Item = &Table> {
    wanted.tables.values().filter(|table| table.hints.management != Management::Full)
}

/// Those that are somebody else's, and those of what is somebody else's.
fn schemas(wanted: &Catalog) -> BTreeSet<&str> {
    let schemas = wanted.schemas.values().filter(|schema| schema.unmanaged).map(|schema| &schema.name);
    let enums = wanted.enums.values().filter(|found| found.unmanaged).map(|found| &found.name.schema);
    let domains = wanted.domains.values().filter(|found| found.unmanaged).map(|found| &found.name.schema);
    let tables = unmanaged_tables(wanted).map(|table| &table.name.schema);
    schemas.chain(enums).chain(domains).chain(tables).map(String::as_str).collect()
}

/// The columns and keys alone: what else there is belongs to the model or is not described. A key that is referred to
/// is there, whether it is described or not.
fn bare(table: &Table, wanted: &Catalog) -> Table {
    let mut bare = Table {
        name: table.name.clone(),
        columns: table.columns.clone(),
        primary_key: table.primary_key.clone(),
        uniques: table.uniques.clone(),
        ..Table::default()
    };
    let referring = wanted.tables.values().flat_map(|other| other.foreign_keys.values());
    for key in referring.filter(|key| key.table == table.name) {
        if !bare.primary_key.iter().chain(bare.uniques.values()).any(|known| same_columns(&known.columns, &key.to)) {
            let name = format!("referred_to_{}", bare.uniques.len());
            bare.uniques.insert(name.clone(), Key { name, columns: key.to.clone(), ..Key::default() });
        }
    }
    bare
}

fn same_columns(one: &[String], other: &[String]) -> bool {
    one.len() == other.len() && one.iter().all(|column| other.contains(column))
}

fn unless_there(look_up: &str, name: &QualifiedName, statement: &str) -> String {
    let block =
        format!("begin if pg_catalog.{look_up}({}) is null then {statement}; end if; end", quote_literal(&name.sql()));
    format!("do {};\n", crate::catalog::quote_dollars("do", &block))
}
