//! `through` in a circle, or without an end.

use super::cycle::{Edge, sound};
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Model, Table};

/// Every circle of `through`, or a chain that is too long.
pub fn check(model: &Model) -> Vec<Diagnostic> {
    let edges: Vec<Edge> = model.tables.iter().flat_map(edges).collect();
    sound(model, Code::ThroughCycle, "through", &edges)
}

fn edges(table: &Table) -> impl Iterator<Item = Edge> + '_ {
    table.allow.iter().filter_map(|allow| {
        let column = allow.through?;
        let to = table.column(column).references?.table;
        Some(Edge { from: table.id, to, column, span: allow.span })
    })
}
