//! Triggers.

use super::foreign_key::deferrable;
use super::names::key;
use super::{Lift, text, texts};
use crate::catalog::{Deferral, Named, QualifiedName, Table, Trigger, TriggerEnabled, TriggerEvent, quote_literal};
use crate::spec::{Entries, TableSpec, TriggerEventSpec, TriggerSpec};

impl Lift<'_> {
    /// The triggers of a table, without those that a mixin or rule brings.
    pub(super) fn triggers(&mut self, table: &Table, spec: &mut TableSpec) {
        spec.triggers = self.triggers_of(&table.name, &table.triggers);
    }

    /// The triggers of a table or view; what has no word is kept raw.
    pub(super) fn triggers_of(&mut self, relation: &QualifiedName, triggers: &Named<Trigger>) -> Entries<TriggerSpec> {
        let known = self.recognised.tables.get(relation);
        let rest = triggers.values().filter(|found| known.is_none_or(|known| !known.triggers.contains(&found.name)));
        let (raw, written): (Vec<&Trigger>, Vec<&Trigger>) = rest.partition(|found| has_no_word(found));
        raw.into_iter().for_each(|found| self.raw_trigger(relation, found));
        written.into_iter().map(|found| (text(&found.name), trigger(found))).collect()
    }
}

/// The language has constraint triggers that are deferrable, and none that names another table; a call is a name up
/// to its bracket.
fn has_no_word(found: &Trigger) -> bool {
    found.constraint == Some(Deferral::No)
        || found.from.is_some()
        || found.function.name.contains('(')
        || found.function.schema.contains('(')
}

fn trigger(found: &Trigger) -> TriggerSpec {
    let referencing = [("old", &found.old_table), ("new", &found.new_table)];
    let referencing = referencing.into_iter().filter_map(|(word, name)| Some((text(word), text(name.as_ref()?))));
    TriggerSpec {
        timing: Some(text(found.timing.to_ascii_lowercase().replace(' ', "_"))),
        events: found.events.iter().map(event).collect(),
        when: found.when.as_deref().map(text),
        each: (!found.each_row && !only_truncates(found)).then(|| text("statement")),
        call: Some(text(call(found))),
        deferrable: found.constraint.and_then(deferrable),
        referencing: referencing.collect(),
        enabled: enabled(found.enabled).map(text),
        comment: found.comment.as_deref().map(text),
        ..TriggerSpec::default()
    }
}

/// A truncation has no rows.
fn only_truncates(found: &Trigger) -> bool {
    found.events.iter().any(|event| event.event == "TRUNCATE")
}

fn event(found: &TriggerEvent) -> TriggerEventSpec {
    TriggerEventSpec { event: text(found.event.to_ascii_lowercase()), columns: texts(&found.columns) }
}

fn call(found: &Trigger) -> String {
    let name = key(&found.function);
    if found.arguments.is_empty() {
        return name;
    }
    // the language knows no escapes
    let literal = |argument: &String| format!("'{}'", argument.replace('\'', "''"));
    format!("{name}({})", found.arguments.iter().map(literal).collect::<Vec<_>>().join(", "))
}

fn enabled(enabled: TriggerEnabled) -> Option<&'static str> {
    match enabled {
        TriggerEnabled::Origin => None,
        TriggerEnabled::Always => Some("always"),
        TriggerEnabled::Replica => Some("replica"),
        TriggerEnabled::Disabled => Some("disabled"),
    }
}

/// The comment of a part of a table, as a statement.
pub(super) fn comment_on(kind: &str, name: &str, relation: &QualifiedName, comment: Option<&str>) -> String {
    let object = format!("{kind} {} on {}", crate::catalog::quote_identifier(name), relation.sql());
    comment.map(|text| format!("; comment on {object} is {}", quote_literal(text))).unwrap_or_default()
}

/// The comment of a column, as a statement.
pub(super) fn comment_on_column(relation: &QualifiedName, column: &str, comment: &str) -> String {
    format!(
        "comment on column {}.{} is {}",
        relation.sql(),
        crate::catalog::quote_identifier(column),
        quote_literal(comment)
    )
}
