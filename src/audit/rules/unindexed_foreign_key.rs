//! Foreign keys that no index leads with.

use crate::audit::rules::leads;
use crate::audit::{Context, Findings};
use crate::catalog::ddl::names;

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for table in context.tables().filter(|table| table.partition_of.is_none()) {
        for key in table.foreign_keys.values().filter(|key| !leads(table, &key.columns)) {
            let why = format!(
                "no index leads with ({}): a delete in {} reads the whole table",
                key.columns.join(", "),
                key.table
            );
            let fix = format!("create index concurrently on {} ({});", table.name.sql(), names(&key.columns));
            found.add(format!("foreign key {} on {}", key.name, table.name), why, fix);
        }
    }
}
