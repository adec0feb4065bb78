//! The order in which objects are created: whatever an object needs comes before it, ties by name.

use super::scene::Scene;
use crate::catalog::{Catalog, ObjectName, QualifiedName};
use crate::diagnostics::Diagnostic;
use crate::expression::{DataType, Expression};
use crate::source::{Node, NodeKind, Span};
use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};
use std::collections::{BTreeMap, BTreeSet};

/// What needs what, by name; functions by name alone, because a call does not say which overload it means.
#[derive(Default)]
pub(super) struct Needs {
    edges: BTreeSet<(ObjectName, Need)>,
}

/// What is needed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Need {
    /// A table, view, materialized view or sequence.
    Relation(QualifiedName),
    /// An enum, domain or composite, or a table's row type.
    Type(QualifiedName),
    Function(QualifiedName),
}

impl Needs {
    /// What others need, too.
    pub(super) fn append(&mut self, mut other: Self) {
        self.edges.append(&mut other.edges);
    }

    /// Which object calls which function.
    pub(super) fn calls(&self) -> impl Iterator<Item = (&ObjectName, &QualifiedName)> {
        self.edges.iter().filter_map(|(object, need)| match need {
            Need::Function(function) => Some((object, function)),
            _ => None,
        })
    }

    /// Which table reads, or draws on, which relation.
    pub(super) fn relations_of_tables(&self) -> impl Iterator<Item = (&QualifiedName, &QualifiedName)> {
        self.edges.iter().filter_map(|edge| match edge {
            (ObjectName::Table(table), Need::Relation(relation)) => Some((table, relation)),
            _ => None,
        })
    }

    /// A table's expression needs the functions that it calls.
    pub(super) fn expression(&mut self, table: &QualifiedName, expression: &Expression) {
        self.object(&ObjectName::Table(table.clone()), expression);
    }

    /// An object needs what its expression calls and reads.
    pub(super) fn object(&mut self, object: &ObjectName, expression: &Expression) {
        for function in &expression.functions {
            self.edges.insert((object.clone(), Need::Function(function.clone())));
        }
        for relation in &expression.relations {
            self.edges.insert((object.clone(), Need::Relation(relation.clone())));
        }
    }

    /// A table's default needs the functions that it calls.
    pub(super) fn default_of(&mut self, table: &QualifiedName, node: &Node, scene: &Scene<'_>) {
        if let NodeKind::Scalar { text, .. } = &node.kind
            && text.contains('(')
        {
            // What is wrong with it was said where its SQL was made.
            let expression = scene.constant(text, node.span, "default", &mut Vec::new());
            self.expression(table, &expression);
        }
    }

    /// A table needs the types of its columns.
    pub(super) fn data_type(&mut self, table: &QualifiedName, data_type: &DataType) {
        self.typed(&ObjectName::Table(table.clone()), data_type);
    }

    /// An object needs a type.
    pub(super) fn typed(&mut self, object: &ObjectName, data_type: &DataType) {
        if let Some(declared) = &data_type.declared {
            self.edges.insert((object.clone(), Need::Type(declared.clone())));
        }
    }

    /// An object needs a table, view or sequence.
    pub(super) fn relation(&mut self, object: &ObjectName, relation: &QualifiedName) {
        self.edges.insert((object.clone(), Need::Relation(relation.clone())));
    }

    /// An object needs a function.
    pub(super) fn function(&mut self, object: &ObjectName, function: &QualifiedName) {
        self.edges.insert((object.clone(), Need::Function(function.clone())));
    }
}

/// All objects of a catalog in the order of their creation.
pub(super) fn order(
    catalog: &Catalog,
    needs: &Needs,
    spans: &BTreeMap<ObjectName, Span>,
    findings: &mut Vec<Diagnostic>,
) -> Vec<ObjectName> {
    let objects = objects(catalog);
    let index: BTreeMap<&ObjectName, usize> = objects.iter().enumerate().map(|(index, name)| (name, index)).collect();
    let mut functions: BTreeMap<&QualifiedName, Vec<usize>> = BTreeMap::new();
    for (name, at) in &index {
        if let ObjectName::Function(function) = name {
            functions.entry(&function.name).or_default().push(*at);
        }
    }
    let mut graph: DiGraph<(), ()> = DiGraph::new();
    for _ in &objects {
        graph.add_node(());
    }
    for (object, need) in &needs.edges {
        let Some(from) = index.get(object) else { continue };
        for to in targets(need, &index, &functions) {
            if to != *from {
                graph.update_edge(NodeIndex::new(to), NodeIndex::new(*from), ());
            }
        }
    }
    circles(&graph, &objects, spans, findings);
    sorted(&graph, &objects)
}

