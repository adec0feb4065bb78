//! Triggers of tables and views.

use super::constraint::deferral;
use super::expression::{after_word, bare, group};
use super::{Failure, Reader};
use crate::catalog::{Catalog, QualifiedName, Trigger, TriggerEnabled, TriggerEvent};
use serde::Deserialize;

#[derive(Deserialize)]
struct TriggerRow {
    schema: String,
    relation: String,
    name: String,
    r#type: i16,
    columns: Option<Vec<String>>,
    definition: String,
    has_condition: bool,
    function_schema: String,
    function: String,
    arguments: String,
    constraint: bool,
    deferrable: bool,
    deferred: bool,
    from: Option<(String, String)>,
    old_table: Option<String>,
    new_table: Option<String>,
    enabled: char,
    comment: Option<String>,
}

/// Bits of `tgtype`.
const ROW: i16 = 1;
const BEFORE: i16 = 2;
const INSTEAD: i16 = 64;
/// In the order in which PostgreSQL prints them.
const EVENTS: &[(i16, &str)] = &[(4, "INSERT"), (8, "DELETE"), (16, "UPDATE"), (32, "TRUNCATE")];

pub fn read(reader: &mut Reader<'_>, catalog: &mut Catalog) -> Result<(), Failure> {
    for row in reader.rows::<TriggerRow>(include_str!("../queries/trigger.sql"))? {
        let relation = QualifiedName::new(row.schema.clone(), row.relation.clone());
        let table = catalog.tables.get_mut(&relation).map(|table| &mut table.triggers);
        let triggers = table.or_else(|| catalog.views.get_mut(&relation).map(|view| &mut view.triggers));
        if let Some(triggers) = triggers {
            triggers.insert(row.name.clone(), trigger(row));
        }
    }
    Ok(())
}

fn trigger(row: TriggerRow) -> Trigger {
    Trigger {
        timing: timing(row.r#type).to_owned(),
        events: events(row.r#type, &row.columns.unwrap_or_default()),
        each_row: row.r#type & ROW != 0,
        when: row.has_condition.then(|| condition(&row.definition)).flatten(),
        function: QualifiedName::new(row.function_schema, row.function),
        arguments: arguments(&row.arguments),
        constraint: row.constraint.then(|| deferral(row.deferrable, row.deferred)),
        from: row.from.map(|(schema, name)| QualifiedName { schema, name }),
        old_table: row.old_table,
        new_table: row.new_table,
        enabled: enabled(row.enabled),
        comment: row.comment,
        name: row.name,
    }
}

fn timing(bits: i16) -> &'static str {
    match bits {
        bits if bits & INSTEAD != 0 => "INSTEAD OF",
        bits if bits & BEFORE != 0 => "BEFORE",
        _ => "AFTER",
    }
}

fn events(bits: i16, columns: &[String]) -> Vec<TriggerEvent> {
    let set = EVENTS.iter().filter(|(bit, _)| bits & bit != 0);
    set.map(|(_, event)| TriggerEvent {
        event: (*event).to_owned(),
        columns: if *event == "UPDATE" { columns.to_vec() } else { Vec::new() },
    })
    .collect()
}

/// A condition on two rows has no printer of its own: it is taken from the whole definition.
fn condition(definition: &str) -> Option<String> {
    let start = after_word(definition, "when")?;
    group(definition, start).map(|(inner, _)| bare(inner))
}

/// Arguments end with a zero byte each.
fn arguments(hex: &str) -> Vec<String> {
    let digits = hex.as_bytes().chunks(2).filter_map(|pair| std::str::from_utf8(pair).ok());
    let bytes: Vec<u8> = digits.filter_map(|pair| u8::from_str_radix(pair, 16).ok()).collect();
    let mut list: Vec<String> =
        bytes.split(|byte| *byte == 0).map(|part| String::from_utf8_lossy(part).into_owned()).collect();
    list.pop();
    list
}

fn enabled(letter: char) -> TriggerEnabled {
    match letter {
        'A' => TriggerEnabled::Always,
        'R' => TriggerEnabled::Replica,
        'D' => TriggerEnabled::Disabled,
        _ => TriggerEnabled::Origin,
    }
}
