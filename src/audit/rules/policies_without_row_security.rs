//! Policies on a table whose row security is off.

use crate::audit::proofs;
use crate::audit::{Context, Findings};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for table in context.tables().filter(|table| !table.row_security && !table.policies.is_empty()) {
        let names: Vec<&str> = table.policies.keys().map(String::as_str).collect();
        let readers = context.callers_who(table, "SELECT");
        let why = format!("the policies {} do nothing: row security is off", names.join(", "));
        found.add_shown(
            format!("table {}", table.name),
            why,
            format!("alter table {} enable row level security;", table.name.sql()),
            context.somebody(&readers).map(|role| proofs::past_row_security(role, table)),
        );
    }
}
