//! Foreign keys by which a row can be put under a parent that belongs to somebody else.

use crate::audit::context::{applies, effective_check, expressions, is_for, is_platform, open_to};
use crate::audit::proofs::is_of_persons;
use crate::audit::rules::is_tied;
use crate::audit::sql::{alternatives, is_always_true, mentions};
use crate::audit::{Context, Findings};
use crate::catalog::{ForeignKey, Policy, PolicyCommand, QualifiedName, Table, TriggerEnabled, quote_identifier};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for table in context.tables().filter(|table| table.row_security) {
        for key in table.foreign_keys.values().filter(|key| key.table != table.name && !is_tied(context, table, key)) {
            let parent = context.catalog.tables.get(&key.table).filter(|parent| is_private(context, table, key, parent));
            let Some((parent, column)) = parent.zip(key.columns.first()) else { continue };
            if let Some(policy) = careless(context, table, column) {
                let why = format!(
                    "the policy {} does not look at {column}: a caller can put his row under anybody's row of {}",
                    policy.name, parent.name
                );
                found.add(format!("foreign key {} on {}", key.name, table.name), why, "");
            }
        }
    }
}

/// Rows of the parent belong to somebody, and this reference is not one to a person or to what all may see.
fn is_private(context: &Context<'_>, table: &Table, key: &ForeignKey, parent: &Table) -> bool {
    let asked = |policy: &Policy| expressions(policy).any(|text| context.asks_who(text));
    let reading = || context.policies(parent).filter(|policy| is_permissive_for(policy, PolicyCommand::Select));
    let shared = reading().any(|policy| policy.using.as_deref().is_some_and(is_always_true));
    let partly = reading().any(|policy| policy.using.as_deref().is_some_and(|text| open_to(context, text)));
    parent.row_security
        && context.policies(parent).any(asked)
        && !is_of_persons(context, parent)
        && !shared
        && (!partly || is_shown(context, table, key) && !has_another_parent(context, table, key))
}

/// Others see the row where it was put.
fn is_shown(context: &Context<'_>, table: &Table, key: &ForeignKey) -> bool {
    let through = |text: &str| open_to(context, text) || key.columns.iter().any(|column| mentions(text, column));
    let mut reading = context.policies(table).filter(|policy| is_permissive_for(policy, PolicyCommand::Select));
    reading.any(|policy| policy.using.as_deref().is_some_and(through))
}

/// What writes the row looks at a parent, and this is a second one.
fn has_another_parent(context: &Context<'_>, table: &Table, key: &ForeignKey) -> bool {
    let protected = |other: &ForeignKey| {
        let target = context.catalog.tables.get(&other.table).filter(|target| !is_platform(&target.name.schema));
        let thing = target.is_some_and(|target| target.row_security && !is_of_persons(context, target));
        other.table != key.table && thing
    };
    let looked_at = |other: &ForeignKey| {
        let mut checks = context.policies(table).filter_map(effective_check);
        checks.any(|text| other.columns.iter().any(|column| mentions(text, column)))
    };
    table.foreign_keys.values().any(|other| protected(other) && looked_at(other))
}

/// A policy by which a caller writes the column and that asks who he is, and nothing about the column.
fn careless<'a>(context: &Context<'a>, table: &'a Table, column: &str) -> Option<&'a Policy> {
    let commands = [PolicyCommand::Insert, PolicyCommand::Update].into_iter();
    let open = |command: &PolicyCommand| *command == PolicyCommand::Insert || !is_kept(context, table, column);
    commands.filter(open).find_map(|command| {
        let writers = context.writers(table, command.sql(), column);
        let all: Vec<&Policy> = context.policies(table).filter(|policy| is_for(policy, command)).collect();
        let restricted = |role: &str| {
            let mut restrictive = all.iter().filter(|policy| policy.restrictive && applies(policy, role));
            restrictive.any(|policy| effective_check(policy).is_some_and(|text| mentions(text, column)))
        };
        let careless = |policy: &&Policy| {
            let check = effective_check(policy).unwrap_or_default();
            let past = alternatives(check).iter().any(|part| context.asks_who(part) && !mentions(part, column));
            past && writers.iter().any(|role| applies(policy, role) && !restricted(role))
        };
        all.iter().copied().filter(|policy| !policy.restrictive).find(careless)
    })
}

/// A trigger of updates refuses those that change the column.
fn is_kept(context: &Context<'_>, table: &Table, column: &str) -> bool {
    let column = quote_identifier(column);
    let compared = format!("old.{column} is distinct from new.{column}").to_lowercase();
    let mut triggers = table.triggers.values().filter(|trigger| trigger.enabled != TriggerEnabled::Disabled);
    triggers.any(|trigger| {
        let updates = trigger.timing == "BEFORE" && trigger.events.iter().any(|event| event.event == "UPDATE");
        let compares = trigger.when.as_deref().is_some_and(|when| when.to_lowercase().contains(&compared));
        updates && compares && raises(context, &trigger.function)
    })
}

/// It raises something, and no mere notice.
fn raises(context: &Context<'_>, name: &QualifiedName) -> bool {
    const NOTICES: [&str; 5] = ["notice", "warning", "info", "log", "debug"];
    let function = context.catalog.functions.values().find(|function| function.name.name == *name);
    let body = function.map(|function| function.body.to_lowercase()).unwrap_or_default();
    let is_notice = |behind: &str| NOTICES.iter().any(|level| behind.trim_start().starts_with(level));
    body.split("raise ").skip(1).any(|behind| !is_notice(behind))
}

fn is_permissive_for(policy: &Policy, command: PolicyCommand) -> bool {
    !policy.restrictive && is_for(policy, command)
}
