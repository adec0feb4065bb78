//! Policies that cast a session setting without minding that it may be ''.

use crate::audit::context::{expressions, policy_on};
use crate::audit::proofs;
use crate::audit::sql::calls;
use crate::audit::{Context, Findings, Proof, Shown};
use crate::catalog::{Policy, Table};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for (table, policy) in context.all_policies() {
        let reads = |text: &str| {
            text.contains("current_setting(")
                && text.contains(")::")
                && !calls(text).iter().any(|call| call.name.eq_ignore_ascii_case("nullif"))
        };
        if expressions(policy).any(reads) {
            found.add_shown(
                policy_on(policy, table),
                "a pooled session leaves the setting '' and not NULL: the cast then fails for everybody",
                "",
                pooled(context, table, policy),
            );
        }
    }
}

/// A session in which the setting is '' meets the cast.
fn pooled(context: &Context<'_>, table: &Table, policy: &Policy) -> Option<Proof> {
    let all = expressions(policy).flat_map(calls).filter(|call| call.name.ends_with("current_setting"));
    let name = |arguments: String| arguments.split('\'').nth(1).map(str::to_owned);
    let settings = all.filter_map(|call| name(call.arguments)).map(|name| (name, String::new())).collect();
    let proof = proofs::touches(context, table, policy)?;
    Some(Proof { settings, ..proof }.shown_by(Shown::State("22P02")))
}
