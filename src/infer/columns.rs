//! Columns that mixins and `carry` bring, and the triggers that belong to them.

use super::{Guess, text, yes};
use crate::catalog::{Catalog, Column, Table, Trigger};
use std::collections::BTreeSet;

/// The schema of what the compiler makes for itself.
pub const PRIVATE: &str = "private";

/// Names of the compiler's own triggers, or what they begin with.
const TRIGGERS: [&str; 9] = [
    "_immutable",
    "_owner_",
    "0_same_owner_",
    "_audit",
    "_refuse_update",
    "_refuse_create",
    "_creator",
    "_founder",
    "_lock_tenant",
];

/// Finds mixins, carried columns, `same_owner` and `immutable`.
pub fn find(catalog: &Catalog, table: &Table, guess: &mut Guess) {
    let ours = table.triggers.values().filter(|trigger| is_ours(trigger));
    guess.triggers = ours.map(|trigger| trigger.name.clone()).collect();
    let carried = carried(table, guess);
    mixins(table, guess, carried);
    immutable(table, guess);
    same_owner(catalog, table, guess);
}

fn is_ours(trigger: &Trigger) -> bool {
    let begins = |prefix: &&str| trigger.name.starts_with(*prefix);
    let named = TRIGGERS.iter().any(begins) || trigger.name.starts_with("_keep_last_");
    trigger.function.schema == PRIVATE && (named || is_touch(trigger))
}

fn is_touch(trigger: &Trigger) -> bool {
    trigger.name == "touch_updated_at" && trigger.function.name == "touch_updated_at"
}

/// How many columns at the end the compiler added because of `carry: true`.
fn carried(table: &Table, guess: &mut Guess) -> usize {
    let added = |column: &&Column| {
        let comment = column.comment.as_deref().unwrap_or_default();
        let filled = guess.triggers.contains(&format!("_owner_{}", column.name));
        filled && comment.starts_with("Whom the row belongs to, by its ")
            || comment == "Who created the row" && guess.triggers.contains("_creator")
    };
    let names: Vec<String> = table.columns.iter().rev().take_while(added).map(|column| column.name.clone()).collect();
    let count = names.len();
    guess.mixed_columns.extend(names);
    count
}

/// A mixin and the columns that it brings.
type Mixin = (&'static str, &'static [&'static str]);

const TIMESTAMPS: Mixin = ("timestamps", &["created_at", "updated_at"]);
const CREATED: Mixin = ("created_at", &["created_at"]);
const DELETED: Mixin = ("soft_delete", &["deleted_at"]);

fn mixins(table: &Table, guess: &mut Guess, carried: usize) {
    let own: Vec<&Column> = table.columns.iter().take(table.columns.len() - carried).collect();
    let touched = table.triggers.values().any(is_touch);
    guess.soft_delete = own.iter().any(|column| is_deleted_at(column)) && every_rule_asks(table);
    let stamps = match touched {
        true => Some(TIMESTAMPS),
        false => own.last().filter(|column| is_moment(column) && column.name == "created_at").map(|_| CREATED),
    };
    let deleted = guess.soft_delete.then_some(DELETED);
    let mut used: Vec<Mixin> = stamps.into_iter().chain(deleted).collect();
    if own.last().is_some_and(|column| is_moment(column)) && used.len() == 2 {
        used.reverse();
    }
    // of the columns at the end, those that stand there as the mixins would put them
    let mut left = own.as_slice();
    for (_, names) in used.iter().rev() {
        let start = left.len().checked_sub(names.len());
        let Some((rest, last)) = start.and_then(|start| left.split_at_checked(start)) else { break };
        let plain = last
            .iter()
            .zip(*names)
            .all(|(column, name)| column.name == *name && (is_moment(column) || is_deleted_at(column)));
        if !plain {
            break;
        }
        guess.mixed_columns.extend(names.iter().map(|name| (*name).to_owned()));
        left = rest;
    }
    let brings = |(name, columns): &&Mixin| {
        *name != "created_at" || columns.iter().all(|column| guess.mixed_columns.contains(*column))
    };
    let names: Vec<&str> = used.iter().filter(brings).map(|(name, _)| *name).collect();
    guess.spec.mixins = names.into_iter().map(text).collect();
    if guess.triggers.contains("_audit") {
        guess.spec.mixins.push(text("audit"));
    }
}

fn is_moment(column: &Column) -> bool {
    column.data_type == "timestamp with time zone"
        && column.not_null
        && column.default.as_deref() == Some("now()")
        && column.comment.is_none()
}

fn is_deleted_at(column: &Column) -> bool {
    column.name == "deleted_at"
        && column.data_type == "timestamp with time zone"
        && !column.not_null
        && column.default.is_none()
}

/// Every rule that is not the owner's leaves out deleted rows.
fn every_rule_asks(table: &Table) -> bool {
    let of_owner = |name: &str| name.ends_with("_mine") || name.contains("_by_");
    let others = table.policies.values().filter(|policy| !policy.restrictive && !of_owner(&policy.name));
    others.filter_map(|policy| policy.using.as_ref()).all(|using| using.contains("deleted_at IS NULL"))
}

/// The columns that the trigger guards; what is fixed anyway is left out by whoever knows the owner.
fn immutable(table: &Table, guess: &mut Guess) {
    let guarded = table.triggers.get("_immutable").map(|trigger| trigger.arguments.clone()).unwrap_or_default();
    let key: BTreeSet<&String> = table.primary_key.iter().flat_map(|key| &key.columns).collect();
    for name in guarded.iter().filter(|name| !key.contains(name) && !guess.mixed_columns.contains(*name)) {
        guess.columns.entry(name.clone()).or_default().immutable = yes();
    }
}

/// Foreign keys that take the owner along, and triggers that compare owners.
fn same_owner(catalog: &Catalog, table: &Table, guess: &mut Guess) {
    let by_trigger = guess.triggers.iter().filter_map(|name| name.strip_prefix("0_same_owner_")).map(str::to_owned);
    for name in by_trigger.collect::<Vec<_>>() {
        guess.column(&name).same_owner = yes();
    }
    for key in table.foreign_keys.values() {
        let ([column, owner], [id, _]) = (key.columns.as_slice(), key.to.as_slice()) else { continue };
        let primary = catalog.tables.get(&key.table).and_then(|table| table.primary_key.as_ref());
        let plain = primary.is_some_and(|primary| primary.columns == [id.clone()]);
        if !plain || key.match_full {
            continue;
        }
        guess.widened.insert(key.name.clone());
        let carries =
            guess.triggers.contains(&format!("_owner_{owner}")) && key.on_update == crate::catalog::Action::Cascade;
        if !carries {
            guess.column(column).same_owner = yes();
        }
    }
}
