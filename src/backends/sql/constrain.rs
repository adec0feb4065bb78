//! `40_constrain`: foreign keys.

use super::call::{call, definition, text};
use super::runtime;
use crate::catalog::{Catalog, Management, ddl};

/// The file.
pub fn file(catalog: &Catalog) -> String {
    use runtime::*;
    let mut out = head(
        "Constraints on tables that have rows, NOT VALID: 50_validate validates them.\nThen foreign keys.",
        &[LEDGER, RUN, FOREIGN_KEY],
    );
    for table in catalog.tables.values().filter(|table| table.hints.management != Management::None) {
        for key in table.foreign_keys.values() {
            let arguments =
                [text(&table.name.schema), text(&table.name.name), text(&key.name), definition(&ddl::foreign_key(key))];
            out.push_str(&call("ensure_foreign_key", &arguments));
        }
    }
    out
}
