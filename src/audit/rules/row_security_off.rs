//! Tables that callers reach and that have no row security.

use crate::audit::{Context, Findings};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    let open = context
        .tables()
        .filter(|table| !table.row_security && table.policies.is_empty() && table.partition_of.is_none());
    for table in open {
        let callers = context.callers(table);
        if !callers.is_empty() {
            let why = format!("{} may touch every row: row security is off", callers.join(", "));
            found.add(
                format!("table {}", table.name),
                why,
                format!("alter table {} enable row level security;", table.name.sql()),
            );
        }
    }
}
