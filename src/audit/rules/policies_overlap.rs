//! Permissive policies that let through nothing which another one does not.

use crate::audit::context::{applies, effective_check, is_for, policy_on};
use crate::audit::sql::{alternatives, conditions, is_always_true, unwrapped};
use crate::audit::{Context, Findings};
use crate::catalog::{Policy, PolicyCommand, quote_identifier};
use std::collections::BTreeSet;

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for table in context.tables_with_policies() {
        let all: Vec<&Policy> = context.policies(table).filter(|policy| !policy.restrictive).collect();
        for (position, narrow) in all.iter().enumerate() {
            let twins = |other: &Policy| covers(other, narrow) && covers(narrow, other);
            let wider = all.iter().enumerate().find(|(at, wide)| {
                *at != position && covers(wide, narrow) && (!twins(wide) || *at < position)
            });
            if let Some((_, wide)) = wider {
                let why = format!(
                    "whatever it lets through, the policy {} lets through as well: each row is asked about twice",
                    wide.name
                );
                let fix = format!("drop policy {} on {};", quote_identifier(&narrow.name), table.name.sql());
                found.add(policy_on(narrow, table), why, fix);
            }
        }
    }
}

/// What the one lets through for its roles and commands, the other does too.
fn covers(wide: &Policy, narrow: &Policy) -> bool {
    let command = wide.command == narrow.command || wide.command == PolicyCommand::All;
    let old = narrow.command == PolicyCommand::Insert || implies(narrow.using.as_deref(), wide.using.as_deref());
    let writes = [PolicyCommand::Insert, PolicyCommand::Update].iter().any(|command| is_for(narrow, *command));
    let new = !writes || implies(effective_check(narrow), effective_check(wide));
    command && narrow.roles.iter().all(|role| applies(wide, role)) && old && new
}

/// Each way to satisfy the one has all conditions of a way to satisfy the other. That everything is let through is
/// another finding.
fn implies(narrow: Option<&str>, wide: Option<&str>) -> bool {
    let (Some(narrow), Some(wide)) = (narrow, wide) else { return false };
    let ways = |text: &str| -> Vec<BTreeSet<String>> {
        alternatives(&unwrapped(text)).iter().map(|part| conditions(part).into_iter().collect()).collect()
    };
    let wide_ways = ways(wide);
    !is_always_true(wide) && ways(narrow).iter().all(|way| wide_ways.iter().any(|other| other.is_subset(way)))
}
