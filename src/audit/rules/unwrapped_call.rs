//! Calls in policies that do not depend on the row and are not wrapped in a scalar subquery.

use crate::audit::context::{expressions, policy_on};
use crate::audit::proofs;
use crate::audit::sql::{calls, mentions};
use crate::audit::{Context, Findings};
use crate::catalog::Volatility;

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for (table, policy) in context.all_policies() {
        let constant = |arguments: &str| !table.columns.iter().any(|column| mentions(arguments, &column.name));
        let slow = |name: &str| {
            name == "current_setting"
                || name.starts_with("auth.")
                || context.function(name).is_some_and(|function| function.volatility != Volatility::Immutable)
        };
        let all = expressions(policy)
            .flat_map(calls)
            .filter(|call| !call.once && slow(&call.name) && constant(&call.arguments));
        let names: std::collections::BTreeSet<String> = all.map(|call| call.name).collect();
        for name in names {
            let bare = format!("{}(", name.rsplit('.').next().unwrap_or(&name));
            let why = format!("{name}() is called for every row: write (select {name}(…))");
            found.add_shown(
                policy_on(policy, table),
                why,
                "",
                proofs::plan(context, table, policy, vec![bare, "current_setting(".to_owned()]),
            );
        }
    }
}
