//! Permissive policies for writing whose condition always holds.

use crate::audit::context::{effective_check, policy_on};
use crate::audit::proofs;
use crate::audit::sql::is_always_true;
use crate::audit::{Context, Findings};
use crate::catalog::PolicyCommand;

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for (table, policy) in context.all_policies().filter(|(_, policy)| !policy.restrictive) {
        let old_rows = policy.using.as_deref().is_some_and(is_always_true);
        let new_rows = effective_check(policy).is_some_and(is_always_true);
        let verb = match policy.command {
            PolicyCommand::Select => continue,
            PolicyCommand::Insert if new_rows => "insert any row",
            PolicyCommand::Delete if old_rows => "delete every row",
            PolicyCommand::Update if old_rows => "update every row",
            PolicyCommand::All if old_rows => "read, change and delete every row",
            _ => continue,
        };
        let why = format!("{} may {verb}", policy.roles.join(", "));
        found.add_shown(policy_on(policy, table), why, "", proofs::writes(context, table, policy));
    }
}
