//! `through` in a circle, or through a column that leads nowhere.

use super::cycle::{Edge, circles, finding};
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Allow, Model, Table};

/// Every fault of a `through`.
pub fn check(model: &Model) -> Vec<Diagnostic> {
    let edges: Vec<Edge> = model.tables.iter().flat_map(edges).collect();
    let mut findings: Vec<Diagnostic> =
        circles(model, &edges).iter().map(|circle| finding(model, Code::ThroughCycle, "through", circle)).collect();
    findings.extend(
        model.tables.iter().flat_map(|table| table.allow.iter().filter_map(move |allow| nowhere(table, allow))),
    );
    findings
}

fn edges(table: &Table) -> impl Iterator<Item = Edge> + '_ {
    table.allow.iter().filter_map(|allow| {
        let column = allow.through?;
        let to = table.column(column).references?.table;
        Some(Edge { from: table.id, to, column, span: allow.span })
    })
}

fn nowhere(table: &Table, allow: &Allow) -> Option<Diagnostic> {
    let column = table.column(allow.through?);
    if column.references.is_some() {
        return None;
    }
    let message = format!("through {}.{}, which refers to no table", table.name.name, column.name);
    Some(
        Diagnostic::new(Code::ThroughNowhere, allow.span, message)
            .related(column.span, "this column has no references")
            .help(format!("give {} a references:, or name the column that has one", column.name)),
    )
}
