//! Policies that cast a session setting without minding that it may be ''.

use crate::audit::context::{expressions, policy_on};
use crate::audit::sql::calls;
use crate::audit::{Context, Findings};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for (table, policy) in context.all_policies() {
        let reads = |text: &str| {
            text.contains("current_setting(")
                && text.contains(")::")
                && !calls(text).iter().any(|call| call.name.eq_ignore_ascii_case("nullif"))
        };
        if expressions(policy).any(reads) {
            found.add(
                policy_on(policy, table),
                "a pooled session leaves the setting '' and not NULL: the cast then fails for everybody",
                "",
            );
        }
    }
}
