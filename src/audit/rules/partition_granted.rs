//! Partitions that callers reach directly.

use crate::audit::proofs;
use crate::audit::context::listed;
use crate::audit::{Context, Findings};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for table in context.tables().filter(|table| !table.row_security) {
        let Some(parent) = &table.partition_of else { continue };
        let callers = context.callers(table);
        if !callers.is_empty() {
            let readers = context.callers_who(table, "SELECT");
            let why = format!(
                "{} reach it directly, where the policies of {} do not apply",
                callers.join(", "),
                parent.parent
            );
            found.add_shown(
                format!("table {}", table.name),
                why,
                format!("revoke all on {} from {};", table.name.sql(), listed(&callers)),
                context.somebody(&readers).map(|role| proofs::past_row_security(role, table)),
            );
        }
    }
}
