//! Policies of the form `column IN (SELECT …)`.

use crate::audit::context::policy_on;
use crate::audit::proofs;
use crate::audit::{Context, Findings};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for (table, policy) in context.all_policies() {
        if policy.using.as_ref().is_some_and(|text| text.contains(" IN ( SELECT")) {
            let why = "IN (SELECT …) becomes a filter over the whole table: write = any (array(select …)), which an index serves";
            found.add_shown(
                policy_on(policy, table),
                why,
                "",
                proofs::plan(context, table, policy, vec!["SubPlan".to_owned()]),
            );
        }
    }
}
