//! Bodies of functions in language sql: which tables they name.

use super::fragment::node_bytes;
use super::place;
use super::walk::identifier;
use crate::source::Span;
use squawk_syntax::{SourceFile, SyntaxKind, SyntaxNode};
use std::collections::BTreeSet;

/// A table or view that a body names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RelationUse {
    /// Its schema, where one is written.
    pub schema: Option<String>,
    /// Its name.
    pub name: String,
    /// Where.
    pub span: Span,
}

/// Every table or view that statements name, those left out that a WITH of theirs defines. What the parser does not
/// understand names nothing.
pub fn relations_of(body: &str, span: Span) -> Vec<RelationUse> {
    if super::limits::exceeded(body).is_some() {
        return Vec::new();
    }
    let parsed = SourceFile::parse(body);
    if !parsed.errors().is_empty() {
        return Vec::new();
    }
    let root = parsed.syntax_node();
    let of_kind = |kind: SyntaxKind| root.descendants().filter(move |node| node.kind() == kind);
    let common: BTreeSet<String> =
        of_kind(SyntaxKind::CTE_NAME).map(|name| identifier(&name.text().to_string())).collect();
    of_kind(SyntaxKind::RELATION_NAME_REF)
        .filter_map(|node| relation(&node, body, span))
        .filter(|used| used.schema.is_some() || !common.contains(&used.name))
        .collect()
}

fn relation(node: &SyntaxNode, body: &str, span: Span) -> Option<RelationUse> {
    let segments = node.descendants().filter(|child| child.kind() == SyntaxKind::PATH_SEGMENT_REF);
    let mut parts: Vec<String> = segments.map(|child| identifier(&child.text().to_string())).collect();
    let (start, end) = node_bytes(node);
    let name = parts.pop()?;
    Some(RelationUse { schema: parts.pop(), name, span: place(body, span, start, end) })
}
