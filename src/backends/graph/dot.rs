//! Graphviz: a box for each table, a heavy arrow for ownership, a thin one for any other reference.

use super::{Reference, access, columns, marks, markup, one_line, references, shown, tables};
use crate::catalog::{Catalog, Table};

/// The graph's text.
pub fn dot(catalog: &Catalog) -> String {
    let mut text = concat!(
        "digraph schema {\n",
        "    rankdir=RL\n",
        "    node [shape=plain, fontname=\"Helvetica\", fontsize=10]\n",
        "    edge [fontname=\"Helvetica\", fontsize=9]\n",
    )
    .to_owned();
    for table in tables(catalog) {
        text.push_str(&node(catalog, table));
    }
    for reference in references(catalog) {
        text.push_str(&edge(&reference));
    }
    text.push_str("}\n");
    text
}

fn node(catalog: &Catalog, table: &Table) -> String {
    let mut rows = format!("<tr><td bgcolor=\"#e8eef7\"><b>{}</b></td></tr>", markup(&shown(catalog, table)));
    for column in columns(table) {
        let marks = marks(table, column).join(" ");
        let owner = if table.hints.access.owners.contains(&column.name) { " owner" } else { "" };
        let line = format!("{} {} {marks}{owner}", markup(&column.name), markup(&column.data_type));
        rows.push_str(&format!("<tr><td align=\"left\">{}</td></tr>", line.trim_end()));
    }
    for (verb, who) in access(table) {
        rows.push_str(&format!("<tr><td align=\"left\"><i>{verb}: {}</i></td></tr>", markup(&who)));
    }
    let table_markup =
        format!("<table border=\"0\" cellborder=\"1\" cellspacing=\"0\" cellpadding=\"4\">{rows}</table>");
    format!("    {} [label=<{table_markup}>]\n", quoted(&table.name.to_string()))
}

fn edge(reference: &Reference) -> String {
    let style = if reference.owns { "penwidth=2" } else { "style=dashed" };
    let head = if reference.optional { "odot" } else { "tee" };
    let tail = if reference.one_to_one { "tee" } else { "crow" };
    format!(
        "    {} -> {} [label={}, {style}, dir=both, arrowhead={head}, arrowtail={tail}]\n",
        quoted(&reference.from.name.to_string()),
        quoted(&reference.key.table.to_string()),
        quoted(&reference.key.columns.join(", ")),
    )
}

/// A quoted string of the dot language.
fn quoted(text: &str) -> String {
    format!("\"{}\"", one_line(text).replace('\\', "\\\\").replace('"', "\\\""))
}
