//! `a OR b AND c` in policies for writing: one side of the OR asks who is calling, the other does not.

use crate::audit::context::{expressions, policy_on};
use crate::audit::sql::{alternatives, bare, conditions, is_always_true};
use crate::audit::{Context, Findings, proofs};
use crate::catalog::PolicyCommand;

pub fn check(context: &Context<'_>, found: &mut Findings) {
    let writing =
        context.all_policies().filter(|(_, policy)| !policy.restrictive && policy.command != PolicyCommand::Select);
    for (table, policy) in writing {
        if let Some(open) = expressions(policy).find_map(|text| open_side(context, &bare(text))) {
            let why = format!("where {open}, everybody may write: AND binds before OR");
            found.add_shown(policy_on(policy, table), why, "", proofs::writes(context, table, policy));
        }
    }
}

/// The alternative that does not ask, beside one that asks and has a further condition.
fn open_side(context: &Context<'_>, text: &str) -> Option<String> {
    let parts = alternatives(text);
    let narrow = parts.iter().any(|part| conditions(part).len() > 1 && context.asks_who(part));
    let asks = |part: &String| context.asks_who(part) || part.contains("SELECT");
    parts.into_iter().find(|part| narrow && !asks(part) && !is_always_true(part))
}
