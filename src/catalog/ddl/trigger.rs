//! Triggers.

use super::{deferral, names};
use crate::catalog::{QualifiedName, Trigger, TriggerEvent, quote_identifier, quote_literal};

/// `create trigger touch before update on public.jobs for each row execute function …`, in lines of its parts.
pub fn create_trigger(trigger: &Trigger, table: &QualifiedName) -> String {
    let mut text = create_trigger_head(trigger);
    let events: Vec<String> = trigger.events.iter().map(event).collect();
    text.push_str(&format!("{} {}", trigger.timing.to_ascii_lowercase(), events.join(" or ")));
    text.push_str(&format!("\n  on {}\n ", table.sql()));
    if let Some(other) = &trigger.from {
        text.push_str(&format!(" from {}\n ", other.sql()));
    }
    text.push_str(trigger.constraint.map(deferral).unwrap_or_default());
    text.push_str(&transition_tables(trigger));
    text.push_str(if trigger.each_row { " for each row" } else { " for each statement" });
    if let Some(when) = &trigger.when {
        text.push_str(&format!("\n  when ({when})"));
    }
    let arguments: Vec<String> = trigger.arguments.iter().map(|argument| quote_literal(argument)).collect();
    text.push_str(&format!("\n  execute function {}({})", trigger.function.sql(), arguments.join(", ")));
    text
}

/// What stands before the events.
pub fn create_trigger_head(trigger: &Trigger) -> String {
    let constraint = if trigger.constraint.is_some() { "constraint " } else { "" };
    format!("create {constraint}trigger {}\n  ", quote_identifier(&trigger.name))
}

fn event(event: &TriggerEvent) -> String {
    let word = event.event.to_ascii_lowercase();
    if event.columns.is_empty() { word } else { format!("{word} of {}", names(&event.columns)) }
}

fn transition_tables(trigger: &Trigger) -> String {
    let old = trigger.old_table.as_ref().map(|name| format!(" old table as {}", quote_identifier(name)));
    let new = trigger.new_table.as_ref().map(|name| format!(" new table as {}", quote_identifier(name)));
    let list: String = old.into_iter().chain(new).collect();
    if list.is_empty() { list } else { format!(" referencing{list}") }
}
