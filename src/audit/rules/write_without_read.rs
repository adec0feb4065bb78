//! UPDATE and DELETE policies for roles that no SELECT policy covers.

use crate::audit::context::{is_for, policy_on};
use crate::audit::proofs;
use crate::audit::{Context, Findings, Proof, Shown};
use crate::catalog::{Policy, PolicyCommand, Table, quote_identifier};

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
                found.add_shown(policy_on(policy, table), why, "", keyed(context, table, policy));
            }
        }
    }
}

/// The owner of a row names it, and it is not there for him.
fn keyed(context: &Context<'_>, table: &Table, policy: &Policy) -> Option<Proof> {
    let statement = proofs::touches(context, table, policy)?.statement;
    let owner = quote_identifier(&proofs::owner_column(context, table, policy)?.name);
    let statement = format!("{statement} where {owner} = '{{caller}}'");
    proofs::by_an_owner(context, table, policy, statement).map(|proof| proof.shown_by(Shown::Untouched))
}
