//! Foreign tables cannot have row security.

use crate::audit::context::listed;
use crate::audit::{Context, Findings};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for table in context.tables().filter(|table| table.foreign.is_some()) {
        let callers = context.callers(table);
        if !callers.is_empty() {
            let why = format!("{} reach another system through it, with the server's login", callers.join(", "));
            found.add(
                format!("foreign table {}", table.name),
                why,
                format!("revoke all on {} from {};", table.name.sql(), listed(&callers)),
            );
        }
    }
}
