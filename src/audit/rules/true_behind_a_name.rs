//! Policies named after somebody, whose condition always holds.

use crate::audit::context::{expressions, policy_on};
use crate::audit::proofs;
use crate::audit::sql::is_always_true;
use crate::audit::{Context, Findings};

/// Words of names that promise a restriction.
const PROMISES: &[&str] = &[
    "own", "owner", "owners", "mine", "my", "member", "members", "admin", "admins", "tenant", "team", "self", "private",
];

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for (table, policy) in context.all_policies().filter(|(_, policy)| !policy.restrictive) {
        let lower = policy.name.to_lowercase();
        let word = lower.split(|letter: char| !letter.is_alphanumeric()).find(|word| PROMISES.contains(word));
        if let Some(word) = word.filter(|_| expressions(policy).any(is_always_true)) {
            found.add_shown(
                policy_on(policy, table),
                format!("its name says `{word}` and its condition says true"),
                "",
                proofs::writes(context, table, policy),
            );
        }
    }
}