fn targets(
    need: &Need,
    index: &BTreeMap<&ObjectName, usize>,
    functions: &BTreeMap<&QualifiedName, Vec<usize>>,
) -> Vec<usize> {
    let kinds: &[fn(QualifiedName) -> ObjectName] = match need {
        Need::Function(name) => return functions.get(name).cloned().unwrap_or_default(),
        Need::Relation(_) => &[ObjectName::Table, ObjectName::View, ObjectName::MaterializedView, ObjectName::Sequence],
        Need::Type(_) => &[
            ObjectName::Enum,
            ObjectName::Domain,
            ObjectName::Composite,
            ObjectName::Range,
            ObjectName::Table,
            ObjectName::View,
        ],
    };
    let (Need::Relation(name) | Need::Type(name) | Need::Function(name)) = need;
    kinds.iter().filter_map(|kind| index.get(&kind(name.clone())).copied()).collect()
}

/// Objects in the order they have when nothing needs anything: by kind, then by name.
fn objects(catalog: &Catalog) -> Vec<ObjectName> {
    let mut all = Vec::new();
    all.extend(catalog.schemas.keys().cloned().map(ObjectName::Schema));
    all.extend(catalog.extensions.keys().cloned().map(ObjectName::Extension));
    all.extend(catalog.roles.keys().cloned().map(ObjectName::Role));
    all.extend(catalog.enums.keys().cloned().map(ObjectName::Enum));
    all.extend(catalog.domains.keys().cloned().map(ObjectName::Domain));
    all.extend(catalog.ranges.keys().cloned().map(ObjectName::Range));
    all.extend(catalog.composites.keys().cloned().map(ObjectName::Composite));
    all.extend(catalog.sequences.keys().cloned().map(ObjectName::Sequence));
    all.extend(catalog.functions.keys().cloned().map(ObjectName::Function));
    all.extend(catalog.tables.keys().cloned().map(ObjectName::Table));
    all.extend(catalog.views.keys().cloned().map(ObjectName::View));
    all.extend(catalog.materialized_views.keys().cloned().map(ObjectName::MaterializedView));
    all
}

/// Repeatedly the first object all of whose needs are there; circles are cut where they begin.
fn sorted(graph: &DiGraph<(), ()>, objects: &[ObjectName]) -> Vec<ObjectName> {
    let mut missing: Vec<usize> =
        graph.node_indices().map(|node| graph.neighbors_directed(node, petgraph::Incoming).count()).collect();
    let mut ready: BTreeSet<usize> = (0..objects.len()).filter(|index| missing[*index] == 0).collect();
    let mut done = vec![false; objects.len()];
    let mut order = Vec::with_capacity(objects.len());
    let mut first_waiting = 0;
    while order.len() < objects.len() {
        let next = ready.pop_first().or_else(|| {
            while done.get(first_waiting) == Some(&true) {
                first_waiting += 1;
            }
            (first_waiting < objects.len()).then_some(first_waiting)
        });
        let Some(next) = next else { break };
        done[next] = true;
        order.push(objects[next].clone());
        for after in graph.neighbors_directed(NodeIndex::new(next), petgraph::Outgoing) {
            missing[after.index()] = missing[after.index()].saturating_sub(1);
            if missing[after.index()] == 0 && !done[after.index()] {
                ready.insert(after.index());
            }
        }
    }
    order
}

/// Objects that need each other cannot be created.
fn circles(
    graph: &DiGraph<(), ()>,
    objects: &[ObjectName],
    spans: &BTreeMap<ObjectName, Span>,
    findings: &mut Vec<Diagnostic>,
) {
    for circle in kosaraju_scc(graph) {
        if circle.len() < 2 {
            continue;
        }
        let mut members: Vec<&ObjectName> = circle.iter().map(|node| &objects[node.index()]).collect();
        members.sort();
        let shown: Vec<String> = members.iter().map(|name| describe(name)).collect();
        let span = members.iter().find_map(|name| spans.get(name)).copied().unwrap_or_default();
        let message = format!("these need each other to exist first: {}", shown.join(", "));
        let mut finding = Diagnostic::new(crate::diagnostics::Code::Circular, span, message);
        for name in members.iter().skip(1) {
            if let Some(place) = spans.get(name) {
                finding = finding.related(*place, describe(name));
            }
        }
        findings.push(finding.help("take one of the uses out, or move it into `sql:`"));
    }
}

/// An object for a message.
pub(super) fn describe(name: &ObjectName) -> String {
    match name {
        ObjectName::Schema(name) => format!("schema {name}"),
        ObjectName::Extension(name) => format!("extension {name}"),
        ObjectName::Role(name) => format!("role {name}"),
        ObjectName::Enum(name) => format!("enum {name}"),
        ObjectName::Domain(name) => format!("domain {name}"),
        ObjectName::Composite(name) => format!("composite {name}"),
        ObjectName::Range(name) => format!("range {name}"),
        ObjectName::Sequence(name) => format!("sequence {name}"),
        ObjectName::Function(name) => format!("function {}", name.name),
        ObjectName::Table(name) => format!("table {name}"),
        ObjectName::View(name) => format!("view {name}"),
        ObjectName::MaterializedView(name) => format!("materialized view {name}"),
        ObjectName::Raw(name) => format!("sql {name}"),
    }
}
