//! Foreign keys from what callers write to what they may not read.

use crate::audit::{Context, Findings};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for table in context.tables().filter(|table| !context.callers_who(table, "INSERT").is_empty()) {
        for key in table.foreign_keys.values() {
            let Some(target) = context.catalog.tables.get(&key.table).filter(|target| target.row_security) else {
                continue;
            };
            let guessable = target.columns.iter().any(|column| {
                key.to.contains(&column.name)
                    && ["integer", "bigint", "smallint", "text", "character varying"]
                        .contains(&column.data_type.as_str())
            });
            let hidden = target.name != table.name && context.callers_who(target, "SELECT").is_empty();
            if guessable && hidden && key.to.len() == 1 {
                let why = format!("its errors tell which rows of {} exist, which callers may not read", target.name);
                found.add(format!("foreign key {} on {}", key.name, table.name), why, "");
            }
        }
    }
}
