//! `renamed_from:` — an old name must not be in use any more.

use super::names::qualify;
use super::scene::Scene;
use crate::diagnostics::{Code, Diagnostic};
use crate::spec::Text;

/// Checks tables, columns and labels of enums.
pub(super) fn renames(scene: &Scene<'_>, findings: &mut Vec<Diagnostic>) {
    for draft in &scene.drafts {
        if let Some(old) = &draft.spec.renamed_from {
            let name = qualify(old, &draft.name.schema);
            if let Some(other) = scene.by_name.get(&name) {
                findings.push(stale("table", old, scene.draft(*other).key));
            }
        }
        for (_, column) in draft.own_columns() {
            let Some(old) = &column.renamed_from else { continue };
            if let Some(index) = draft.column(old) {
                findings.push(stale("column", old, draft.columns[index].0.span));
            }
        }
    }
    for (_, spec) in &scene.spec.enums {
        for old in spec.values.iter().filter_map(|value| value.renamed_from.as_ref()) {
            if let Some(other) = spec.values.iter().find(|value| value.label.value == old.value) {
                findings.push(stale("label", old, other.label.span));
            }
        }
    }
}

fn stale(what: &str, old: &Text, other: crate::source::Span) -> Diagnostic {
    Diagnostic::new(Code::StaleRename, old.span, format!("the old name `{}` is a {what} of the model", old.value))
        .related(other, "here")
        .help("remove `renamed_from`, or the old one")
}
