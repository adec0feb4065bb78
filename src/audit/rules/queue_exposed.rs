//! Tables of pgmq without row security.

use crate::audit::proofs;
use crate::audit::{Context, Findings};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    let queues = context
        .catalog
        .tables
        .values()
        .filter(|table| table.name.schema == "pgmq" && table.name.name.starts_with("q_"));
    for table in queues.filter(|table| !table.row_security) {
        let callers = context.callers(table);
        if !callers.is_empty() {
            let why = format!("{} read and forge its messages", callers.join(", "));
            found.add_shown(
                format!("table {}", table.name),
                why,
                format!("alter table {} enable row level security;", table.name.sql()),
                context
                    .somebody(&context.callers_who(table, "SELECT"))
                    .map(|role| proofs::past_row_security(role, table)),
            );
        }
    }
}
