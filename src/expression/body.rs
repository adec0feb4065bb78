//! Bodies of functions in language sql: which tables they name, and which functions they call.

use super::fragment::{node_bytes, token_bytes};
use super::place;
use super::side::arguments;
use super::walk::identifier;
use crate::source::Span;
use squawk_syntax::{Parse, SourceFile, SyntaxKind, SyntaxNode, SyntaxToken};
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
    let Some(parsed) = parsed(body).filter(|parsed| parsed.errors().is_empty()) else { return Vec::new() };
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
    let callees = nodes_of(body).filter(|node| node.kind() == SyntaxKind::CALL_EXPR);
    callees.filter_map(|node| callee(&node.children().next()?, body, span)).collect()
}

/// The same, with how many arguments each is given.
pub fn counted_calls_of(body: &str, span: Span) -> Vec<(NameUse, usize)> {
    let calls = nodes_of(body).filter(|node| node.kind() == SyntaxKind::CALL_EXPR);
    calls.filter_map(|node| Some((callee(&node.children().next()?, body, span)?, arguments(&node).len()))).collect()
}

/// An expression in which some functions are called by other names: what `other` has for a schema and a name.
pub fn with_calls(sql: &str, other: impl Fn(&str, &str) -> Option<String>) -> String {
    const BEFORE: &str = "select ";
    let body = format!("{BEFORE}{sql}");
    let renamed = |node: SyntaxNode| {
        let callee = node.children().next()?;
        let (schema, name) = called(&callee)?;
        let (start, end) = node_bytes(&callee);
        let range = start.checked_sub(BEFORE.len())?..end.checked_sub(BEFORE.len())?;
        Some((range, other(&schema?, &name)?))
    };
    let calls = nodes_of(&body).filter(|node| node.kind() == SyntaxKind::CALL_EXPR);
    super::replaced(sql, calls.filter_map(renamed).collect())
}

/// Types that a body names without a schema.
pub fn types_of(body: &str, span: Span) -> Vec<NameUse> {
    let bare = |node: SyntaxNode| {
        let path = node.children().find(|child| child.kind() == SyntaxKind::PATH_REF)?;
        let text = path.text().to_string();
        let (start, end) = node_bytes(&path);
        let used = NameUse { schema: None, name: identifier(&text), span: place(body, span, start, end) };
        (!text.contains('.')).then_some(used)
    };
    nodes_of(body).filter(|node| node.kind() == SyntaxKind::PATH_TYPE).filter_map(bare).collect()
}

/// A body as far as the parser understands it; nothing of one that is nested deeper than it can go.
fn parsed(body: &str) -> Option<Parse<SourceFile>> {
    super::limits::exceeded(body).is_none().then(|| SourceFile::parse(body))
}

/// All nodes of a body.
pub(super) fn nodes_of(body: &str) -> impl Iterator<Item = SyntaxNode> {
    parsed(body).into_iter().flat_map(|parsed| parsed.syntax_node().descendants())
}

/// The first COMMIT or ROLLBACK of a plpgsql body.
pub fn end_of_transaction(body: &str, span: Span) -> Option<Span> {
    let root = parsed(body)?.syntax_node();
    let tokens = root.descendants_with_tokens().filter_map(|element| element.into_token());
    let words: Vec<_> = tokens.filter(|token| !token.kind().is_trivia()).collect();
    let ends = |[word, next]: &[SyntaxToken; 2]| {
        let control = matches!(word.kind(), SyntaxKind::COMMIT_KW | SyntaxKind::ROLLBACK_KW);
        (control && matches!(next.kind(), SyntaxKind::SEMICOLON | SyntaxKind::AND_KW)).then(|| token_bytes(word))
    };
    words.array_windows().find_map(ends).map(|(start, end)| place(body, span, start, end))
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
/// query. Each stands where it stood in the body, which keeps its length: places in it are told by both.
pub fn statements_of(body: &str) -> String {
    let start = body.len() - body.trim_start().len();
    if word_at(body, start, "return") {
        return [body.get(..start).unwrap_or_default(), "select", body.get(start + 6..).unwrap_or_default()].concat();
    }
    let begin = behind_word(body, behind_word(body, 0));
    let last = body.trim_end_matches(|letter: char| letter.is_whitespace() || letter == ';').len();
    let mut text = [&" ".repeat(begin), body.get(begin..).unwrap_or_default()].concat();
    if let Some(end) = last.checked_sub(3).filter(|end| *end >= begin && word_at(body, *end, "end")) {
        text.replace_range(end..last, ";;;");
    }
    text
}

/// Where the next word ends.
fn behind_word(text: &str, from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default().trim_start();
    text.len() - rest.len() + rest.find(char::is_whitespace).unwrap_or(rest.len())
}

fn word_at(text: &str, place: usize, word: &str) -> bool {
    text.get(place..place + word.len()).is_some_and(|found| found.eq_ignore_ascii_case(word))
}

fn relation(node: &SyntaxNode, body: &str, span: Span) -> Option<NameUse> {
    let segments = node.descendants().filter(|child| child.kind() == SyntaxKind::PATH_SEGMENT_REF);
    let mut parts: Vec<String> = segments.map(|child| identifier(&child.text().to_string())).collect();
    let (start, end) = node_bytes(node);
    let name = parts.pop()?;
    Some(NameUse { schema: parts.pop(), name, span: place(body, span, start, end) })
}
