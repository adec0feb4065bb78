//! What a guess came to, held against the database.

use super::Guess;
use super::text::plain;
use crate::catalog::{Catalog, Function, FunctionName, Grant, Policy, QualifiedName, Table, Trigger};
use std::collections::BTreeSet;

/// How a compiled table compares with the one in the database.
pub enum Verdict {
    /// It is the same, with these besides, which are to be written as they are.
    Besides {
        /// Policies.
        policies: BTreeSet<String>,
        /// Privileges.
        grants: Vec<Grant>,
        /// Triggers.
        triggers: BTreeSet<String>,
    },
    /// The keys bring something that the database has not got.
    Differs(String),
}

/// Compares one table.
pub fn table(wanted: &Table, made: &Table, guess: &Guess) -> Verdict {
    match difference(wanted, made) {
        Some(why) => Verdict::Differs(why),
        None => Verdict::Besides {
            policies: beyond(wanted.policies.keys(), made.policies.keys(), &guess.policies),
            grants: wanted.grants.iter().filter(|grant| !held(&made.grants, grant)).cloned().collect(),
            triggers: beyond(wanted.triggers.keys(), made.triggers.keys(), &guess.triggers),
        },
    }
}

/// Names that the database has, that were to come back and did not.
fn beyond<'n>(
    wanted: impl Iterator<Item = &'n String>,
    made: impl Iterator<Item = &'n String>,
    promised: &BTreeSet<String>,
) -> BTreeSet<String> {
    let made: BTreeSet<&String> = made.collect();
    wanted.filter(|name| promised.contains(*name) && !made.contains(name)).cloned().collect()
}

/// The first thing that is not as in the database.
fn difference(wanted: &Table, made: &Table) -> Option<String> {
    let columns = |table: &Table| table.columns.iter().map(|column| column.name.clone()).collect::<Vec<_>>();
    if columns(wanted) != columns(made) {
        return Some("the columns come in another order".to_owned());
    }
    if wanted.row_security != made.row_security {
        return Some("row security is not the same".to_owned());
    }
    policies(wanted, made)
        .or_else(|| triggers(wanted, made))
        .or_else(|| extra("key", wanted.uniques.keys(), made.uniques.keys()))
        .or_else(|| extra("key", made.uniques.keys(), wanted.uniques.keys()))
        .or_else(|| extra("index", wanted.indexes.keys(), made.indexes.keys()))
        .or_else(|| foreign_keys(wanted, made))
        .or_else(|| grants(wanted, made))
}

fn extra<'n>(
    kind: &str,
    wanted: impl Iterator<Item = &'n String>,
    mut made: impl Iterator<Item = &'n String>,
) -> Option<String> {
    let wanted: BTreeSet<&String> = wanted.collect();
    made.find(|name| !wanted.contains(name)).map(|name| format!("{kind} {name} is on one side only"))
}

fn policies(wanted: &Table, made: &Table) -> Option<String> {
    made.policies.values().find_map(|policy| match wanted.policies.get(&policy.name) {
        None => Some(format!("it would have a policy {}", policy.name)),
        Some(known) if same_policy(known, policy) => None,
        Some(_) => Some(format!("policy {} would say something else", policy.name)),
    })
}

fn same_policy(one: &Policy, other: &Policy) -> bool {
    let roles = |policy: &Policy| policy.roles.iter().cloned().collect::<BTreeSet<_>>();
    let text = |sql: &Option<String>| sql.as_deref().map(plain);
    one.restrictive == other.restrictive
        && one.command == other.command
        && roles(one) == roles(other)
        && text(&one.using) == text(&other.using)
        && text(&one.check) == text(&other.check)
        && one.comment == other.comment
}

fn triggers(wanted: &Table, made: &Table) -> Option<String> {
    made.triggers.values().find_map(|trigger| match wanted.triggers.get(&trigger.name) {
        None => Some(format!("it would have a trigger {}", trigger.name)),
        Some(known) if same_trigger(known, trigger) => None,
        Some(_) => Some(format!("trigger {} would be another", trigger.name)),
    })
}

fn same_trigger(one: &Trigger, other: &Trigger) -> bool {
    let text = |sql: &Option<String>| sql.as_deref().map(plain);
    one.timing == other.timing
        && one.each_row == other.each_row
        && one.function == other.function
        && one.arguments == other.arguments
        && text(&one.when) == text(&other.when)
}

fn foreign_keys(wanted: &Table, made: &Table) -> Option<String> {
    let all = || made.foreign_keys.values().chain(wanted.foreign_keys.values()).map(|key| &key.name);
    all().find_map(|name| {
        let [one, other] = [wanted, made].map(|table| table.foreign_keys.get(name));
        let same = one.zip(other).is_some_and(|(one, other)| {
            (&one.columns, &one.table, &one.to, one.on_update, one.on_delete, &one.on_delete_columns)
                == (&other.columns, &other.table, &other.to, other.on_update, other.on_delete, &other.on_delete_columns)
        });
        (!same).then(|| format!("foreign key {name} would not be the same"))
    })
}

fn grants(wanted: &Table, made: &Table) -> Option<String> {
    made.grants.iter().find(|grant| !held(&wanted.grants, grant)).map(|grant| {
        let columns = if grant.columns.is_empty() { String::new() } else { format!(" ({})", grant.columns.join(", ")) };
        format!("{} would have {}{columns}", grant.role, grant.privilege)
    })
}

/// The same privilege stands in the list, whatever the order of its columns.
fn held(list: &[Grant], wanted: &Grant) -> bool {
    let columns = |grant: &Grant| grant.columns.iter().cloned().collect::<BTreeSet<_>>();
    list.iter().any(|grant| {
        (&grant.role, &grant.privilege, grant.grant_option) == (&wanted.role, &wanted.privilege, wanted.grant_option)
            && columns(grant) == columns(wanted)
    })
}

/// Functions that the compiler makes and the database has otherwise, or not at all.
pub fn functions(wanted: &Catalog, made: &Catalog) -> Vec<QualifiedName> {
    let known = |name: &FunctionName, made: &Function| {
        wanted.functions.get(name).is_some_and(|known| {
            known.body.trim() == made.body.trim()
                && known.security_definer == made.security_definer
                && known.comment == made.comment
                && known.grants.iter().collect::<BTreeSet<_>>() == made.grants.iter().collect::<BTreeSet<_>>()
        })
    };
    let differing = made.functions.iter().filter(|(name, function)| function.compiled && !known(name, function));
    differing.map(|(name, _)| name.name.clone()).collect()
}

/// The table calls the function, in a policy or by a trigger.
pub fn calls(table: &Table, function: &QualifiedName) -> bool {
    let named = |sql: &Option<String>| sql.as_deref().is_some_and(|sql| sql.contains(&function.name));
    table.triggers.values().any(|trigger| trigger.function == *function)
        || table.policies.values().any(|policy| named(&policy.using) || named(&policy.check))
}
