//! Owners who may set a mark that hides the row from themselves.

use crate::audit::context::{is_for, policy_on};
use crate::audit::proofs::{by_an_owner, owner_column};
use crate::audit::sql::{alternatives, conditions};
use crate::audit::{Context, Findings, Proof, Shown};
use crate::catalog::{Column, Policy, PolicyCommand, Table, quote_identifier};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for table in context.tables_with_policies().filter(|table| table.row_security) {
        for column in table.columns.iter().filter(|column| is_mark(column)) {
            let updates =
                context.policies(table).filter(|policy| !policy.restrictive && is_for(policy, PolicyCommand::Update));
            for policy in updates.filter(|policy| writes(context, table, policy, column)) {
                if hides(context, table, policy, column) {
                    let why = format!(
                        "a row with {} set is hidden from whoever sets it: the update fails, because its new row cannot be read",
                        column.name
                    );
                    found.add_shown(policy_on(policy, table), why, "", fails(context, table, policy, column));
                }
            }
        }
    }
}

/// `deleted_at`, `archived_at` …
fn is_mark(column: &Column) -> bool {
    ["deleted_at", "archived_at", "removed_at", "hidden_at"].contains(&column.name.as_str())
}

fn writes(context: &Context<'_>, table: &Table, policy: &Policy, column: &Column) -> bool {
    let may = |role: &String| {
        table.grants.iter().any(|grant| {
            grant.privilege == "UPDATE"
                && (grant.role == *role || grant.role == "public")
                && (grant.columns.is_empty() || grant.columns.contains(&column.name))
        })
    };
    let asks = owner_column(context, table, policy).is_some();
    asks && policy.roles.iter().any(|role| role == "public" || may(role))
}

/// Every policy by which the role reads rows asks that the mark is not set.
fn hides(context: &Context<'_>, table: &Table, update: &Policy, column: &Column) -> bool {
    let same = |policy: &&Policy| policy.roles.iter().any(|role| role == "public" || update.roles.contains(role));
    let reading: Vec<&Policy> = context
        .policies(table)
        .filter(|policy| !policy.restrictive && is_for(policy, PolicyCommand::Select))
        .filter(same)
        .collect();
    let unset = format!("{} IS NULL", quote_identifier(&column.name));
    let asks = |policy: &&Policy| {
        let using = policy.using.as_deref().unwrap_or_default();
        alternatives(using).iter().all(|part| conditions(part).contains(&unset))
    };
    !reading.is_empty() && reading.iter().all(asks)
}

/// An owner deletes his row as applications do, by its key.
fn fails(context: &Context<'_>, table: &Table, policy: &Policy, column: &Column) -> Option<Proof> {
    let owner = quote_identifier(&owner_column(context, table, policy)?.name);
    let (name, mark) = (table.name.sql(), quote_identifier(&column.name));
    let statement =
        format!("update {name} set {mark} = pg_catalog.now() where {owner} = '{{caller}}' and {mark} is null");
    by_an_owner(context, table, policy, statement).map(|proof| proof.shown_by(Shown::State("42501")))
}
