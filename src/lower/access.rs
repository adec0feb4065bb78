//! Who may do what to a table's rows, and why: every rule, from whatever word of the model it comes.
//!
//! This is what `explain` and the access matrix read, and what policies are made of.

use super::condition::Condition;
use super::context::Context;
use super::rule::{Origin, Rule};
use super::{allow, membership, narrow, owner, tenant};
use crate::catalog::Management;
use crate::model::{Access, Model, Table, TableId, Verb};
use crate::ownership::Ownership;
use std::collections::BTreeSet;

/// The rules of a table, for readers who have no context of their own.
pub fn rules(model: &Model, ownership: &Ownership, table: TableId) -> Vec<Rule> {
    of(&Context::new(model, ownership), table)
}

/// The rules of a table.
pub fn of(context: &Context<'_>, table: TableId) -> Vec<Rule> {
    let table = context.table(table);
    // an owner of what is written says whose it is; what he may do is what is written
    if table.management == Management::None || table.access == Some(Access::Written) {
        return Vec::new();
    }
    let mut rules = by_access(context, table);
    rules.extend(owner::rules(context, table));
    rules.extend(tenant::rules(context, table));
    rules.extend(membership::rules(context, table));
    rules.extend(allow::rules(context, table));
    rules.retain(|rule| rule.old != Condition::Never && rule.new != Condition::Never);
    rules
}

fn by_access(context: &Context<'_>, table: &Table) -> Vec<Rule> {
    let signed_in = context.signed_in().to_owned();
    let everybody = BTreeSet::from([signed_in.clone(), context.anonymous().to_owned()]);
    let rule = |verb, origin, roles, suffix: &str| Rule {
        verb,
        origin,
        roles,
        old: Condition::Always,
        new: Condition::Always,
        columns: None,
        settled: true,
        suffix: suffix.to_owned(),
    };
    match table.access {
        Some(Access::Shared) => vec![rule(Verb::Read, Origin::Shared, BTreeSet::from([signed_in]), "shared")],
        Some(Access::Open) => {
            Verb::ALL.into_iter().map(|verb| rule(verb, Origin::Open, everybody.clone(), "open")).collect()
        }
        Some(Access::Internal | Access::Written) | None => Vec::new(),
    }
}

/// The database roles to which some rule of a table gives a verb.
pub fn roles(context: &Context<'_>, table: TableId, verb: Verb) -> BTreeSet<String> {
    of(context, table).into_iter().filter(|rule| rule.verb == verb).flat_map(|rule| rule.roles).collect()
}

/// The condition that a caller with this role may do something to a row that is there: rules, denies and
/// requirements together.
pub fn may(context: &Context<'_>, table: TableId, verb: Verb, role: &str) -> Condition {
    let rules = of(context, table).into_iter().filter(|rule| rule.verb == verb && rule.roles.contains(role));
    let given = Condition::any(rules.map(|rule| rule.old));
    let table = context.table(table);
    Condition::all([given, narrow::not_denied(table, verb), narrow::required(context, table, verb)])
}
