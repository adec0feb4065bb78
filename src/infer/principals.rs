//! Who is asking: what rows are compared with, and whose rows those are.

use super::text::plain;
use super::{Guess, text};
use crate::catalog::{Catalog, QualifiedName, Table};
use crate::spec::{Entries, PrincipalSpec};
use std::collections::BTreeMap;

/// The id of Supabase's own principal.
const BUILT_IN: &str = "auth.uid()";

/// The kinds of callers that the policies of a database compare with.
pub fn principals<'g>(
    catalog: &Catalog,
    guesses: impl Iterator<Item = (&'g QualifiedName, &'g Guess)>,
    supabase: bool,
) -> Entries<PrincipalSpec> {
    let mut found: BTreeMap<String, (String, BTreeMap<QualifiedName, usize>)> = BTreeMap::new();
    for (name, guess) in guesses {
        let Some(table) = catalog.tables.get(name) else { continue };
        for (column, id) in guess.callers.iter().filter(|(_, id)| !(supabase && plain(id) == plain(BUILT_IN))) {
            let (_, tables) = found.entry(plain(id)).or_insert_with(|| (id.clone(), BTreeMap::new()));
            if let Some(target) = target(table, column) {
                *tables.entry(target).or_default() += 1;
            }
        }
    }
    let mut entries: Entries<PrincipalSpec> = Vec::new();
    for (id, tables) in found.into_values() {
        let Some((table, _)) = tables.into_iter().max_by_key(|(_, count)| *count) else { continue };
        let name = singular(&table.name);
        let shown = if table.schema == "public" { table.name.clone() } else { table.to_string() };
        let setting = (!supabase).then(|| setting(&id)).flatten();
        let spec = PrincipalSpec {
            id: setting.is_none().then(|| text(&id)),
            table: Some(text(shown)),
            setting: setting.map(text),
            ..PrincipalSpec::default()
        };
        if !entries.iter().any(|(known, _)| known.value == name) {
            entries.push((text(name), spec));
        }
    }
    entries
}

/// The table that a column's values are keys of.
fn target(table: &Table, column: &str) -> Option<QualifiedName> {
    let refers = table.foreign_keys.values().find(|key| key.columns.first().is_some_and(|first| first == column));
    let own = || table.primary_key.as_ref().is_some_and(|key| key.columns == [column.to_owned()]);
    refers.map(|key| key.table.clone()).or_else(|| own().then(|| table.name.clone()))
}

/// `NULLIF(current_setting('app.user_id'::text, true), ''::text)` of whatever type.
fn setting(id: &str) -> Option<String> {
    let plain = plain(id);
    let name = plain.strip_prefix("nullif current_setting '")?.strip_suffix("' , true , ''")?;
    Some(name.to_owned())
}

/// `minds` are each a `mind`.
fn singular(name: &str) -> String {
    let shorter = match name {
        name if name.ends_with("ies") => name.strip_suffix("ies").map(|stem| format!("{stem}y")),
        name if name.ends_with("ss") => None,
        name => name.strip_suffix('s').map(str::to_owned),
    };
    shorter.filter(|name| !name.is_empty()).unwrap_or_else(|| name.to_owned())
}
