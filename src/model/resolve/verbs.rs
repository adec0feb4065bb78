//! `can:` — words to verbs.

use super::names::invalid_word;
use super::scene::Scene;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Can, TableId, Verb};
use crate::spec::{CanSpec, Text};
use std::collections::BTreeSet;

const WORDS: &[&str] = &["read", "create", "update", "delete", "write", "all"];

/// The verbs that a word stands for.
pub(super) fn verbs(word: &Text, findings: &mut Vec<Diagnostic>) -> Vec<Verb> {
    match word.as_str() {
        "read" => vec![Verb::Read],
        "create" => vec![Verb::Create],
        "update" => vec![Verb::Update],
        "delete" => vec![Verb::Delete],
        "write" => vec![Verb::Create, Verb::Update, Verb::Delete],
        "all" => Verb::ALL.to_vec(),
        _ => {
            findings.push(invalid_word("what may be done", word, WORDS));
            Vec::new()
        }
    }
}

/// A list of verbs over a table; columns only where something is written. The wider of two entries counts.
pub(super) fn can(scene: &Scene<'_>, table: TableId, spec: &CanSpec, findings: &mut Vec<Diagnostic>) -> Can {
    let mut can = Can::new();
    for entry in &spec.value {
        let columns = entry.columns.as_ref().map(|names| columns(scene, table, names, findings));
        for verb in verbs(&entry.verb, findings) {
            if columns.is_some() && !matches!(verb, Verb::Create | Verb::Update) {
                let message = format!("`{}` takes no columns", entry.verb.value);
                let finding = Diagnostic::new(Code::InvalidWord, entry.verb.span, message);
                findings.push(finding.help("only create and update are limited to columns; `hidden` hides one"));
                continue;
            }
            let merged = match (can.remove(&verb), columns.clone()) {
                (None, new) => new,
                (Some(Some(mut old)), Some(new)) => {
                    old.extend(new);
                    Some(old)
                }
                (Some(_), _) => None,
            };
            can.insert(verb, merged);
        }
    }
    can
}

fn columns(
    scene: &Scene<'_>,
    table: TableId,
    names: &[Text],
    findings: &mut Vec<Diagnostic>,
) -> BTreeSet<crate::model::ColumnId> {
    names.iter().filter_map(|name| scene.column(table, name, findings)).collect()
}

/// The same where it gives something: what is `read_only` for every API role no rule gives to some of them.
pub(super) fn given(scene: &Scene<'_>, table: TableId, spec: &CanSpec, findings: &mut Vec<Diagnostic>) -> Can {
    let named = spec.value.iter().flat_map(|entry| entry.columns.iter().flatten());
    findings.extend(named.filter_map(|name| never_written(scene, table, name)));
    can(scene, table, spec, findings)
}

fn never_written(scene: &Scene<'_>, table: TableId, name: &Text) -> Option<Diagnostic> {
    let draft = scene.draft(table);
    let (key, spec) = draft.columns.get(draft.column(name)?)?;
    let (why, edit) = match (spec.read_only.as_ref().is_some_and(|flag| flag.value), spec.generated.is_some()) {
        (true, _) => {
            ("is `read_only`", "take `read_only` off the column and name the columns that the others may write")
        }
        (_, true) => ("is generated", "name the columns that it is computed of"),
        _ => return None,
    };
    let message = format!("`{}` {why}: no rule lets anybody write it", name.value);
    Some(Diagnostic::new(Code::Contradiction, name.span, message).related(key.span, "this column").help(edit))
}
