//! Keys that callers choose, over rows that they do not see: ON CONFLICT and MERGE meet them all the same.

use crate::audit::context::{is_for, open_to, reads_who};
use crate::audit::sql::{alternatives, conditions, mentions};
use crate::audit::{Context, Findings};
use crate::catalog::{Key, Policy, PolicyCommand, Table, quote_identifier};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for table in context.tables().filter(|table| table.row_security && table.partition_of.is_none()) {
        let reading: Vec<&Policy> = context
            .policies(table)
            .filter(|policy| !policy.restrictive && is_for(policy, PolicyCommand::Select))
            .collect();
        for key in table.primary_key.iter().chain(table.uniques.values()).filter(|key| is_chosen(context, table, key)) {
            if let Some(mark) = hiding_mark(table, &reading) {
                let why = format!(
                    "rows with {mark} set keep their ({}) and nobody sees them: an upsert of the same key fails (42501)",
                    key.columns.join(", ")
                );
                found.add(format!("key {} on {}", key.name, table.name), why, "");
            } else if table.primary_key.as_ref() == Some(key) && hides_others(context, &reading) && !is_own(&reading, key) {
                let why = format!(
                    "({}) may be that of a row which the caller does not see: his upsert then fails (42501) and tells that there is one",
                    key.columns.join(", ")
                );
                found.add(format!("key {} on {}", key.name, table.name), why, "");
            }
        }
    }
}

/// A role may insert and update, and writes every column of the key itself; nobody guesses a uuid.
fn is_chosen(context: &Context<'_>, table: &Table, key: &Key) -> bool {
    let known: Vec<_> = table.columns.iter().filter(|column| key.columns.contains(&column.name)).collect();
    let chosen = |name: &String| {
        let mut inserting = context.writers(table, "INSERT", name);
        inserting.retain(|role| context.callers_who(table, "UPDATE").contains(role));
        !inserting.is_empty()
    };
    let made = known.iter().any(|column| {
        column.default.is_some() || column.identity.is_some() || column.generated.is_some() || column.data_type == "uuid"
    });
    !made && key.columns.iter().all(chosen)
}

/// Every way to read a row asks who is calling.
fn hides_others(context: &Context<'_>, reading: &[&Policy]) -> bool {
    let asks = |policy: &&Policy| policy.using.as_deref().is_some_and(|text| reads_who(context, text));
    let open = |policy: &&Policy| policy.using.as_deref().is_some_and(|text| open_to(context, text));
    reading.iter().any(asks) && !reading.iter().any(open)
}

/// The policies look at a column of the key.
fn is_own(reading: &[&Policy], key: &Key) -> bool {
    let text = |policy: &&Policy| policy.using.clone().unwrap_or_default();
    reading.iter().map(text).any(|text| key.columns.iter().any(|column| mentions(&text, column)))
}

/// A column that every way to read a row asks to be NULL.
fn hiding_mark<'t>(table: &'t Table, reading: &[&Policy]) -> Option<&'t str> {
    let marks = ["deleted_at", "archived_at", "removed_at", "hidden_at"];
    let hides = |name: &str| {
        let unset = format!("{} IS NULL", quote_identifier(name));
        let asks = |text: &str| alternatives(text).iter().all(|part| conditions(part).contains(&unset));
        reading.iter().all(|policy| policy.using.as_deref().is_some_and(asks))
    };
    let mut names = table.columns.iter().map(|column| column.name.as_str()).filter(|name| marks.contains(name));
    names.find(|name| !reading.is_empty() && hides(name))
}
