//! Triggers of tables, of views, and at the top of the model.

use super::functions::called;
use super::names::{check_identifier, invalid_word, qualify, unknown};
use super::scene::{RowColumns, Scene};
use super::tables::value;
use crate::catalog::{
    Catalog, Deferral, Function, Management, QualifiedName, Returns, Trigger, TriggerEnabled, TriggerEvent,
};
use crate::diagnostics::{Code, Diagnostic};
use crate::expression::Bringer;
use crate::model::TableId;
use crate::spec::{Text, TriggerEventSpec, TriggerSpec};
use std::collections::BTreeMap;

/// Functions that a trigger may call and that no model declares.
const THERE: &[(&str, &str)] = &[
    ("suppress_redundant_updates_trigger", "pg_catalog"),
    ("tsvector_update_trigger", "pg_catalog"),
    ("tsvector_update_trigger_column", "pg_catalog"),
];

/// Puts all triggers onto their tables and views.
pub(super) fn triggers(scene: &Scene<'_>, catalog: &mut Catalog, findings: &mut Vec<Diagnostic>) {
    for id in scene.tables() {
        let draft = scene.draft(id);
        for (name, spec) in &draft.triggers {
            let made = trigger(scene, catalog, (Some(id), scene.row_of(id)), (name, spec), findings);
            add(catalog, &draft.name, name, made, findings);
        }
    }
    for (key, view) in &scene.spec.views {
        let view_name = qualify(key, &scene.names.default_schema);
        let columns: Vec<String> = view.columns.iter().map(|(name, _)| name.value.clone()).collect();
        for (name, spec) in &view.triggers {
            let made = trigger(scene, catalog, (None, RowColumns::named(&columns)), (name, spec), findings);
            add(catalog, &view_name, name, made, findings);
        }
    }
    for (name, spec) in &scene.spec.triggers {
        top_level(scene, catalog, name, spec, findings);
    }
}

fn top_level(
    scene: &Scene<'_>,
    catalog: &mut Catalog,
    name: &Text,
    spec: &TriggerSpec,
    findings: &mut Vec<Diagnostic>,
) {
    let Some(written) = &spec.table else {
        let finding = Diagnostic::new(Code::Incomplete, name.span, format!("trigger `{}` has no table", name.value));
        findings.push(finding.help("add `table:`, or move the trigger into its table"));
        return;
    };
    let target = qualify(written, &scene.names.default_schema);
    if let Some(view) = catalog.views.get(&target) {
        let columns: Vec<String> = view.columns.iter().map(|column| column.name.clone()).collect();
        let made = trigger(scene, catalog, (None, RowColumns::named(&columns)), (name, spec), findings);
        return add(catalog, &target, name, made, findings);
    }
    let Some(id) = scene.table(written, findings) else { return };
    let made = trigger(scene, catalog, (Some(id), scene.row_of(id)), (name, spec), findings);
    add(catalog, &target, name, made, findings);
}

fn add(
    catalog: &mut Catalog,
    target: &QualifiedName,
    name: &Text,
    made: Option<Trigger>,
    findings: &mut Vec<Diagnostic>,
) {
    let of_table = catalog.tables.get_mut(target).map(|table| &mut table.triggers);
    let Some(triggers) = of_table.or_else(|| catalog.views.get_mut(target).map(|view| &mut view.triggers)) else {
        return;
    };
    let Some(made) = made else { return };
    if triggers.insert(made.name.clone(), made).is_some() {
        let message = format!("`{target}` has two triggers named `{}`", name.value);
        findings.push(Diagnostic::new(Code::DuplicateName, name.span, message).help("rename one of them"));
    }
}

