//! Foreign keys whose cascade deletes rows that belong to somebody else.

use crate::audit::context::{expressions, is_for};
use crate::audit::proofs::owner_column;
use crate::audit::rules::is_tied;
use crate::audit::sql::mentions;
use crate::audit::{Context, Findings};
use crate::catalog::{Action, ForeignKey, PolicyCommand, Table};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for table in context.tables().filter(|table| table.row_security) {
        let owned = context.policies(table).any(|policy| owner_column(context, table, policy).is_some());
        for key in table.foreign_keys.values().filter(|key| owned && key.on_delete == Action::Cascade) {
            let Some(parent) = context.catalog.tables.get(&key.table).filter(|parent| parent.name != table.name) else {
                continue;
            };
            if deleted_by_callers(context, parent) && !is_about(context, table, key) {
                let why = format!(
                    "whoever deletes his row of {} deletes rows of {} that belong to others",
                    parent.name, table.name
                );
                found.add(format!("foreign key {} on {}", key.name, table.name), why, "");
            }
        }
    }
}

fn deleted_by_callers(context: &Context<'_>, parent: &Table) -> bool {
    let mut deleting = context.policies(parent).filter(|policy| is_for(policy, PolicyCommand::Delete));
    parent.row_security
        && !context.callers_who(parent, "DELETE").is_empty()
        && deleting.any(|policy| !policy.restrictive)
}

/// Policies, constraints or triggers of the table look at the column: somebody has thought about the parent.
fn is_about(context: &Context<'_>, table: &Table, key: &ForeignKey) -> bool {
    let named = |text: &str| key.columns.iter().any(|column| mentions(text, column));
    context.policies(table).any(|policy| expressions(policy).any(named)) || is_tied(context, table, key)
}
