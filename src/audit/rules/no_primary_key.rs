//! Tables without a primary key.

use crate::audit::{Context, Findings};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    let keyless = context.tables().filter(|table| {
        table.primary_key.is_none()
            && table.partition_of.is_none()
            && table.inherits.is_empty()
            && table.foreign.is_none()
    });
    for table in keyless {
        found.add(
            format!("table {}", table.name),
            "no row can be named: no safe update of one, no replication, no reference",
            "",
        );
    }
}
