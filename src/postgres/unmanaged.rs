//! What a model refers to and does not make (`managed: false`, `managed: partly`), for a database that is bare.

use super::{Failure, run_script};
use crate::catalog::{Catalog, Management, QualifiedName, Table, ddl, quote_identifier, quote_literal};
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
        script.push_str(&unless_there("to_regclass", &table.name, &ddl::create_table(&bare(table))));
    }
    run_script(client, &script)
}

/// The columns and keys alone: what else there is belongs to the model or is not described.
fn bare(table: &Table) -> Table {
    Table {
        name: table.name.clone(),
        columns: table.columns.clone(),
        primary_key: table.primary_key.clone(),
        uniques: table.uniques.clone(),
        ..Table::default()
    }
}

fn unless_there(look_up: &str, name: &QualifiedName, statement: &str) -> String {
    let block =
        format!("begin if pg_catalog.{look_up}({}) is null then {statement}; end if; end", quote_literal(&name.sql()));
    format!("do {};\n", crate::catalog::quote_dollars("do", &block))
}
