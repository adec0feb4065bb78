//! A drawing that needs no program but one that shows SVG: a heavy line for ownership, a dashed one for any other
//! reference. No script, nothing from a network.

use super::layout::{LINE, MARGIN, Node, layout};
use super::{Reference, markup, references};
use crate::catalog::{Catalog, QualifiedName};
use std::collections::BTreeMap;

const STYLE: &str = "text { font: 13px ui-monospace, Menlo, Consolas, monospace; fill: #1c1c1c } \
                     .title { font-weight: bold } .owner { font-weight: bold; fill: #123c7c } .may { font-style: italic; fill: #555 } \
                     .box { fill: #fff; stroke: #8a94a6 } .head { fill: #e8eef7; stroke: #8a94a6 } \
                     .owns { stroke: #123c7c; stroke-width: 2.4; fill: none } \
                     .refers { stroke: #8a94a6; stroke-dasharray: 5 4; fill: none }";

/// The drawing, a file of its own.
pub fn svg(catalog: &Catalog) -> String {
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}", drawing(catalog))
}

/// The element alone.
pub(super) fn drawing(catalog: &Catalog) -> String {
    let (nodes, (width, height)) = layout(catalog);
    let mut text = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\">\n\
         <title>{}</title>\n<style>{STYLE}</style>\n",
        markup(&catalog.hints.project)
    );
    for reference in references(catalog) {
        text.push_str(&line(&reference, &nodes));
    }
    nodes.values().for_each(|node| text.push_str(&table(node)));
    text.push_str("</svg>\n");
    text
}

fn table(node: &Node) -> String {
    let ((left, top), (width, height)) = (node.place, node.size);
    let head = LINE + MARGIN / 2;
    let mut text = format!(
        "<g><rect class=\"box\" x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\" rx=\"3\"/>\
         <rect class=\"head\" x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{head}\" rx=\"3\"/>"
    );
    let mut baseline = top + LINE;
    let mut add = |class: &str, content: &str| {
        let start = left + MARGIN;
        text.push_str(&format!("<text class=\"{class}\" x=\"{start}\" y=\"{baseline}\">{}</text>", markup(content)));
        baseline += LINE;
    };
    add("title", &node.title);
    node.columns.iter().for_each(|line| add(if line.owner { "owner" } else { "column" }, &line.text));
    node.access.iter().for_each(|line| add("may", line));
    text.push_str("</g>\n");
    text
}

/// From the column that refers to the head of the table referred to; a table that refers to itself bends back.
fn line(reference: &Reference, nodes: &BTreeMap<&QualifiedName, Node>) -> String {
    let (Some(from), Some(to)) = (nodes.get(&reference.from.name), nodes.get(&reference.key.table)) else {
        return String::new();
    };
    let row = from.columns.iter().position(|line| reference.key.columns.contains(&line.column)).unwrap_or(0);
    let start = (from.place.0, from.place.1 + LINE * (row + 1) + LINE * 3 / 4);
    let end = (to.place.0 + to.size.0, to.place.1 + LINE / 2);
    let class = if reference.owns { "owns" } else { "refers" };
    let bend = 45;
    let (before, after) = (start.0.saturating_sub(bend), end.0 + bend);
    format!(
        "<path class=\"{class}\" d=\"M{} {} C{before} {} {after} {} {} {}\"><title>{}</title></path>\n",
        start.0,
        start.1,
        start.1,
        end.1,
        end.0,
        end.1,
        markup(&format!("{} ({})", from.title, reference.key.columns.join(", ")))
    )
}
