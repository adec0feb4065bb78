//! Privileges: what the rules give, and nothing else. The catalog's grants are the whole truth.
//!
//! For the whole table where all its columns are meant, else for columns: a column's revoke does nothing while
//! the table's grant stands. `TRUNCATE`, `REFERENCES` and `TRIGGER` are given to nobody: row security does not
//! hold TRUNCATE back, and the others let a caller look behind it.

use super::context::Context;
use super::rule::Rule;
use crate::catalog::{Grant, Named, Policy, PolicyCommand};
use crate::model::{ColumnId, Table, Verb};
use std::collections::{BTreeMap, BTreeSet};

/// Columns of one privilege; `None` is the whole table.
type Columns = Option<BTreeSet<String>>;

/// The privileges on a table, added to those that the author wrote.
pub fn add(context: &Context<'_>, table: &Table, rules: &[Rule], raw: &Named<Policy>, grants: &mut Vec<Grant>) {
    let mut given: BTreeMap<(String, Verb), Vec<Columns>> = BTreeMap::new();
    let carried = context.carried.added(context, table);
    for rule in rules {
        for role in &rule.roles {
            let columns = rule.columns.as_ref().map(|columns| named(table, columns));
            given.entry((role.clone(), rule.verb)).or_default().push(columns);
        }
    }
    for (role, verb) in raw.values().flat_map(|policy| of_raw(context, policy)) {
        given.entry((role, verb)).or_default().push(None);
    }
    for verb in Verb::ALL {
        given.insert((context.service().to_owned(), verb), vec![None]);
    }
    let creates: BTreeSet<String> =
        given.keys().filter(|(_, verb)| *verb == Verb::Create).map(|(role, _)| role.clone()).collect();
    for ((role, verb), limits) in given {
        let writes = verb == Verb::Create || creates.contains(&role);
        let limit = union(limits).map(|limit| upsertable(table, verb, writes, &carried, limit));
        let columns = if role == context.service() { None } else { reduced(table, verb, limit, &carried) };
        push(grants, &role, verb, columns);
    }
    grants.sort();
    grants.dedup();
}

fn named(table: &Table, columns: &BTreeSet<ColumnId>) -> BTreeSet<String> {
    columns.iter().map(|column| table.column(*column).name.clone()).collect()
}

fn union(limits: Vec<Columns>) -> Columns {
    let mut all = BTreeSet::new();
    for limit in limits {
        all.extend(limit?);
    }
    Some(all)
}

/// An upsert names every column that it inserts. Those that cannot change may be named by whoever may insert
/// them: a trigger sees that they keep their value.
/// Columns that the compiler added are among them: no limit can name one.
fn upsertable(
    table: &Table,
    verb: Verb,
    creates: bool,
    carried: &[String],
    mut limit: BTreeSet<String>,
) -> BTreeSet<String> {
    if verb == Verb::Update && creates {
        let fixed = table.columns.iter().filter(|column| column.immutable);
        limit.extend(fixed.map(|column| column.name.clone()));
    }
    if matches!(verb, Verb::Create | Verb::Update) && creates && !limit.is_empty() {
        limit.extend(carried.iter().cloned());
    }
    limit
}

/// The limit without the columns that no API role may read or write; the whole table where that is all of them.
fn reduced(table: &Table, verb: Verb, limit: Columns, carried: &[String]) -> Columns {
    let taken = always_denied(table, verb);
    let open = |column: &&crate::model::Column| match verb {
        Verb::Read => !column.hidden && !taken.contains(&column.name),
        Verb::Create | Verb::Update => !column.read_only && !column.computed && !taken.contains(&column.name),
        Verb::Delete => true,
    };
    if verb == Verb::Delete {
        return None;
    }
    let allowed = |name: &String| limit.as_ref().is_none_or(|limit| limit.contains(name));
    let own = table.columns.iter().filter(open).map(|column| column.name.clone()).filter(allowed);
    let columns: BTreeSet<String> = own.collect();
    if columns.len() == table.columns.len() {
        return None;
    }
    let carried = carried.iter().filter(|name| allowed(name)).cloned();
    Some(columns.into_iter().chain(carried).collect())
}

/// Columns that a deny without a condition takes from everybody.
fn always_denied(table: &Table, verb: Verb) -> BTreeSet<String> {
    let always = table.deny.iter().filter(|deny| deny.when.is_none() && deny.becomes.is_none());
    always.filter_map(|deny| deny.can.get(&verb)?.as_ref()).flat_map(|columns| named(table, columns)).collect()
}

fn push(grants: &mut Vec<Grant>, role: &str, verb: Verb, columns: Columns) {
    let privilege = match verb {
        Verb::Read => "SELECT",
        Verb::Create => "INSERT",
        Verb::Update => "UPDATE",
        Verb::Delete => "DELETE",
    };
    if columns.as_ref().is_some_and(BTreeSet::is_empty) {
        return;
    }
    grants.push(Grant {
        role: role.to_owned(),
        privilege: privilege.to_owned(),
        columns: columns.into_iter().flatten().collect(),
        grant_option: false,
    });
}

/// What a raw policy lets through needs the privilege as well.
fn of_raw(context: &Context<'_>, policy: &Policy) -> Vec<(String, Verb)> {
    if policy.restrictive {
        return Vec::new();
    }
    let verbs: &[Verb] = match policy.command {
        PolicyCommand::All => &Verb::ALL,
        PolicyCommand::Select => &[Verb::Read],
        PolicyCommand::Insert => &[Verb::Create],
        PolicyCommand::Update => &[Verb::Update],
        PolicyCommand::Delete => &[Verb::Delete],
    };
    let everybody = [context.anonymous().to_owned(), context.signed_in().to_owned()];
    let roles = policy.roles.iter().flat_map(|role| match role.as_str() {
        "public" => everybody.to_vec(),
        name => vec![name.to_owned()],
    });
    roles.flat_map(|role| verbs.iter().map(move |verb| (role.clone(), *verb))).collect()
}
