//! What `same_owner` needs: an owner on both sides, of the same kind.

use super::{End, Ownership};
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Column, Model, Table, TableId};
use std::collections::BTreeSet;

/// Every `same_owner` that cannot hold.
pub fn check(model: &Model, ownership: &Ownership) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for table in &model.tables {
        let columns = table.columns.iter().filter(|column| column.same_owner);
        findings.extend(columns.filter_map(|column| fault(model, ownership, table, column)));
    }
    findings
}

fn fault(model: &Model, ownership: &Ownership, table: &Table, column: &Column) -> Option<Diagnostic> {
    let name = format!("{}.{}", table.name.name, column.name);
    let finding = |message: String| Diagnostic::new(Code::SameOwner, column.span, message);
    let Some(to) = column.references else {
        return Some(finding(format!("{name} has same_owner and refers to nothing")).help("give it a references:"));
    };
    let (own, other) = (ends(ownership, table.id), ends(ownership, to.table));
    if !own.is_disjoint(&other) {
        return None;
    }
    let parent = model.table(to.table);
    let message =
        format!("{name}: same_owner, but {} and {} have no owner in common", table.name.name, parent.name.name);
    Some(finding(message).related(parent.span, "the table referred to").help("give both an owner of the same kind"))
}

fn ends(ownership: &Ownership, table: TableId) -> BTreeSet<End> {
    ownership.paths.get(&table).into_iter().flatten().map(|path| path.end).collect()
}
