//! UPDATE and DELETE policies for roles that no SELECT policy covers.

use crate::audit::context::{is_for, policy_on};
use crate::audit::{Context, Findings};
use crate::catalog::PolicyCommand;

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for table in context.tables_with_policies() {
        let reading: Vec<_> = context
            .policies(table)
            .filter(|policy| !policy.restrictive && is_for(policy, PolicyCommand::Select))
            .collect();
        let writes = [PolicyCommand::Update, PolicyCommand::Delete];
        for policy in context.policies(table).filter(|policy| !policy.restrictive && writes.contains(&policy.command)) {
            let blind = policy.roles.iter().filter(|role| context.is_api(role)).find(|role| {
                !reading
                    .iter()
                    .any(|read| read.roles.contains(role) || read.roles.iter().any(|other| other == "public"))
            });
            if let Some(role) = blind {
                let why = format!(
                    "{role} may {} rows and read none: a keyed statement hits nothing, one without WHERE hits everything",
                    policy.command.sql()
                );
                found.add(policy_on(policy, table), why, "");
            }
        }
    }
}
