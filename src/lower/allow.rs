//! `allow`: a policy of its own for each verb, never FOR ALL.
//!
//! | to | condition |
//! |---|---|
//! | a column | `t.persona_id = (select auth.uid())` |
//! | a table that refers to this one | `t.id = any (array(select private.projects_shared_by_project_shares()))` |
//! | a group | `(select private.is_staff())`, evaluated once a statement |
//! | signed_in, anyone, a role | nothing but `TO` |
//! | through | `t.content_id = any (array(select private.contents_to_read()))` |
//!
//! A definer helper stands for shares and `through`: a policy that selected from a table whose policy selects
//! from this one would fail with 42P17.

use super::condition::{Condition, Ids};
use super::context::Context;
use super::helper::Helper;
use super::names;
use super::rule::{Origin, Rule};
use crate::expression::Expression;
use crate::model::{Allow, ColumnId, Subject, Table, Verb};
use std::collections::{BTreeMap, BTreeSet};

/// The rules that `allow` gives for a table.
pub fn rules(context: &Context<'_>, table: &Table) -> Vec<Rule> {
    let mut rules = Vec::new();
    for (index, allow) in table.allow.iter().enumerate() {
        for (verb, columns) in &allow.can {
            for (roles, subject) in subjects(context, table, allow, *verb) {
                rules.push(Rule {
                    verb: *verb,
                    origin: Origin::Allow(index),
                    roles,
                    old: old(table, allow, *verb, &subject),
                    new: new(table, allow, *verb, &subject),
                    columns: columns.clone(),
                    settled: settled(table, allow),
                    suffix: suffix(context, table, allow),
                });
            }
        }
    }
    rules
}

fn old(table: &Table, allow: &Allow, verb: Verb, subject: &Condition) -> Condition {
    match verb {
        Verb::Create => Condition::Always,
        _ => Condition::all([subject.clone(), kept(table), written(allow.when.as_ref())]),
    }
}

fn new(table: &Table, allow: &Allow, verb: Verb, subject: &Condition) -> Condition {
    let becomes = written(allow.becomes.as_ref());
    match verb {
        Verb::Create => Condition::all([subject.clone(), kept(table), written(allow.when.as_ref()), becomes]),
        Verb::Update => Condition::all([subject.clone(), kept(table), becomes]),
        Verb::Read | Verb::Delete => Condition::Always,
    }
}

fn written(expression: Option<&Expression>) -> Condition {
    expression.map_or(Condition::Always, Condition::row)
}

/// With `soft_delete`, no rule but ownership reaches a deleted row, and a deleted share gives nothing.
pub fn kept(table: &Table) -> Condition {
    table.soft_delete.map_or(Condition::Always, |column| Condition::Null(table.column(column).name.clone()))
}

fn settled(table: &Table, allow: &Allow) -> bool {
    let fixed = |column: ColumnId| table.column(column).immutable;
    let subjects = allow.to.iter().all(|subject| match subject {
        Subject::Column(column, _) => fixed(*column),
        _ => true,
    });
    let free = allow.when.is_none() && allow.becomes.is_none() && table.soft_delete.is_none();
    free && subjects && allow.through.is_none_or(fixed)
}

/// Whom the rule names: conditions by the database roles that they are for.
fn subjects(context: &Context<'_>, table: &Table, allow: &Allow, verb: Verb) -> Vec<(BTreeSet<String>, Condition)> {
    if let Some(column) = allow.through {
        return through(context, table, column, verb);
    }
    let mut found: BTreeMap<BTreeSet<String>, Vec<Condition>> = BTreeMap::new();
    for subject in &allow.to {
        let (roles, condition) = named(context, table, subject);
        found.entry(roles).or_default().push(condition);
    }
    found.into_iter().map(|(roles, conditions)| (roles, Condition::any(conditions))).collect()
}

fn named(context: &Context<'_>, table: &Table, subject: &Subject) -> (BTreeSet<String>, Condition) {
    let role = |name: &str| BTreeSet::from([name.to_owned()]);
    let signed_in = role(context.signed_in());
    match subject {
        Subject::Column(column, principal) => {
            (signed_in, Condition::Is(table.column(*column).name.clone(), Ids::Caller(*principal)))
        }
        Subject::Share { table: share, link, column, principal } => {
            let key = context.table(*share).column(*link).references.map(|to| to.column);
            let key = key.map_or_else(String::new, |key| table.column(key).name.clone());
            let helper =
                Helper::Shared { of: table.id, share: *share, link: *link, column: *column, principal: *principal };
            (signed_in, Condition::Is(key, Ids::helper(helper)))
        }
        Subject::Group(group) => (signed_in, Condition::Caller(context.model.group(*group).condition.sql.clone())),
        Subject::SignedIn => (signed_in, Condition::Always),
        Subject::Anyone => {
            let roles = [context.anonymous().to_owned(), context.signed_in().to_owned()];
            (BTreeSet::from(roles), Condition::Always)
        }
        Subject::Role(name) => (role(name), Condition::Always),
    }
}

/// The same verb on the row referred to; create and delete need update there.
fn through(context: &Context<'_>, table: &Table, column: ColumnId, verb: Verb) -> Vec<(BTreeSet<String>, Condition)> {
    let Some(to) = table.column(column).references else { return Vec::new() };
    let needed = if verb == Verb::Read { Verb::Read } else { Verb::Update };
    let key = context.column(to.table, to.column).to_owned();
    let name = table.column(column).name.clone();
    let by_role = |role: String| {
        let helper = Helper::May { table: to.table, key: key.clone(), verb: needed, role: role.clone() };
        (BTreeSet::from([role]), Condition::Is(name.clone(), Ids::helper(helper)))
    };
    super::access::roles(context, to.table, needed).into_iter().map(by_role).collect()
}

fn suffix(context: &Context<'_>, table: &Table, allow: &Allow) -> String {
    if let Some(column) = allow.through {
        return format!("through_{}", names::stem(&table.column(column).name, None));
    }
    let words = |subject: &Subject| match subject {
        Subject::Column(column, principal) => {
            let name = &context.model.principal(*principal).name;
            Some(format!("as_{}", names::stem(&table.column(*column).name, Some(name))))
        }
        Subject::Share { table, .. } => Some(format!("by_{}", context.table(*table).name.name)),
        Subject::Group(group) => Some(format!("as_{}", context.model.group(*group).name)),
        Subject::Role(name) => Some(format!("as_{name}")),
        Subject::SignedIn | Subject::Anyone => None,
    };
    let mut parts: Vec<String> = allow.to.iter().filter_map(words).collect();
    parts.extend(allow.when.as_ref().and_then(|when| names::of_condition(&when.sql)));
    if parts.is_empty() {
        let anyone = allow.to.contains(&Subject::Anyone);
        let whole = allow.when.is_none() && table.soft_delete.is_none();
        let word = match (anyone, whole) {
            (true, true) => "anyone",
            (false, true) => "signed_in",
            (_, false) => "allowed",
        };
        return word.to_owned();
    }
    parts.join("_")
}
