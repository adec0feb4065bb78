//! Foreign keys.

use super::columns::Typed;
use super::names::invalid_word;
use super::tables::{Tables, value};
use crate::catalog::{Action, ForeignKey, QualifiedName, Table};
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{ColumnId, TableId};
use crate::spec::{ColumnSpec, ForeignKeySpec, ManagedSpec, Text};

/// Foreign keys of columns, then those of the table.
pub(super) fn foreign_keys(tables: &mut Tables<'_, '_>, id: TableId, table: &mut Table) {
    let scene = tables.scene;
    let draft = scene.draft(id);
    for (index, (name, spec)) in draft.own_columns().iter().enumerate() {
        let typed = scene.typed(id, ColumnId::new(index));
        if let Some(key) = of_column(tables, table, name, spec, typed) {
            table.foreign_keys.insert(key.name.clone(), key);
        }
    }
    for spec in &draft.spec.foreign_keys {
        if let Some(key) = of_table(tables, id, &table.name, spec) {
            table.foreign_keys.insert(key.name.clone(), key);
        }
    }
}

fn of_column(
    tables: &mut Tables<'_, '_>,
    table: &Table,
    name: &Text,
    spec: &ColumnSpec,
    typed: &Typed,
) -> Option<ForeignKey> {
    let written = spec.references.as_ref()?;
    let reference = typed.reference.filter(|reference| reference.enforced)?;
    let target = tables.scene.draft(reference.table);
    let name_of_key = key_name(tables, &table.name, written.name.as_ref(), std::slice::from_ref(&name.value));
    let (on_delete, on_delete_columns) = action(spec.on_delete.as_ref(), tables.findings);
    if matches!(on_delete, Action::SetNull) && typed.not_null && on_delete_columns.is_empty() {
        let place = spec.on_delete.as_ref().map_or(name.span, |text| text.span);
        let message = format!("`{}` is NOT NULL and would be set to NULL", name.value);
        let help = "make the reference nullable with `?`, or choose cascade or restrict";
        tables.findings.push(Diagnostic::new(Code::Contradiction, place, message).help(help));
    }
    Some(ForeignKey {
        name: name_of_key,
        columns: vec![name.value.clone()],
        table: target.name.clone(),
        to: vec![tables.scene.column_name(reference.table, reference.column).to_owned()],
        on_delete,
        on_delete_columns,
        on_update: action(spec.on_update.as_deref(), tables.findings).0,
        deferral: super::keys::deferral(spec.deferrable.as_ref(), tables.findings),
        ..ForeignKey::default()
    })
}

fn of_table(
    tables: &mut Tables<'_, '_>,
    id: TableId,
    table: &QualifiedName,
    spec: &ForeignKeySpec,
) -> Option<ForeignKey> {
    let scene = tables.scene;
    let Some(written) = &spec.references else {
        let finding = Diagnostic::new(Code::Incomplete, spec.span, "a foreign key without `references`");
        tables.findings.push(finding.help("name the table that it refers to"));
        return None;
    };
    scene.columns_named(id, &spec.columns, tables.findings)?;
    let target = scene.table(written, tables.findings)?;
    scene.columns_named(target, &spec.to, tables.findings)?;
    let to: Vec<String> = match spec.to.is_empty() {
        true => scene.draft(target).primary_key().into_iter().map(str::to_owned).collect(),
        false => spec.to.iter().map(|column| column.value.clone()).collect(),
    };
    if !check_target(tables, target, &to, spec) {
        return None;
    }
    let columns: Vec<String> = spec.columns.iter().map(|column| column.value.clone()).collect();
    let (on_delete, on_delete_columns) = action(spec.on_delete.as_ref(), tables.findings);
    Some(ForeignKey {
        name: key_name(tables, table, spec.name.as_ref(), &columns),
        columns,
        table: scene.draft(target).name.clone(),
        to,
        on_delete,
        on_delete_columns,
        on_update: action(spec.on_update.as_ref(), tables.findings).0,
        match_full: spec.match_full,
        deferral: super::keys::deferral(spec.deferrable.as_ref(), tables.findings),
        comment: value(&spec.comment),
        ..ForeignKey::default()
    })
}

/// As many columns there as here, and a unique key over them.
fn check_target(tables: &mut Tables<'_, '_>, target: TableId, to: &[String], spec: &ForeignKeySpec) -> bool {
    let draft = tables.scene.draft(target);
    if to.len() != spec.columns.len() {
        let message = format!("{} columns refer to {} of `{}`", spec.columns.len(), to.len(), draft.name);
        let finding = Diagnostic::new(Code::InvalidReference, spec.span, message);
        tables.findings.push(finding.help("name as many columns in `to` as in `columns`"));
        return false;
    }
    let same = |columns: Vec<&str>| columns.len() == to.len() && to.iter().all(|name| columns.contains(&name.as_str()));
    let texts = |columns: &'_ [Text]| columns.iter().map(|column| column.value.clone()).collect::<Vec<_>>();
    let matches = |columns: &[Text]| same(texts(columns).iter().map(String::as_str).collect());
    let single =
        |name: &&str| draft.columns.iter().any(|(text, column)| text.value == **name && column.unique.is_some());
    let unique = draft.managed == ManagedSpec::No
        || same(draft.primary_key())
        || to.len() == 1 && to.iter().map(String::as_str).any(|name| single(&name))
        || draft.spec.unique.iter().any(|key| key.predicate.is_none() && matches(&key.columns))
        || draft.indexes.iter().any(|index| index.unique && index.predicate.is_none() && matches(&index.columns));
    if !unique {
        let message = format!("`{}` has no unique key over ({})", draft.name, to.join(", "));
        let finding = Diagnostic::new(Code::InvalidReference, spec.span, message).related(draft.key, "this table");
        tables.findings.push(finding.help(format!("add `unique: [[{}]]` there", to.join(", "))));
    }
    unique
}

fn key_name(tables: &mut Tables<'_, '_>, table: &QualifiedName, given: Option<&Text>, columns: &[String]) -> String {
    match given {
        Some(name) => name.value.clone(),
        None => {
            let joined = super::keys::join(columns);
            tables.taken.new_constraint(&table.schema, (&table.name, Some(&joined), "fkey"), false)
        }
    }
}

/// `cascade`, `set null (a, b)` …
fn action(text: Option<&Text>, findings: &mut Vec<Diagnostic>) -> (Action, Vec<String>) {
    let Some(text) = text else { return (Action::NoAction, Vec::new()) };
    let (word, columns) = match text.trim().strip_suffix(')').and_then(|rest| rest.split_once('(')) {
        Some((word, columns)) => (word.trim(), super::names::list(columns)),
        None => (text.trim(), Vec::new()),
    };
    let action = match word.to_ascii_lowercase().replace('_', " ").as_str() {
        "no action" => Action::NoAction,
        "restrict" => Action::Restrict,
        "cascade" => Action::Cascade,
        "set null" => Action::SetNull,
        "set default" => Action::SetDefault,
        _ => {
            let words = ["cascade", "restrict", "set null", "set default", "no action"];
            findings.push(invalid_word("what a foreign key does", text, &words));
            Action::NoAction
        }
    };
    (action, columns)
}
