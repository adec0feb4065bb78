//! Subqueries of policies in which a bare name meant the outer row and got the inner one.

use crate::audit::context::{expressions, policy_on};
use crate::audit::sql::compares_with_itself;
use crate::audit::{Context, Findings};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for (table, policy) in context.all_policies() {
        if let Some(column) = expressions(policy).find_map(compares_with_itself) {
            let why = format!("it compares {column} with itself: the outer row was meant");
            found.add(policy_on(policy, table), why, "");
        }
    }
}
