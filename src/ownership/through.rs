//! `through` in a circle.

use super::cycle::{Edge, circles, finding};
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Model, Table};

/// Every circle of `through`.
pub fn check(model: &Model) -> Vec<Diagnostic> {
    let edges: Vec<Edge> = model.tables.iter().flat_map(edges).collect();
    circles(model, &edges).iter().map(|circle| finding(model, Code::ThroughCycle, "through", circle)).collect()
}

fn edges(table: &Table) -> impl Iterator<Item = Edge> + '_ {
    table.allow.iter().filter_map(|allow| {
        let column = allow.through?;
        let to = table.column(column).references?.table;
        Some(Edge { from: table.id, to, column, span: allow.span })
    })
}
