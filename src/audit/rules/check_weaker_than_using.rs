//! UPDATE policies that test the old row and not the new one.

use crate::audit::context::{applies, is_for, policy_on};
use crate::audit::proofs;
use crate::audit::sql::{conditions, is_always_true, mentions};
use crate::audit::{Context, Findings, Proof, Shown};
use crate::catalog::{Column, Grant, Policy, PolicyCommand, Table, Trigger, TriggerEnabled, quote_identifier};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    let updates =
        context.all_policies().filter(|(_, policy)| is_for(policy, PolicyCommand::Update) && !policy.restrictive);
    for (table, policy) in updates {
        let (Some(using), Some(check)) = (&policy.using, &policy.check) else { continue };
        let narrow = !is_always_true(using) && context.asks_who(using);
        if narrow && !context.asks_who(check) && !stays(context, table, policy, using) {
            let fix = format!(
                "alter policy {} on {} with check ({using});",
                crate::catalog::quote_identifier(&policy.name),
                table.name.sql()
            );
            found.add_shown(
                policy_on(policy, table),
                "USING asks who is calling, WITH CHECK does not: a row can be moved to another owner",
                fix,
                stolen(context, table, policy),
            );
        }
    }
}

/// What the old row was asked of the caller is asked of columns that he cannot change: he has no privilege, or a trigger
/// refuses. Or it is asked of the caller alone, who is the same for the new row.
fn stays(context: &Context<'_>, table: &Table, policy: &Policy, using: &str) -> bool {
    let asked: Vec<String> = conditions(using).into_iter().filter(|part| context.asks_who(part)).collect();
    let named = |column: &&Column| asked.iter().any(|part| mentions(part, &column.name));
    let mut columns = table.columns.iter().filter(named).peekable();
    let given = |grant: &Grant, column: &Column| {
        let whole = grant.columns.is_empty() || grant.columns.contains(&column.name);
        whole && grant.privilege == "UPDATE" && (grant.role == "public" || applies(policy, &grant.role))
    };
    let may_change = |column: &Column| table.grants.iter().any(|grant| given(grant, column));
    let changes = |column: &Column| may_change(column) && !refused(context, table, column);
    let of_caller_alone = !asked.iter().any(|part| mentions(part, &table.name.name));
    (of_caller_alone || columns.peek().is_some()) && !columns.any(changes)
}

/// A trigger before UPDATE that names the column may end the statement.
fn refused(context: &Context<'_>, table: &Table, column: &Column) -> bool {
    let before = |trigger: &&Trigger| {
        let fires = matches!(trigger.enabled, TriggerEnabled::Origin | TriggerEnabled::Always);
        fires && trigger.timing == "BEFORE" && trigger.events.iter().any(|event| event.event == "UPDATE")
    };
    table.triggers.values().filter(before).any(|trigger| {
        let function = context.catalog.functions.values().find(|function| function.name.name == trigger.function);
        let names = |body: &str| trigger.arguments.contains(&column.name) || mentions(body, &column.name);
        function.is_some_and(|function| mentions(&function.body, "raise") && names(&function.body))
    })
}

/// The owner of a row gives it to somebody.
fn stolen(context: &Context<'_>, table: &Table, policy: &Policy) -> Option<Proof> {
    let column = quote_identifier(&proofs::owner_column(context, table, policy)?.name);
    let statement = format!("update {} set {column} = pg_catalog.gen_random_uuid()", table.name.sql());
    proofs::by_an_owner(context, table, policy, statement).map(|proof| proof.shown_by(Shown::PastRowSecurity))
}
