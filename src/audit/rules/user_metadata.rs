//! Policies on claims that the user edits.

use crate::audit::context::{expressions, policy_on};
use crate::audit::{Context, Findings};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for (table, policy) in context.all_policies() {
        let reads = |text: &str| text.contains("user_metadata") || text.contains("raw_user_meta_data");
        if expressions(policy).any(reads) {
            found.add(policy_on(policy, table), "user_metadata is the user's to edit", "");
        }
    }
}
