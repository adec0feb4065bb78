//! `70_triggers`: guards and the model's triggers, before anybody is let in.

use crate::backends::psql::call::{call, definition, text};
use crate::backends::psql::runtime;
use crate::backends::psql::script::{Mark, Script};
use crate::catalog::{Catalog, Place, QualifiedName, Trigger, TriggerEnabled, ddl};

/// The file.
pub fn file(catalog: &Catalog) -> Script {
    use runtime::*;
    let mut out = Script::new(head("Triggers.", &[LEDGER, SETTLED, RUN, PROBE, TRIGGER]));
    out.text.reserve(catalog.tables.len() * 700);
    for table in catalog.tables.values() {
        table.triggers.values().for_each(|found| trigger(&mut out, &table.name, found));
    }
    for view in catalog.views.values() {
        view.triggers.values().for_each(|found| trigger(&mut out, &view.name, found));
    }
    out
}

fn trigger(out: &mut Script, table: &QualifiedName, trigger: &Trigger) {
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
    out.mark(Mark::One(Place::Part(table.clone(), "trigger", trigger.name.clone())));
    out.push_str(&call("ensure_trigger", &arguments));
}
