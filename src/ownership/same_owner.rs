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
    let parent = model.table(to.table);
    if !own.is_disjoint(&other) {
        let moving = moving(model, ownership, table, parent)?;
        let message =
            format!("{name}: same_owner, but rows move with {}, and nothing looks here then", moving.name.name);
        let both = BTreeSet::from([table.name.name.as_str(), parent.name.name.as_str()]);
        let both = both.into_iter().collect::<Vec<_>>().join(" and ");
        let help = format!("give the owner of {both} `carry: true`, or {} no `transfer`", moving.name.name);
        return Some(finding(message).related(moving.span, "its rows may move to another owner").help(help));
    }
    let message =
        format!("{name}: same_owner, but {} and {} have no owner in common", table.name.name, parent.name.name);
    Some(finding(message).related(parent.span, "the table referred to").help("give both an owner of the same kind"))
}

/// A table above the row, or above the one that it refers to, whose rows may move to another owner, where a trigger holds the
/// two together: it sees only changes of the row itself.
fn moving<'m>(model: &'m Model, ownership: &Ownership, table: &'m Table, parent: &'m Table) -> Option<&'m Table> {
    if is_held(ownership, table) && is_held(ownership, parent) {
        return None;
    }
    let above = |table: &Table| ownership.paths.get(&table.id).into_iter().flatten().flat_map(|path| &path.hops);
    let tables = above(table).chain(above(parent)).map(|hop| hop.parent).chain([parent.id]);
    tables.map(|id| model.table(id)).find(|table| table.owners.iter().any(|link| link.transfer))
}

/// The row holds its only owner itself: a foreign key can say that both are one.
fn is_held(ownership: &Ownership, table: &Table) -> bool {
    let paths = ownership.paths.get(&table.id).map_or(&[][..], Vec::as_slice);
    matches!((paths, table.owners.as_slice()), ([path], [link]) if path.hops.is_empty() || link.carry.is_some())
}

fn ends(ownership: &Ownership, table: TableId) -> BTreeSet<End> {
    ownership.paths.get(&table).into_iter().flatten().map(|path| path.end).collect()
}
