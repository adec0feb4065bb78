//! Row security without a policy, and privileges that come to nothing.

use crate::audit::context::listed;
use crate::audit::{Context, Findings};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for table in context.tables().filter(|table| table.row_security && table.policies.is_empty()) {
        let callers = context.callers(table);
        if !callers.is_empty() {
            let why = format!("{} may touch it and no policy lets a row through", callers.join(", "));
            let fix = format!("revoke all on {} from {};", table.name.sql(), listed(&callers));
            found.add(format!("table {}", table.name), why, fix);
        }
    }
}
