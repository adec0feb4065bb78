//! Tables that callers reach and that have no row security.

use crate::audit::proofs;
use crate::audit::{Context, Findings};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    let open = context
        .tables()
        .filter(|table| !table.row_security && table.policies.is_empty() && table.partition_of.is_none());
    for table in open {
        let callers = context.callers(table);
        if !callers.is_empty() {
            let readers = context.callers_who(table, "SELECT");
            let why = format!("{} may touch every row: row security is off", callers.join(", "));
            found.add_shown(
                format!("table {}", table.name),
                why,
                format!("alter table {} enable row level security;", table.name.sql()),
                context.somebody(&readers).map(|role| proofs::past_row_security(role, table)),
            );
        }
    }
}
