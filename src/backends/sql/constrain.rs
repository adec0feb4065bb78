//! `40_constrain`: foreign keys.

use crate::backends::psql::call::{call, definition, lines, text};
use crate::backends::psql::runtime;
use crate::backends::psql::script::{Mark, Script};
use crate::catalog::{Catalog, ForeignKey, Management, Table, ddl};

/// The file.
pub fn file(catalog: &Catalog) -> Script {
    use runtime::*;
    let mut out = Script::new(head(
        "Constraints on tables that have rows, NOT VALID: 50_validate validates them.\nThen foreign keys.",
        &[LEDGER, RUN, PENDING, WORK_OFF, PROBE, FOREIGN_KEY],
    ));
    out.text.reserve(catalog.tables.len() * 550);
    out.push_str("call pg_temp.work_off('constrain');\n");
    for table in catalog.tables.values().filter(|table| table.hints.management != Management::None) {
        out.mark(Mark::Each(table.name.clone(), "foreign key"));
        out.push_str(&foreign_keys(table, table.foreign_keys.values()));
    }
    out
}

/// Foreign keys of a table.
pub fn foreign_keys<'k>(table: &Table, keys: impl Iterator<Item = &'k ForeignKey>) -> String {
    let wanted = keys.map(|key| format!("array[{}, {}]", text(&key.name), definition(&add_foreign_key(table, key))));
    let wanted: Vec<String> = wanted.collect();
    let mut arguments = vec![text(&table.name.schema), text(&table.name.name), lines(&wanted)];
    arguments.extend((table.hints.management == Management::Partly).then(|| "partly => true".to_owned()));
    call("ensure_foreign_keys", &arguments)
}

fn add_foreign_key(table: &Table, key: &ForeignKey) -> String {
    let constraint = ddl::named(&key.name, &ddl::foreign_key(key));
    format!("alter table {} add {constraint}", table.name.sql())
}
