//! Tables that pg_graphql shows to callers who can read none of their rows.

use crate::audit::context::{applies, is_for, listed, reads_who};
use crate::audit::{Context, Findings};
use crate::catalog::{Policy, PolicyCommand, Table};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    if !context.catalog.extensions.contains_key("pg_graphql") {
        return;
    }
    for table in context.tables().filter(|table| table.name.schema == "public" && table.row_security) {
        let mut readers = context.callers_who(table, "SELECT");
        readers.retain(|role| !context.policies(table).any(|policy| lets_read(context, table, policy, role)));
        if !readers.is_empty() {
            let why = format!(
                "{} read none of its rows, and see its name and columns in the GraphQL schema",
                readers.join(", ")
            );
            let fix = format!("revoke select on {} from {};", table.name.sql(), listed(&readers));
            found.add(format!("table {}", table.name), why, fix);
        }
    }
}

/// The role may read some row: whoever is not signed in, where the policy does not ask who he is.
fn lets_read(context: &Context<'_>, table: &Table, policy: &Policy, role: &str) -> bool {
    let using = policy.using.as_deref().unwrap_or_default();
    let asked = context.is_anonymous(role) && table.row_security && reads_who(context, using);
    let role = if role == "public" { policy.roles.first().map_or(role, String::as_str) } else { role };
    !policy.restrictive && is_for(policy, PolicyCommand::Select) && applies(policy, role) && !asked
}
