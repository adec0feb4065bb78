//! Owners in a circle.

use crate::diagnostics::{Code, Diagnostic};
use crate::model::{ColumnId, Model, Table, TableId};
use crate::source::Span;
use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};

/// Something in one table that leads to another.
#[derive(Clone, Copy)]
pub struct Edge {
    /// Where it starts.
    pub from: TableId,
    /// Where it leads.
    pub to: TableId,
    /// By which column.
    pub column: ColumnId,
    /// Where that was said.
    pub span: Span,
}

/// Every circle of owner links, or a chain of them that is too long.
pub fn check(model: &Model) -> Vec<Diagnostic> {
    let edges: Vec<Edge> = model.tables.iter().flat_map(|table| owners(model, table)).collect();
    sound(model, Code::OwnerCycle, "owners", &edges)
}

/// What is wrong with edges: each is a condition within the one before, so they may neither go round nor on and on.
pub fn sound(model: &Model, code: Code, what: &str, edges: &[Edge]) -> Vec<Diagnostic> {
    let circles = circles(model, edges);
    let found: Vec<Diagnostic> = circles.iter().map(|circle| finding(model, code, what, circle)).collect();
    if found.is_empty() { endless(model, what, edges).into_iter().collect() } else { found }
}

/// A chain longer than anybody writes.
const LONGEST: usize = 32;

fn endless(model: &Model, what: &str, edges: &[Edge]) -> Option<Diagnostic> {
    let mut reached = vec![true; model.tables.len()];
    let mut last = None;
    for _ in 0..LONGEST {
        let mut next = vec![false; reached.len()];
        for edge in edges.iter().filter(|edge| reached.get(edge.from.index()) == Some(&true)) {
            next.get_mut(edge.to.index()).into_iter().for_each(|place| *place = true);
            last = Some(edge);
        }
        if !next.contains(&true) {
            return None;
        }
        reached = next;
    }
    let message = format!("{what} of more than {LONGEST} tables lead on to each other");
    let help = "let one of these lead to a principal, or to a table with members";
    last.map(|edge| Diagnostic::new(Code::TooLarge, edge.span, message).help(help))
}

fn owners<'m>(model: &'m Model, table: &'m Table) -> impl Iterator<Item = Edge> + 'm {
    table.owners.iter().filter(|link| !link.own_key).filter_map(|link| {
        let to = table.column(link.column).references?.table;
        let ends = model.table(to).members.is_some() || model.principals.iter().any(|kind| kind.table == to);
        (!ends).then_some(Edge { from: table.id, to, column: link.column, span: link.span })
    })
}

/// One circle for each knot of edges, from its first table on.
pub fn circles(model: &Model, edges: &[Edge]) -> Vec<Vec<Edge>> {
    let mut graph: DiGraph<TableId, usize> = DiGraph::with_capacity(model.tables.len(), edges.len());
    let nodes: Vec<NodeIndex> = model.tables.iter().map(|table| graph.add_node(table.id)).collect();
    for (index, edge) in edges.iter().enumerate() {
        graph.add_edge(nodes[edge.from.index()], nodes[edge.to.index()], index);
    }
    let mut circles: Vec<Vec<Edge>> = kosaraju_scc(&graph)
        .into_iter()
        // nearly every table is a knot of its own, and to walk along edges looks at all of them
        .filter(|knot| knot.iter().all(|node| knot.len() > 1 || graph.contains_edge(*node, *node)))
        .filter_map(|knot| {
            let mut tables: Vec<TableId> = knot.into_iter().map(|node| graph[node]).collect();
            tables.sort();
            circle(edges, &tables)
        })
        .collect();
    circles.sort_by_key(|circle| circle.first().map(|edge| edge.from));
    circles
}

/// From the first table of a knot along its edges until a table comes again.
fn circle(edges: &[Edge], knot: &[TableId]) -> Option<Vec<Edge>> {
    let mut walked: Vec<Edge> = Vec::new();
    let mut at = *knot.first()?;
    loop {
        let next = edges.iter().find(|edge| edge.from == at && knot.binary_search(&edge.to).is_ok())?;
        if let Some(start) = walked.iter().position(|edge| edge.from == at) {
            return Some(walked.split_off(start));
        }
        walked.push(*next);
        at = next.to;
    }
}

/// The finding for a circle: the whole path, and a label for each edge.
pub fn finding(model: &Model, code: Code, what: &str, circle: &[Edge]) -> Diagnostic {
    let name = |table: TableId| model.table(table).name.name.clone();
    let step = |edge: &Edge| format!("{}.{}", name(edge.from), model.table(edge.from).column(edge.column).name);
    let mut path: Vec<String> = circle.iter().map(step).collect();
    path.extend(circle.first().map(|edge| name(edge.from)));
    let span = circle.first().map(|edge| edge.span).unwrap_or_default();
    let mut finding = Diagnostic::new(code, span, format!("{what} in a circle: {}", path.join(" -> ")))
        .label(circle.first().map(|edge| format!("leads to {}", name(edge.to))).unwrap_or_default())
        .help("let one of these lead to a principal, or to a table with members");
    for edge in circle.iter().skip(1) {
        finding = finding.related(edge.span, format!("leads to {}", name(edge.to)));
    }
    finding
}
