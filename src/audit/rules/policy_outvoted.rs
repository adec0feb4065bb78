//! Permissive policies beside one of the same command and role that always holds.

use crate::audit::context::{is_for, policy_on};
use crate::audit::sql::is_always_true;
use crate::audit::{Context, Findings};
use crate::catalog::{Policy, PolicyCommand};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for table in context.tables_with_policies() {
        let reading: Vec<&Policy> = context
            .policies(table)
            .filter(|policy| !policy.restrictive && is_for(policy, PolicyCommand::Select))
            .collect();
        for open in reading.iter().filter(|policy| policy.using.as_deref().is_some_and(is_always_true)) {
            let covers = |other: &&&Policy| {
                other.name != open.name && other.command == PolicyCommand::Select && covers_roles(open, other)
            };
            for other in reading.iter().filter(covers) {
                found.add(
                    policy_on(other, table),
                    format!("the policy {} lets every row through: this one changes nothing", open.name),
                    "",
                );
            }
        }
    }
}

fn covers_roles(open: &Policy, other: &Policy) -> bool {
    open.roles.iter().any(|role| role == "public") || other.roles.iter().all(|role| open.roles.contains(role))
}
