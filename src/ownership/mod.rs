//! Who owns a row, traced: from a table up its owner links to a principal or to members.

mod access;
mod carry;
mod copy;
mod cycle;
mod members;
mod path;
mod same_owner;
mod through;

pub use members::founder;

use crate::diagnostics::Diagnostic;
use crate::model::{ColumnId, Model, PrincipalId, TableId};
use std::collections::BTreeMap;

/// Every path of every owned table.
#[derive(Debug, Clone, Default)]
pub struct Ownership {
    /// Paths by table; a table without an owner has no entry.
    pub paths: BTreeMap<TableId, Vec<Path>>,
}

/// One way up from a row to whoever owns it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Path {
    /// Index of the first link in the table's `owners`.
    pub link: usize,
    /// The references followed, from the row up; empty where the row's own column is the end.
    pub hops: Vec<Hop>,
    /// The table on which the path ends (the table itself when there are no hops).
    pub end_table: TableId,
    /// The column of `end_table` that is compared with the caller, or that holds the tenant's id.
    pub end_column: ColumnId,
    /// What is found there.
    pub end: End,
}

/// One reference followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hop {
    /// The referring table.
    pub table: TableId,
    /// Its owner column.
    pub column: ColumnId,
    /// The table referred to.
    pub parent: TableId,
    /// The key there.
    pub parent_column: ColumnId,
}

/// Where a path ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum End {
    /// The column holds the id of a principal.
    Principal(PrincipalId),
    /// The column holds the id of a row of this table, which has members.
    Members(TableId),
}

/// Traces every owned table.
pub fn trace(model: &Model) -> (Ownership, Vec<Diagnostic>) {
    let mut findings = cycle::check(model);
    let mut ownership = Ownership::default();
    if findings.is_empty() {
        let mut tracer = path::Tracer::new(model);
        for table in &model.tables {
            tracer.trace(table.id);
        }
        (ownership, findings) = tracer.finish();
        findings.extend(carry::check(model, &ownership));
        findings.extend(same_owner::check(model, &ownership));
    }
    findings.extend(access::check(model));
    findings.extend(through::check(model));
    findings.extend(members::check(model));
    findings.extend(copy::check(model));
    (ownership, findings)
}
