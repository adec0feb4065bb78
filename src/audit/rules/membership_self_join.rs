//! Membership tables whose INSERT policy asks for nothing but one's own name on the row.

use crate::audit::context::{effective_check, expressions, is_for, policy_on};
use crate::audit::proofs;
use crate::audit::sql::{alternatives, conditions, mentions, relations};
use crate::audit::{Context, Findings, Proof, Shown};
use crate::catalog::{Policy, PolicyCommand, Table, quote_identifier};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for table in context.tables().filter(|table| table.foreign_keys.len() > 1) {
        let inserting =
            context.policies(table).filter(|policy| !policy.restrictive && is_for(policy, PolicyCommand::Insert));
        for policy in
            inserting.filter(|policy| joins_alone(context, table, policy) && gives_membership(context, table, policy))
        {
            let why = "whoever puts his own id on the row becomes a member of anything, in any role";
            found.add_shown(policy_on(policy, table), why, "", joining(context, table, policy));
        }
    }
}

/// Other policies, or definer functions, look up in it what the row belongs to besides its person.
fn gives_membership(context: &Context<'_>, table: &Table, policy: &Policy) -> bool {
    let check = effective_check(policy).unwrap_or_default();
    let (persons, others): (Vec<_>, Vec<_>) =
        table.foreign_keys.values().partition(|key| key.columns.iter().any(|column| mentions(check, column)));
    // an id that a key ties to another row is not the caller's to choose
    if persons.iter().any(|key| key.columns.len() > 1) {
        return false;
    }
    // a second person on the row is no group
    let others = others.into_iter().filter(|key| !persons.iter().any(|person| person.table == key.table));
    let always = |name: &&String| table.columns.iter().any(|column| column.not_null && column.name == **name);
    let groups: Vec<&String> = others.flat_map(|key| &key.columns).filter(always).collect();
    let looks_up = |text: &str| groups.iter().any(|group| mentions(text, group));
    let reads = |text: &str| {
        relations(text).iter().any(|(schema, name)| *schema == table.name.schema && *name == table.name.name)
            && looks_up(text)
    };
    context.all_policies().any(|(other, policy)| other.name != table.name && expressions(policy).any(reads))
        || context.functions().any(|function| {
            // a trigger that asks nobody keeps books
            let decides = function.returns.type_name() != Some("trigger") || context.asks_who(&function.body);
            let reads = function.security_definer && mentions(&function.body, &table.name.name);
            decides && reads && looks_up(&function.body)
        })
}

/// One way to satisfy the check is a single comparison with the caller's id.
fn joins_alone(context: &Context<'_>, table: &Table, policy: &Policy) -> bool {
    let Some(check) = effective_check(policy) else { return false };
    let restricts = |condition: &String| {
        !context.asks_who(condition) || !table.columns.iter().any(|column| mentions(condition, &column.name))
    };
    alternatives(check).iter().any(|alternative| {
        let conditions = conditions(alternative);
        conditions.len() == 1
            && !conditions.iter().any(restricts)
            && relations(alternative).is_empty()
            && compares(alternative)
    })
}

fn compares(condition: &str) -> bool {
    condition.contains(" = ") && !condition.to_ascii_lowercase().contains("any (")
}

/// Somebody puts his own id on a row, and row security lets it through.
fn joining(context: &Context<'_>, table: &Table, policy: &Policy) -> Option<Proof> {
    let column = quote_identifier(&proofs::owner_column(context, table, policy)?.name);
    let statement = format!("insert into {} ({column}) values ('{{caller}}')", table.name.sql());
    let role = proofs::policy_role(context, table, policy)?;
    Some(Proof::new(role, statement).shown_by(Shown::PastRowSecurity))
}
