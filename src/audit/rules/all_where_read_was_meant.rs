//! FOR ALL policies whose name speaks of reading.

use crate::audit::context::policy_on;
use crate::audit::proofs;
use crate::audit::{Context, Findings, Proof, Shown};
use crate::catalog::{Policy, PolicyCommand, Table};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for (table, policy) in
        context.all_policies().filter(|(_, policy)| policy.command == PolicyCommand::All && !policy.restrictive)
    {
        let lower = policy.name.to_lowercase();
        let words: Vec<&str> = lower.split(|letter: char| !letter.is_alphanumeric()).collect();
        let reads = ["read", "reads", "readable", "view", "views", "see", "select", "viewable", "visible"];
        let writes = ["write", "rw", "update", "edit", "manage", "insert", "delete", "all", "change"];
        if words.iter().any(|word| reads.contains(word)) && !words.iter().any(|word| writes.contains(word)) {
            found.add_shown(
                policy_on(policy, table),
                "its name speaks of reading, and it is FOR ALL: it lets insert, update and delete as well",
                "",
                one_row_less(context, table, policy).map(|proof| proof.shown_by(Shown::PastRowSecurity)),
            );
        }
    }
}

/// Somebody who owns nothing deletes a row that he reads.
fn one_row_less(context: &Context<'_>, table: &Table, policy: &Policy) -> Option<Proof> {
    let name = table.name.sql();
    let statement = format!("delete from {name} where ctid = (select min(ctid) from {name})");
    Some(Proof::new(proofs::policy_role(context, table, policy)?, statement))
}
