//! Materialized views: copies that no row security holds back.

use crate::catalog::{ObjectName, QualifiedName};
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Access, Model, Table};
use std::collections::BTreeSet;

/// Copies of protected rows that a client may read.
pub fn check(model: &Model) -> Vec<Diagnostic> {
    let views = model.base.materialized_views.values();
    let finding = |view: &crate::catalog::MaterializedView| {
        let readers = view.grants.iter().map(|grant| grant.role.as_str());
        let readers: BTreeSet<&str> = readers.filter(|role| *role != model.base.hints.service).collect();
        let tables = sources(model, &view.name);
        let protected = tables.into_iter().find(|table| !readers.is_empty() && is_protected(model, table, &readers))?;
        let span = model.spans.get(&ObjectName::MaterializedView(view.name.clone())).copied().unwrap_or_default();
        let message =
            format!("{} is a copy of rows of {}, which not every reader may see", view.name.name, protected.name.name);
        Some(
            Diagnostic::new(Code::ReadableCopy, span, message)
                .related(protected.span, "its rows are protected")
                .help("leave out read: and let a view or a function give out what each caller may see"),
        )
    };
    views.filter_map(finding).collect()
}

/// Every table that a view reads, through other views too.
fn sources<'m>(model: &'m Model, view: &QualifiedName) -> Vec<&'m Table> {
    let mut seen = BTreeSet::new();
    let mut waiting = vec![view];
    let mut tables = Vec::new();
    while let Some(name) = waiting.pop() {
        if seen.insert(name) {
            waiting.extend(model.reads.get(name).into_iter().flatten());
            tables.extend(model.table_named(name));
        }
    }
    tables
}

/// Some reader may not read every row.
fn is_protected(model: &Model, table: &Table, readers: &BTreeSet<&str>) -> bool {
    match table.access {
        // of what is written, nothing is known here: audit looks at the database itself
        Some(Access::Open | Access::Written) => false,
        Some(Access::Shared) => readers.iter().any(|role| *role != model.base.hints.signed_in),
        _ => true,
    }
}
