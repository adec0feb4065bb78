//! More permissive policies for one role and command than anybody reads.

use crate::audit::context::is_for;
use crate::audit::{Context, Findings};
use crate::catalog::PolicyCommand;
use std::collections::BTreeSet;

/// Reasons to read a row that one table may well have.
const ENOUGH: usize = 6;

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for table in context.tables() {
        let roles: BTreeSet<&str> =
            context.policies(table).flat_map(|policy| &policy.roles).map(String::as_str).collect();
        for command in [PolicyCommand::Select, PolicyCommand::Insert, PolicyCommand::Update, PolicyCommand::Delete] {
            let count = |role: &&str| {
                let all = context.policies(table).filter(|policy| !policy.restrictive && is_for(policy, command));
                all.filter(|policy| policy.roles.iter().any(|other| other == role || other == "public")).count()
            };
            let most = roles.iter().map(|role| (count(role), *role)).max();
            if let Some((number, role)) = most.filter(|(number, _)| *number > ENOUGH) {
                let why = format!(
                    "{number} policies for {} by {role}: each is asked about each row, until one holds",
                    command.sql()
                );
                found.add(format!("table {}", table.name), why, "");
            }
        }
    }
}
