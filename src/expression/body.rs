//! Bodies of functions in language sql: which tables they name, and which functions they call.

use super::fragment::node_bytes;
use super::place;
use super::walk::identifier;
use crate::source::Span;
use squawk_syntax::{SourceFile, SyntaxKind, SyntaxNode};
use std::collections::BTreeSet;

/// A table, view or function that a body names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameUse {
    /// Its schema, where one is written.
    pub schema: Option<String>,
    /// Its name.
    pub name: String,
    /// Where.
    pub span: Span,
}

/// Every table or view that statements name, those left out that a WITH of theirs defines. What the parser does not
/// understand names nothing.
pub fn relations_of(body: &str, span: Span) -> Vec<NameUse> {
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

/// Functions that a body calls.
pub fn calls_of(body: &str, span: Span) -> Vec<NameUse> {
    if super::limits::exceeded(body).is_some() {
        return Vec::new();
    }
    let root = SourceFile::parse(body).syntax_node();
    let callees = root.descendants().filter(|node| node.kind() == SyntaxKind::CALL_EXPR);
    callees.filter_map(|node| callee(&node.children().next()?, body, span)).collect()
}

fn callee(node: &SyntaxNode, body: &str, span: Span) -> Option<NameUse> {
    let (schema, name) = called(node)?;
    let (start, end) = node_bytes(node);
    Some(NameUse { schema, name, span: place(body, span, start, end) })
}

/// The schema, if it is written, and the name of what is called.
pub(super) fn called(callee: &SyntaxNode) -> Option<(Option<String>, String)> {
    let text = |node: &SyntaxNode| identifier(&node.text().to_string());
    match callee.kind() {
        SyntaxKind::NAME_REF => Some((None, text(callee))),
        SyntaxKind::FIELD_EXPR => match callee.children().collect::<Vec<_>>().as_slice() {
            [schema, function] => Some((Some(text(schema)), text(function))),
            _ => None,
        },
        _ => None,
    }
}

/// The statements of a body of SQL's own form: what is between BEGIN ATOMIC and END, or the value behind RETURN as a
/// query.
pub fn statements_of(body: &str) -> String {
    let text = body.trim();
    let behind = |words: usize| {
        let mut rest = text;
        for _ in 0..words {
            rest = rest.trim_start().split_once(char::is_whitespace).map_or("", |(_, rest)| rest);
        }
        rest
    };
    if text.get(..6).is_some_and(|word| word.eq_ignore_ascii_case("return")) {
        return format!("select {}", behind(1));
    }
    let inner = behind(2).trim_end();
    let end = inner.len().checked_sub(3).filter(|end| inner.get(*end..).is_some_and(|w| w.eq_ignore_ascii_case("end")));
    end.and_then(|end| inner.get(..end)).unwrap_or(inner).to_owned()
}

fn relation(node: &SyntaxNode, body: &str, span: Span) -> Option<NameUse> {
    let segments = node.descendants().filter(|child| child.kind() == SyntaxKind::PATH_SEGMENT_REF);
    let mut parts: Vec<String> = segments.map(|child| identifier(&child.text().to_string())).collect();
    let (start, end) = node_bytes(node);
    let name = parts.pop()?;
    Some(NameUse { schema: parts.pop(), name, span: place(body, span, start, end) })
}