fn trigger(
    scene: &Scene<'_>,
    catalog: &Catalog,
    (table, columns): (Option<TableId>, RowColumns<'_>),
    (name, spec): (&Text, &TriggerSpec),
    findings: &mut Vec<Diagnostic>,
) -> Option<Trigger> {
    check_identifier(name, name.span, findings);
    let call = spec.call.as_ref()?;
    let (function, arguments) = take_call(call, findings)?;
    let function = function_of(scene, catalog, &function, call, findings)?;
    let each_row = match spec.each.as_ref().map(|each| each.as_str()) {
        None | Some("row") => true,
        Some("statement") => false,
        Some(_) => {
            findings.extend(spec.each.as_ref().map(|each| invalid_word("`each`", each, &["row", "statement"])));
            true
        }
    };
    let mut events: Vec<TriggerEvent> =
        spec.events.iter().filter_map(|event| self::event(scene, table, event, findings)).collect();
    events.sort_by_key(|event| ["INSERT", "DELETE", "UPDATE", "TRUNCATE"].iter().position(|word| *word == event.event));
    let truncates = events.iter().any(|event| event.event == "TRUNCATE");
    if let Some(each) = spec.each.as_ref().filter(|each| truncates && each.value == "row") {
        let finding = Diagnostic::new(Code::Contradiction, each.span, "truncate empties a table without naming a row");
        findings.push(finding.help("write `each: statement`, in a trigger of its own where others are for rows"));
    }
    let when = spec.when.as_ref().map(|when| condition(scene, columns, when, &events, findings));
    Some(Trigger {
        name: name.value.clone(),
        timing: timing(spec),
        events,
        each_row: each_row && !truncates,
        when,
        function,
        arguments,
        constraint: constraint(spec, findings),
        from: None,
        old_table: transition(spec, "old", findings),
        new_table: transition(spec, "new", findings),
        enabled: enabled(spec, findings),
        comment: value(&spec.comment),
    })
}

/// An insert has no old row, a delete no new one.
fn row_is_there(when: &Text, events: &[TriggerEvent], asks: impl Fn(&str) -> bool) -> Option<Diagnostic> {
    let fires = |event: &str| events.iter().any(|other| other.event == event);
    let message = match (fires("INSERT") && asks("old"), fires("DELETE") && asks("new")) {
        (true, _) => "an insert has no `old` row",
        (_, true) => "a delete has no `new` row",
        _ => return None,
    };
    let help = "make a trigger of its own for the other events, or ask `tg_op` in the function";
    Some(Diagnostic::new(Code::Contradiction, when.span, message).help(help))
}

fn timing(spec: &TriggerSpec) -> String {
    let word = spec.timing.as_ref().map_or("after", |timing| timing.as_str());
    word.to_ascii_uppercase().replace('_', " ")
}

fn event(
    scene: &Scene<'_>,
    table: Option<TableId>,
    spec: &TriggerEventSpec,
    findings: &mut Vec<Diagnostic>,
) -> Option<TriggerEvent> {
    let words = ["insert", "update", "delete", "truncate"];
    if !words.contains(&spec.event.to_ascii_lowercase().as_str()) {
        findings.push(invalid_word("the event of a trigger", &spec.event, &words));
        return None;
    }
    if let Some(table) = table {
        scene.columns_named(table, &spec.columns, findings);
    }
    let columns = spec.columns.iter().map(|column| column.value.clone()).collect();
    Some(TriggerEvent { event: spec.event.to_ascii_uppercase(), columns })
}

/// A condition on `old` and `new`: bare columns would be neither.
fn condition(
    scene: &Scene<'_>,
    columns: RowColumns<'_>,
    when: &Text,
    events: &[TriggerEvent],
    findings: &mut Vec<Diagnostic>,
) -> String {
    let expression = scene.parse(when, columns, &["new", "old"], ("when", false), findings);
    let written = |used: &crate::expression::ColumnUse| expression.sql.get(used.start..used.end).unwrap_or_default();
    let bare = expression.columns.iter().find(|used| !written(used).contains('.'));
    if let Some(used) = bare {
        let message = format!("`{}` could be the old or the new one", used.column);
        let place = crate::expression::place(when, when.span, used.start, used.end);
        let help = format!("write `new.{0}` or `old.{0}`", used.column);
        findings.push(Diagnostic::new(Code::Ambiguous, place, message).help(help));
    }
    let asked = |row: &str| {
        let prefix = format!("{row}.");
        expression.columns.iter().any(|used| written(used).to_ascii_lowercase().starts_with(&prefix))
    };
    findings.extend(row_is_there(when, events, asked));
    expression.sql
}

fn constraint(spec: &TriggerSpec, findings: &mut Vec<Diagnostic>) -> Option<Deferral> {
    let given = spec.deferrable.as_ref()?;
    Some(super::keys::deferral(Some(given), findings)).filter(|deferral| *deferral != Deferral::No)
}

fn transition(spec: &TriggerSpec, which: &str, findings: &mut Vec<Diagnostic>) -> Option<String> {
    let (_, name) = spec.referencing.iter().find(|(key, _)| key.value == which)?;
    check_identifier(name, name.span, findings);
    Some(name.value.clone())
}

fn enabled(spec: &TriggerSpec, findings: &mut Vec<Diagnostic>) -> TriggerEnabled {
    match spec.enabled.as_ref().map(|word| word.as_str()) {
        None | Some("origin" | "true") => TriggerEnabled::Origin,
        Some("always") => TriggerEnabled::Always,
        Some("replica") => TriggerEnabled::Replica,
        Some("disabled" | "false") => TriggerEnabled::Disabled,
        Some(_) => {
            let words = ["origin", "always", "replica", "disabled"];
            findings.extend(spec.enabled.as_ref().map(|word| invalid_word("`enabled`", word, &words)));
            TriggerEnabled::Origin
        }
    }
}

/// `job('a', 'b')`: a name and its arguments, which PostgreSQL keeps as text.
fn take_call(call: &Text, findings: &mut Vec<Diagnostic>) -> Option<(String, Vec<String>)> {
    let text = call.trim();
    let Some((name, rest)) = text.split_once('(') else { return Some((text.to_owned(), Vec::new())) };
    let arguments = rest.strip_suffix(')').and_then(take_arguments);
    if arguments.is_none() {
        let finding = Diagnostic::new(Code::InvalidSql, call.span, format!("`{text}` is not a call of a function"));
        findings.push(finding.help("write a name, or a name with constants: `job('a', 1)`"));
    }
    Some((name.trim().to_owned(), arguments?))
}

fn take_arguments(text: &str) -> Option<Vec<String>> {
    let mut arguments = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let (argument, after) = match rest.strip_prefix('\'') {
            Some(inner) => super::names::until_quote(inner, '\'')?,
            None => {
                let (word, after) = rest.split_at_checked(rest.find(',').unwrap_or(rest.len()))?;
                let word = word.trim();
                let plain = !word.is_empty() && word.chars().all(|c| c.is_alphanumeric() || "_.-".contains(c));
                (plain.then(|| word.to_owned())?, after)
            }
        };
        arguments.push(argument);
        let after = after.trim_start();
        rest = match after.strip_prefix(',') {
            Some(more) if !more.trim().is_empty() => more.trim_start(),
            None if after.is_empty() => "",
            _ => return None,
        };
    }
    Some(arguments)
}

