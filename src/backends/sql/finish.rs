//! `90_finish`: rows the model always has, what is computed from rows, publications, raw SQL.

use super::call::{call, text};
use super::expand::raw_sql;
use crate::backends::runtime;
use crate::catalog::{Catalog, RawPhase};

/// The file.
pub fn file(catalog: &Catalog) -> String {
    use runtime::*;
    let mut out = head(
        "Rows that the model always has, materialized views, publications, raw SQL.",
        &[LEDGER, RUN, TYPES, FINISH],
    );
    for sequence in catalog.sequences.values() {
        if let Some((table, column)) = &sequence.owned_by {
            out.push_str(&call(
                "ensure_sequence_owner",
                &[text(&sequence.name.sql()), text(&table.sql()), text(column)],
            ));
        }
    }
    for view in catalog.materialized_views.values().filter(|view| !view.no_data) {
        out.push_str(&call("ensure_populated", &[text(&view.name.sql())]));
    }
    for raw in catalog.raw.iter().filter(|raw| raw.phase == RawPhase::After) {
        out.push_str(&raw_sql(raw));
    }
    for raw in catalog.raw.iter().filter(|raw| raw.phase == RawPhase::NoTransaction) {
        out.push_str(&format!("-- {}\n{};\n", raw.name.replace('\n', " "), raw.up.trim().trim_end_matches(';')));
    }
    out
}
