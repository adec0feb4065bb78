//! Policies for everybody signed in, where strangers may sign in without an account.

use crate::audit::context::{expressions, is_for, open_to, policy_on};
use crate::audit::{Context, Findings};
use crate::catalog::{Policy, PolicyCommand, Table};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    let accounts = context.statistics.anonymous_accounts;
    if accounts == 0 {
        return;
    }
    let signed_in = |policy: &Policy| !policy.restrictive && policy.roles.iter().any(|role| role == "authenticated");
    for (table, policy) in context.all_policies().filter(|(_, policy)| signed_in(policy)) {
        if policy.command == PolicyCommand::Select && is_public(context, table) || is_narrowed(context, table, policy) {
            continue;
        }
        let (verb, open) = match policy.command {
            PolicyCommand::Select => ("read", policy.using.as_deref().is_some_and(|text| open_to(context, text))),
            _ => ("write", expressions(policy).any(|text| open_to(context, text))),
        };
        if open {
            let why =
                format!("{accounts} accounts have no identity, and it lets them {verb} without asking who they are");
            found.add(policy_on(policy, table), why, "");
        }
    }
}

/// The policy, or a restrictive one beside it, asks whether the account has an identity.
fn is_narrowed(context: &Context<'_>, table: &Table, policy: &Policy) -> bool {
    let asks = |policy: &Policy| expressions(policy).any(|text| text.contains("is_anonymous"));
    asks(policy) || context.policies(table).any(|other| other.restrictive && asks(other))
}

/// Callers who are not signed in read the table anyway.
fn is_public(context: &Context<'_>, table: &Table) -> bool {
    context.policies(table).any(|policy| {
        let anonymous = policy.roles.iter().any(|role| context.is_anonymous(role));
        let reads = !policy.restrictive && is_for(policy, PolicyCommand::Select);
        reads && anonymous && policy.using.as_deref().is_some_and(|text| open_to(context, text))
    })
}
