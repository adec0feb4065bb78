//! Where the tables of a drawing stand: in columns, whatever a table refers to on its left.

use super::{access, columns, marks, references, shown, tables};
use crate::catalog::{Catalog, QualifiedName, Table};
use std::collections::{BTreeMap, BTreeSet};

/// Height of a line of text, in the drawing's units.
pub const LINE: usize = 17;
/// Width of a letter.
const LETTER: usize = 8;
const GAP: (usize, usize) = (90, 26);
/// Room around the drawing, and inside a box.
pub const MARGIN: usize = 12;

/// A table as it is drawn.
pub struct Node {
    /// Its name in the picture.
    pub title: String,
    /// A line for each column.
    pub columns: Vec<Line>,
    /// Who may do what.
    pub access: Vec<String>,
    /// Left upper corner.
    pub place: (usize, usize),
    /// Width and height.
    pub size: (usize, usize),
}

/// A column's line.
pub struct Line {
    /// Its name.
    pub column: String,
    /// Name, type and keys.
    pub text: String,
    /// It leads to the owner.
    pub owner: bool,
}

/// Every table with its place, by name, and the size of the whole.
pub fn layout(catalog: &Catalog) -> (BTreeMap<&QualifiedName, Node>, (usize, usize)) {
    let mut nodes: BTreeMap<&QualifiedName, Node> =
        tables(catalog).map(|table| (&table.name, node(catalog, table))).collect();
    let mut size = (0, 0);
    let mut left = MARGIN;
    let mut heights: BTreeMap<&QualifiedName, usize> = BTreeMap::new();
    for layer in layers(catalog) {
        let mut order = layer;
        order.sort_by_key(|name| (parents(catalog, name, &heights), *name));
        let mut top = MARGIN;
        let mut width = 0;
        for name in order {
            let Some(node) = nodes.get_mut(name) else { continue };
            node.place = (left, top);
            heights.insert(name, top);
            width = width.max(node.size.0);
            top += node.size.1 + GAP.1;
            size = (size.0.max(left + node.size.0), size.1.max(top));
        }
        left += width + GAP.0;
    }
    (nodes, (size.0 + MARGIN, size.1))
}

fn node(catalog: &Catalog, table: &Table) -> Node {
    let title = shown(catalog, table);
    let line = |column: &crate::catalog::Column| Line {
        column: column.name.clone(),
        text: format!("{} {} {}", column.name, column.data_type, marks(table, column).join(" ")).trim_end().to_owned(),
        owner: table.hints.access.owners.contains(&column.name),
    };
    let columns: Vec<Line> = columns(table).map(line).collect();
    let access: Vec<String> = access(table).into_iter().map(|(verbs, who)| format!("{verbs}: {who}")).collect();
    let texts = columns.iter().map(|line| &line.text).chain(&access).chain([&title]);
    let width = texts.map(|text| letters(text)).max().unwrap_or(0) * LETTER + 2 * MARGIN;
    let size = (width, (1 + columns.len() + access.len()) * LINE + MARGIN);
    Node { title, columns, access, place: (0, 0), size }
}

/// How wide a text is, in letters: those beyond Latin take two.
fn letters(text: &str) -> usize {
    text.chars().map(|letter| if letter > '\u{24f}' { 2 } else { 1 }).sum()
}

/// Tables by how many references they are away from a table that refers to none; what closes a circle does not count.
fn layers(catalog: &Catalog) -> Vec<Vec<&QualifiedName>> {
    let mut left: BTreeSet<&QualifiedName> = tables(catalog).map(|table| &table.name).collect();
    let mut refers: BTreeMap<&QualifiedName, BTreeSet<&QualifiedName>> = BTreeMap::new();
    for reference in references(catalog).iter().filter(|reference| reference.from.name != reference.key.table) {
        refers.entry(&reference.from.name).or_default().insert(&reference.key.table);
    }
    let mut layers = Vec::new();
    while let Some(first) = left.first().copied() {
        let waits =
            |name: &&QualifiedName| refers.get(name).is_some_and(|to| to.iter().any(|other| left.contains(other)));
        let mut layer: Vec<&QualifiedName> = left.iter().copied().filter(|name| !waits(name)).collect();
        if layer.is_empty() {
            layer.push(first);
        }
        layer.iter().for_each(|name| {
            left.remove(name);
        });
        layers.push(layer);
    }
    layers
}

/// The mean height of what a table refers to, so that lines cross less.
fn parents(catalog: &Catalog, name: &QualifiedName, heights: &BTreeMap<&QualifiedName, usize>) -> usize {
    let keys = catalog.tables.get(name).into_iter().flat_map(|table| table.foreign_keys.values());
    let found: Vec<usize> = keys.filter_map(|key| heights.get(&key.table).copied()).collect();
    if found.is_empty() { usize::MAX } else { found.iter().sum::<usize>() / found.len() }
}
