//! Columns of the reg types that pg_upgrade refuses.

use crate::audit::{Context, Findings};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    let refused = [
        "regcollation",
        "regconfig",
        "regdictionary",
        "regnamespace",
        "regoper",
        "regoperator",
        "regproc",
        "regprocedure",
    ];
    for table in context.tables() {
        for column in table.columns.iter().filter(|column| refused.contains(&column.data_type.trim_end_matches("[]"))) {
            let fix = format!(
                "alter table {} alter column {} type text;",
                table.name.sql(),
                crate::catalog::quote_identifier(&column.name)
            );
            found.add(
                format!("column {} on {}", column.name, table.name),
                format!("pg_upgrade refuses a column of type {}", column.data_type),
                fix,
            );
        }
    }
}
