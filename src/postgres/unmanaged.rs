//! What a model refers to and does not make (`managed: false`, `managed: partly`), for a database that is bare.

use super::{Failure, run_script};
use crate::catalog::{Catalog, Key, Management, QualifiedName, Table, ddl, quote_identifier, quote_literal};
use postgres::Client;

/// Makes, as far as the model describes them, the objects that somebody else owns and that are not there.
pub fn prepare_unmanaged(client: &mut Client, wanted: &Catalog) -> Result<(), Failure> {
    let schemas = wanted.schemas.values().filter(|schema| schema.unmanaged);
    let mut script: String =
        schemas.map(|schema| format!("create schema if not exists {};\n", quote_identifier(&schema.name))).collect();
    for enumeration in wanted.enums.values().filter(|enumeration| enumeration.unmanaged) {
        script.push_str(&unless_there("to_regtype", &enumeration.name, &ddl::create_enum(enumeration)));
    }
    for domain in wanted.domains.values().filter(|domain| domain.unmanaged) {
        script.push_str(&unless_there("to_regtype", &domain.name, &ddl::create_domain(domain)));
    }
    for table in wanted.tables.values().filter(|table| table.hints.management != Management::Full) {
        script.push_str(&unless_there("to_regclass", &table.name, &ddl::create_table(&bare(table, wanted))));
    }
    run_script(client, &script)
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
