//! `70_triggers`: guards and the model's triggers, before anybody is let in.

use crate::backends::psql::call::{call, definition, text};
use crate::backends::psql::runtime;
use crate::catalog::{Catalog, QualifiedName, Trigger, TriggerEnabled, ddl};

/// The file.
pub fn file(catalog: &Catalog) -> String {
    use runtime::*;
    let mut out = head("Triggers.", &[LEDGER, SETTLED, RUN, PROBE, TRIGGER]);
    out.reserve(catalog.tables.len() * 700);
    for table in catalog.tables.values() {
        table.triggers.values().for_each(|found| out.push_str(&trigger(&table.name, found)));
    }
    for view in catalog.views.values() {
        view.triggers.values().for_each(|found| out.push_str(&trigger(&view.name, found)));
    }
    out
}

fn trigger(table: &QualifiedName, trigger: &Trigger) -> String {
    let enabled = match trigger.enabled {
        TriggerEnabled::Origin => "O",
        TriggerEnabled::Always => "A",
        TriggerEnabled::Replica => "R",
        TriggerEnabled::Disabled => "D",
    };
    let arguments = [
        text(&table.schema),
        text(&table.name),
        text(&trigger.name),
        definition(&ddl::create_trigger(trigger, table)),
        text(enabled),
    ];
    call("ensure_trigger", &arguments)
}
