//! `40_constrain`: foreign keys.

use crate::backends::psql::call::{call, definition, lines, text};
use crate::backends::psql::runtime;
use crate::catalog::{Catalog, ForeignKey, Management, Table, ddl};

/// The file.
pub fn file(catalog: &Catalog) -> String {
    use runtime::*;
    let mut out = head(
        "Constraints on tables that have rows, NOT VALID: 50_validate validates them.\nThen foreign keys.",
        &[LEDGER, RUN, PENDING, WORK_OFF, PROBE, FOREIGN_KEY],
    );
    out.reserve(catalog.tables.len() * 550);
    out.push_str("call pg_temp.work_off('constrain');\n");
    for table in catalog.tables.values().filter(|table| table.hints.management != Management::None) {
        let wanted: Vec<String> = table
            .foreign_keys
            .values()
            .map(|key| format!("array[{}, {}]", text(&key.name), definition(&add_foreign_key(table, key))))
            .collect();
        let arguments = [text(&table.name.schema), text(&table.name.name), lines(&wanted)];
        out.push_str(&call("ensure_foreign_keys", &arguments));
    }
    out
}

fn add_foreign_key(table: &Table, key: &ForeignKey) -> String {
    let constraint = ddl::named(&key.name, &ddl::foreign_key(key));
    format!("alter table {} add {constraint}", table.name.sql())
}
