//! UPDATE policies without USING.

use crate::audit::context::policy_on;
use crate::audit::proofs;
use crate::audit::{Context, Findings, Shown};
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
        found.add_shown(
            policy_on(policy, table),
            "without USING it matches no row: every update reports success and changes nothing",
            fix.unwrap_or_default(),
            proofs::writable(table)
                .map(|column| crate::catalog::quote_identifier(&column.name))
                .map(|name| format!("update {} set {name} = {name}", table.name.sql()))
                .and_then(|statement| proofs::by_an_owner(context, table, policy, statement))
                .map(|proof| proof.shown_by(Shown::Untouched)),
        );
    }
}
