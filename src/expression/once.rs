//! Calls that ask who is calling or what the session says: the answer is the same for every row.

use super::body::called;
use super::fragment::{Fragment, node_bytes};
use super::{ColumnUse, Names};
use squawk_syntax::{SyntaxKind, SyntaxNode};
use std::ops::Range;

/// It answers the same throughout a statement and is given nothing of the row: `auth.jwt()`,
/// `current_setting('app.plan', true)`, a `stable` function of the model. PostgreSQL's own and those of extensions are
/// left as they are: what is not the caller's (`now()`) costs next to nothing, and what is volatile must be asked anew.
pub(super) fn is_asked_once(call: &SyntaxNode, names: &Names) -> bool {
    let Some((schema, name)) = call.children().next().and_then(|callee| called(&callee)) else { return false };
    let schema = schema.as_deref();
    let of_caller = match names.function(schema, &name) {
        Some(function) => names.stable.contains(function),
        None => schema == Some("auth") || matches!(schema, None | Some("pg_catalog")) && name == "current_setting",
    };
    of_caller && !call.descendants().any(|node| node.kind() == SyntaxKind::NAME_REF && !is_callee(&node))
}

/// Part of the name of a function, not of a column or a row.
fn is_callee(name: &SyntaxNode) -> bool {
    let mut node = name.clone();
    while let Some(parent) = node.parent() {
        match parent.kind() {
            SyntaxKind::FIELD_EXPR => node = parent,
            kind => return kind == SyntaxKind::CALL_EXPR && parent.children().next().as_ref() == Some(&node),
        }
    }
    false
}

/// The columns in `column = what is asked once` that must hold for the whole to hold.
pub(super) fn compared(fragment: &Fragment<'_>, columns: &[ColumnUse], asked_once: &[Range<usize>]) -> Vec<String> {
    let mut found = Vec::new();
    let mut waiting: Vec<SyntaxNode> = if asked_once.is_empty() { Vec::new() } else { vec![fragment.node.clone()] };
    while let Some(node) = waiting.pop() {
        if node.kind() == SyntaxKind::PAREN_EXPR || operator(&node) == Some(SyntaxKind::AND_KW) {
            waiting.extend(node.children());
        } else if operator(&node) == Some(SyntaxKind::EQ) {
            let sides: Vec<Range<usize>> = node.children().map(|side| range(fragment, &side)).collect();
            let constant = |side: &Range<usize>| {
                let within = |start: usize, end: usize| side.start <= start && end <= side.end;
                asked_once.iter().any(|call| within(call.start, call.end))
                    && !columns.iter().any(|used| within(used.start, used.end))
            };
            let column = |side: &Range<usize>| columns.iter().find(|used| (used.start..used.end) == *side);
            let column = match sides.as_slice() {
                [left, right] if constant(right) => column(left),
                [left, right] if constant(left) => column(right),
                _ => None,
            };
            found.extend(column.map(|used| used.column.clone()));
        }
    }
    found
}

/// The bytes of what stands in brackets, or in none.
fn range(fragment: &Fragment<'_>, node: &SyntaxNode) -> Range<usize> {
    match node.children().next() {
        Some(inner) if node.kind() == SyntaxKind::PAREN_EXPR => range(fragment, &inner),
        _ => {
            let (start, end) = fragment.bytes(node_bytes(node));
            start..end
        }
    }
}

/// The sign or word between the two sides of an operation.
fn operator(node: &SyntaxNode) -> Option<SyntaxKind> {
    let binary = node.kind() == SyntaxKind::BIN_EXPR;
    let token = |kind: &SyntaxKind| !matches!(kind, SyntaxKind::WHITESPACE | SyntaxKind::COMMENT);
    let mut tokens = node.children_with_tokens().filter_map(|element| Some(element.into_token()?.kind()));
    if binary { tokens.find(token) } else { None }
}
