//! Foreign keys that no index leads with.

use crate::audit::{Context, Findings};
use crate::catalog::ddl::names;
use crate::catalog::{ForeignKey, Table, covers};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for table in context.tables().filter(|table| table.partition_of.is_none()) {
        for key in table.foreign_keys.values().filter(|key| !is_served(context, table, key)) {
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

/// A key of several columns is served by an index on the one that alone names the row referred to.
fn is_served(context: &Context<'_>, table: &Table, key: &ForeignKey) -> bool {
    let primary = context.catalog.tables.get(&key.table).and_then(|target| target.primary_key.as_ref());
    let naming =
        key.columns.iter().zip(&key.to).find(|(_, to)| primary.is_some_and(|key| key.columns == [(*to).clone()]));
    covers(table, &key.columns) || naming.is_some_and(|(column, _)| covers(table, std::slice::from_ref(column)))
}
