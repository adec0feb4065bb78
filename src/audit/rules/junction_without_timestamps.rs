//! Tables whose key is nothing but foreign keys, without a time.

use crate::audit::{Context, Findings};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for table in context.tables() {
        let Some(key) = &table.primary_key else { continue };
        let refers = |column: &String| table.foreign_keys.values().any(|foreign| foreign.columns.contains(column));
        let times =
            table.columns.iter().any(|column| column.data_type.starts_with("timestamp") || column.data_type == "date");
        if key.columns.len() > 1 && key.columns.iter().all(refers) && !times {
            let fix =
                format!("alter table {} add column created_at timestamptz not null default now();", table.name.sql());
            found.add(format!("table {}", table.name), "it joins tables and does not say since when", fix);
        }
    }
}
