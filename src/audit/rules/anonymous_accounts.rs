//! Policies for everybody signed in, where strangers may sign in without an account.

use crate::audit::context::{expressions, policy_on};
use crate::audit::{Context, Findings};
use crate::catalog::PolicyCommand;

pub fn check(context: &Context<'_>, found: &mut Findings) {
    let accounts = context.statistics.anonymous_accounts;
    if accounts == 0 {
        return;
    }
    let signed_in = |roles: &[String]| roles.iter().any(|role| role == "authenticated");
    for (table, policy) in context.all_policies().filter(|(_, policy)| !policy.restrictive && signed_in(&policy.roles))
    {
        let asks = expressions(policy).any(|text| text.contains("is_anonymous") || context.asks_who(text));
        let narrowed = context
            .policies(table)
            .any(|other| other.restrictive && expressions(other).any(|text| text.contains("is_anonymous")));
        if policy.command != PolicyCommand::Select && !asks && !narrowed {
            let why =
                format!("{accounts} accounts have no identity, and it lets them write without asking who they are");
            found.add(policy_on(policy, table), why, "");
        }
    }
}
