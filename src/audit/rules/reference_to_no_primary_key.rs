//! Foreign keys into another owner's table on a key that is not its primary one.

use crate::audit::context::is_platform;
use crate::audit::{Context, Findings};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for table in context.tables() {
        for key in table.foreign_keys.values().filter(|key| is_platform(&key.table.schema)) {
            let primary = context.catalog.tables.get(&key.table).and_then(|target| target.primary_key.as_ref());
            if primary.is_some_and(|primary| primary.columns != key.to) {
                let why = format!(
                    "it refers to {} ({}), which is not its primary key and is the platform's to drop",
                    key.table,
                    key.to.join(", ")
                );
                found.add(format!("foreign key {} on {}", key.name, table.name), why, "");
            }
        }
    }
}
