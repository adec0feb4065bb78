//! Constraints, each without the name in front.

use super::names;
use crate::catalog::{Action, Check, Deferral, Exclusion, ForeignKey, Key, quote_identifier};

/// `primary key (id)`
pub fn primary_key(key: &Key) -> String {
    format!("primary key {}{}", key_columns(key), deferral(key.deferral))
}

/// `unique nulls not distinct (a, b) include (c)`
pub fn unique(key: &Key) -> String {
    let nulls = if key.nulls_not_distinct { "nulls not distinct " } else { "" };
    format!("unique {nulls}{}{}", key_columns(key), deferral(key.deferral))
}

/// `check (price > 0) no inherit`
pub fn check(check: &Check) -> String {
    format!("check ({}){}", check.expression, if check.no_inherit { " no inherit" } else { "" })
}

/// `exclude using gist (…)`; the definition may carry the key word already.
pub fn exclusion(exclusion: &Exclusion) -> String {
    let definition = exclusion.definition.trim();
    let bare = match definition.split_at_checked(8) {
        Some((word, rest)) if word.eq_ignore_ascii_case("exclude ") => rest,
        _ => definition,
    };
    format!("exclude {bare}{}", deferral(exclusion.deferral))
}

/// A foreign key exactly as `pg_get_constraintdef` prints it under an empty `search_path`.
pub fn foreign_key(key: &ForeignKey) -> String {
    let mut text = format!("FOREIGN KEY ({}) REFERENCES {}({})", names(&key.columns), key.table.sql(), names(&key.to));
    if key.match_full {
        text.push_str(" MATCH FULL");
    }
    if key.on_update != Action::NoAction {
        text.push_str(&format!(" ON UPDATE {}", key.on_update.sql()));
    }
    if key.on_delete != Action::NoAction {
        text.push_str(&format!(" ON DELETE {}", key.on_delete.sql()));
    }
    if !key.on_delete_columns.is_empty() {
        text.push_str(&format!(" ({})", names(&key.on_delete_columns)));
    }
    text.push_str(&deferral(key.deferral).to_ascii_uppercase().replace(" INITIALLY IMMEDIATE", ""));
    text
}

/// `constraint jobs_pkey primary key (id)`
pub fn named(name: &str, definition: &str) -> String {
    format!("constraint {} {definition}", quote_identifier(name))
}

/// When a constraint is checked, with a space in front.
pub fn deferral(deferral: Deferral) -> &'static str {
    match deferral {
        Deferral::No => "",
        Deferral::Deferrable => " deferrable initially immediate",
        Deferral::Deferred => " deferrable initially deferred",
    }
}

fn key_columns(key: &Key) -> String {
    let include = if key.include.is_empty() { String::new() } else { format!(" include ({})", names(&key.include)) };
    format!("({}){include}", names(&key.columns))
}
