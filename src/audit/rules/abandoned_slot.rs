//! Replication slots that are inactive and behind what the server keeps.

use crate::audit::{Context, Findings};
use crate::catalog::quote_literal;

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for slot in &context.statistics.abandoned_slots {
        let fix = format!("select pg_drop_replication_slot({});", quote_literal(slot));
        found.add(
            format!("replication slot {slot}"),
            "nobody reads it, and the log that it needs is going or gone",
            fix,
        );
    }
}
