//! UPDATE policies without USING.

use crate::audit::context::policy_on;
use crate::audit::{Context, Findings};
use crate::catalog::PolicyCommand;

pub fn check(context: &Context<'_>, found: &mut Findings) {
    let updates =
        context.all_policies().filter(|(_, policy)| policy.command == PolicyCommand::Update && !policy.restrictive);
    for (table, policy) in updates.filter(|(_, policy)| policy.using.is_none()) {
        let fix = policy.check.as_ref().map(|check| {
            format!(
                "alter policy {} on {} using ({check});",
                crate::catalog::quote_identifier(&policy.name),
                table.name.sql()
            )
        });
        found.add(
            policy_on(policy, table),
            "without USING it matches no row: every update reports success and changes nothing",
            fix.unwrap_or_default(),
        );
    }
}
