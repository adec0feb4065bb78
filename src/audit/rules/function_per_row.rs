//! Calls of one's own functions with a column of the row.

use crate::audit::context::policy_on;
use crate::audit::proofs;
use crate::audit::sql::{calls, mentions};
use crate::audit::{Context, Findings};
use crate::catalog::Volatility;

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for (table, policy) in context.all_policies() {
        let of_row = |arguments: &str| table.columns.iter().any(|column| mentions(arguments, &column.name));
        let own =
            |name: &str| context.function(name).is_some_and(|function| function.volatility != Volatility::Immutable);
        let reading =
            policy.using.iter().flat_map(|text| calls(text)).filter(|call| own(&call.name) && of_row(&call.arguments));
        let names: std::collections::BTreeSet<String> = reading.map(|call| call.name).collect();
        for name in names {
            let bare = format!("{}(", name.rsplit('.').next().unwrap_or(&name));
            let why =
                format!("{name}() is called with every row, and no index helps: let a helper return the ids instead");
            found.add_shown(policy_on(policy, table), why, "", proofs::plan(context, table, policy, vec![bare]));
        }
    }
}
