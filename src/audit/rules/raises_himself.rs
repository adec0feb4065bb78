//! Columns that policies believe, and that the caller may change in his own row.

use crate::audit::context::{applies, effective_check, expressions, is_for, policy_on};
use crate::audit::proofs::owner_column;
use crate::audit::sql::{alternatives, calls, mentions, reads_column, relations};
use crate::audit::{Context, Findings};
use crate::catalog::{Column, Policy, PolicyCommand, Table};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for table in context.tables().filter(|table| table.row_security) {
        for policy in context.policies(table).filter(|policy| !policy.restrictive) {
            let Some(owner) = owner_column(context, table, policy) else { continue };
            let columns: Vec<&str> = table
                .columns
                .iter()
                .filter(|column| is_plain(table, column) && column.name != owner.name)
                .filter(|column| is_free(context, table, policy, &column.name))
                .filter(|column| is_believed(context, table, &owner.name, &column.name))
                .map(|column| column.name.as_str())
                .collect();
            if !columns.is_empty() {
                let why = format!(
                    "whoever owns the row writes {} as he likes, and policies believe it",
                    columns.join(", ")
                );
                found.add(policy_on(policy, table), why, "");
            }
        }
    }
}

/// Keys and references are other findings.
fn is_plain(table: &Table, column: &Column) -> bool {
    let keys = table.primary_key.iter().map(|key| &key.columns);
    !keys.chain(table.foreign_keys.values().map(|key| &key.columns)).any(|columns| columns.contains(&column.name))
}

/// A caller writes the column by this policy, and no check, restrictive policy or trigger looks at it.
fn is_free<'a>(context: &Context<'a>, table: &'a Table, policy: &Policy, column: &str) -> bool {
    let check = effective_check(policy).unwrap_or_default();
    let own = |part: &String| context.asks_who(part) && relations(part).is_empty() && !mentions(part, column);
    let commands = [PolicyCommand::Insert, PolicyCommand::Update].into_iter().filter(|command| is_for(policy, *command));
    let restricted = |command: PolicyCommand, role: &str| {
        let mut all = context.policies(table).filter(|other| other.restrictive && is_for(other, command));
        all.any(|other| applies(other, role) && effective_check(other).is_some_and(|text| mentions(text, column)))
    };
    let writes = |command: PolicyCommand| {
        let mut writers = context.writers(table, command.sql(), column).into_iter();
        writers.any(|role| applies(policy, role) && !restricted(command, role))
    };
    let triggered = table.triggers.values().any(|trigger| {
        let mut functions = context.catalog.functions.values().filter(|function| function.name.name == trigger.function);
        functions.any(|function| mentions(&function.body, column)) || trigger.arguments.iter().any(|word| word == column)
    });
    alternatives(check).iter().any(own) && commands.into_iter().any(writes) && !triggered
}

/// A policy looks the column up in this table, itself or by a function, in a row that says something of the caller. By
/// its own key a row is looked up for what it is itself: its state, not its owner's rights.
fn is_believed(context: &Context<'_>, table: &Table, owner: &str, column: &str) -> bool {
    let key = table.primary_key.as_ref().and_then(|key| key.columns.first().filter(|_| key.columns.len() == 1));
    let key = key.filter(|key| *key != owner);
    let name = (table.name.schema.as_str(), table.name.name.as_str());
    context.all_policies().flat_map(|(_, policy)| expressions(policy)).any(|text| {
        let inside = calls(text).into_iter().any(|call| {
            let function = context.function(&call.name);
            function.is_some_and(|function| {
                let body = &function.body;
                let state = key.is_some_and(|key| mentions(body, key));
                mentions(body, &table.name.name) && mentions(body, column) && !state
            })
        });
        let state = key.is_some_and(|key| reads_column(text, name, key));
        inside || reads_column(text, name, column) && !state
    })
}
