//! Columns that policies compare with the caller and that no index leads with.

use crate::audit::context::policy_on;
use crate::audit::sql::{alternatives, conditions};
use crate::audit::{Context, Findings};
use crate::catalog::covers;
use crate::catalog::ddl::names;

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for (table, policy) in
        context.all_policies().filter(|(table, _)| !crate::audit::context::is_platform(&table.name.schema))
    {
        let Some(using) = &policy.using else { continue };
        let parts = alternatives(using).into_iter().flat_map(|part| conditions(&part));
        for part in parts.filter(|part| context.asks_who(part)) {
            let Some((left, _)) = part.split_once(" = ") else { continue };
            let column = left.trim().trim_matches('"').to_owned();
            let known = table.columns.iter().any(|known| known.name == column);
            if known && !covers(table, std::slice::from_ref(&column)) {
                let fix = format!(
                    "create index concurrently on {} ({});",
                    table.name.sql(),
                    names(std::slice::from_ref(&column))
                );
                found.add(
                    policy_on(policy, table),
                    format!("no index leads with {column}: each query reads the whole table"),
                    fix,
                );
            }
        }
    }
}