/// The function of the model, PostgreSQL's own or an extension's; it must return trigger.
fn function_of(
    scene: &Scene<'_>,
    catalog: &Catalog,
    name: &str,
    call: &Text,
    findings: &mut Vec<Diagnostic>,
) -> Option<QualifiedName> {
    let wanted = called(name, scene);
    let of_name = catalog.functions.range(first_of(&wanted)..).take_while(|(found, _)| found.name == wanted);
    let of_name: Vec<&Function> = of_name.map(|(_, function)| function).collect();
    if of_name.is_empty() {
        return elsewhere(scene, wanted, name, call, findings);
    }
    let returns_trigger = |function: &&Function| {
        function.returns == Returns::Type("trigger".to_owned()) || function.management == Management::None
    };
    if !of_name.iter().any(returns_trigger) {
        let finding = Diagnostic::new(Code::InvalidReference, call.span, format!("`{name}` does not return trigger"));
        findings.push(finding.help("make it `returns: trigger`"));
    }
    Some(wanted)
}

fn first_of(name: &QualifiedName) -> crate::catalog::FunctionName {
    crate::catalog::FunctionName { name: name.clone(), arguments: Vec::new() }
}

fn elsewhere(
    scene: &Scene<'_>,
    wanted: QualifiedName,
    name: &str,
    call: &Text,
    findings: &mut Vec<Diagnostic>,
) -> Option<QualifiedName> {
    if let Some((name, schema)) = THERE.iter().find(|(known, _)| *known == name) {
        return Some(QualifiedName::new(*schema, *name));
    }
    if let Bringer::Extension(schema) = scene.names.bringer_of_function(name) {
        return Some(QualifiedName::new(schema, name));
    }
    // Somebody else's schema, or one that raw SQL fills, is not looked into.
    let ours = wanted.schema == scene.names.default_schema
        || scene.names.functions.iter().any(|function| function.schema == wanted.schema);
    if !ours || !scene.spec.sql.is_empty() {
        return Some(wanted);
    }
    let shown: BTreeMap<String, ()> = scene
        .names
        .functions
        .iter()
        .map(|function| match function.schema == scene.names.default_schema {
            true => (function.name.clone(), ()),
            false => (function.to_string(), ()),
        })
        .collect();
    let written = Text::new(name.to_owned(), call.span);
    findings.push(unknown(Code::UnknownFunction, "function", &written, shown.keys().map(String::as_str)));
    None
}
