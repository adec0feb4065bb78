//! Keys of indexes, exclusion constraints and partitions.

use super::fragment::{node_bytes, parse_key};
use super::walk::{self, identifier};
use super::{Expression, Scope};
use crate::catalog::quote_identifier;
use crate::diagnostics::Diagnostic;
use crate::source::Span;
use squawk_syntax::SyntaxKind;

/// One key: a column or an expression, with collation, operator class and direction.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Key {
    /// As CREATE INDEX writes it: `created_at DESC`, `(lower(email)) text_pattern_ops`.
    pub sql: String,
    /// The column, where the key is one.
    pub column: Option<String>,
    /// What it names.
    pub expression: Expression,
}

impl Key {
    /// Reads a key. A text that is a column's very name is that column.
    pub fn parse(text: &str, span: Span, scope: &Scope<'_>) -> (Self, Vec<Diagnostic>) {
        if scope.columns.iter().any(|column| column == text) {
            let expression = Expression { sql: quote_identifier(text), span, ..Expression::default() };
            return (Self { sql: expression.sql.clone(), column: Some(text.to_owned()), expression }, Vec::new());
        }
        let fragment = match parse_key(text, span, scope.place) {
            Ok(fragment) => fragment,
            Err(findings) => return (Self::default(), findings),
        };
        let Some(first) = fragment.node.children().next() else { return (Self::default(), Vec::new()) };
        // Of `(a + b) collate "C"`, the parser makes a collated expression: the key itself is inside.
        let inner = match first.kind() {
            SyntaxKind::COLLATE => first.children().next().unwrap_or(first),
            _ => first,
        };
        let column = (inner.kind() == SyntaxKind::NAME_REF).then(|| identifier(&inner.text().to_string()));
        let bare = column.is_some() || inner.kind() == SyntaxKind::PAREN_EXPR;
        let (start, end) = fragment.bytes(node_bytes(&inner));
        let wrap = if bare { Vec::new() } else { vec![(start, start, "(".to_owned()), (end, end, ")".to_owned())] };
        let (expression, findings) = walk::resolve_with(&fragment, span, scope, wrap);
        (Self { sql: expression.sql.clone(), column, expression }, findings)
    }
}
