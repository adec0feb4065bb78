//! Operators of extensions, for columns whose type an extension brings, and those of pg_trgm for texts.
//!
//! What we compile is run with `pg_catalog` alone in `search_path`. There `citext = 'x'` compares texts, case and all, and
//! `vector <-> '[1]'` is no operator at all: the schema must be written.

use super::edits::Edit;
use super::fragment::{Fragment, node_bytes};
use super::sources::Sources;
use super::walk::identifier;
use super::{Names, Scope};
use crate::catalog::{QualifiedName, quote_identifier};
use squawk_syntax::{SyntaxKind, SyntaxNode};
use std::collections::BTreeMap;

/// Columns whose types extensions bring, with these types; texts where pg_trgm compares them, as `text` in its schema.
pub type Brought = BTreeMap<String, QualifiedName>;

/// What citext compares without minding case; with a text, which is not written out, it is a text itself.
const OF_CITEXT: &[&str] = &["=", "<>", "<", "<=", ">", ">=", "~", "!~", "~*", "!~*", "~~", "!~~", "~~*", "!~~*"];

/// What pg_trgm has for texts. PostgreSQL itself has none of these for them.
const OF_TRIGRAMS: &[&str] = &["%", "<%", "%>", "<<%", "%>>", "<->", "<<->", "<->>", "<<<->", "<->>>"];

/// The edits that make an operation the extension's.
pub(super) fn edits(node: &SyntaxNode, fragment: &Fragment<'_>, scope: &Scope<'_>, sources: &Sources) -> Vec<Edit> {
    let operation = Operation::of(node, fragment, &Row { scope, sources });
    operation.and_then(|operation| operation.edits()).unwrap_or_default()
}

/// The columns around an operation.
struct Row<'a, 's> {
    scope: &'a Scope<'s>,
    sources: &'a Sources,
}

impl<'a> Row<'a, '_> {
    /// What extensions have for a column that stands on one side.
    fn type_of(&self, side: &SyntaxNode) -> Option<&'a QualifiedName> {
        let name = |node: &SyntaxNode| identifier(&node.text().to_string());
        let of_relation = |relation: &QualifiedName, column: &str| self.scope.names.brought.get(relation)?.get(column);
        match side.kind() {
            SyntaxKind::NAME_REF if self.sources.is_empty() => self.scope.brought?.get(&name(side)),
            SyntaxKind::NAME_REF => of_relation(self.sources.with_column(&name(side))?.relation.as_ref()?, &name(side)),
            SyntaxKind::FIELD_EXPR => {
                let parts: Vec<String> = side.children().map(|part| name(&part)).collect();
                let [qualifier, column] = parts.as_slice() else { return None };
                match self.sources.named(qualifier) {
                    Some(source) => of_relation(source.relation.as_ref()?, column),
                    None => {
                        self.scope.brought?.get(column).filter(|_| self.scope.qualifiers.contains(&qualifier.as_str()))
                    }
                }
            }
            _ => None,
        }
    }
}

/// An operation with a column of an extension's type on one side.
struct Operation<'a, 'f> {
    node: &'a SyntaxNode,
    fragment: &'a Fragment<'f>,
    names: &'a Names,
    data_type: &'a QualifiedName,
    left: SyntaxNode,
    right: SyntaxNode,
    /// The side that is not the column, and its type where it is a column as well.
    other: (SyntaxNode, Option<&'a QualifiedName>),
}

impl<'a, 'f> Operation<'a, 'f> {
    fn of(node: &'a SyntaxNode, fragment: &'a Fragment<'f>, row: &Row<'a, '_>) -> Option<Self> {
        let (left, right) = (node.children().next()?, node.children().last()?);
        let (of_left, of_right) = (row.type_of(&left), row.type_of(&right));
        // a type that an extension brings says more than a text
        let by_left = of_left.is_some_and(|left| left.name != "text") || of_right.is_none();
        let (data_type, other) = match by_left {
            true => (of_left?, (right.clone(), of_right)),
            false => (of_right?, (left.clone(), of_left)),
        };
        Some(Self { node, fragment, names: row.scope.names, data_type, left, right, other })
    }

    fn edits(&self) -> Option<Vec<Edit>> {
        let citext = self.data_type.name == "citext";
        let (start, end) = (self.bytes(&self.left).1, self.bytes(&self.right).0);
        let between = self.fragment.sql.get(start..end)?;
        let words = between.split_whitespace().map(str::to_ascii_lowercase).collect::<Vec<_>>().join(" ");
        if let ("in" | "not in", true) = (words.as_str(), citext) {
            return self.list(words == "in", start);
        }
        let symbol = symbol(&words)?;
        let operator = match self.data_type.name.as_str() {
            "text" | "citext" if OF_TRIGRAMS.contains(&symbol) => {
                format!("operator({}.{symbol})", quote_identifier(self.names.extensions.get("pg_trgm")?))
            }
            "text" => return None,
            "citext" if !OF_CITEXT.contains(&symbol) || !self.is_citext() => return None,
            "citext" => self.operator(symbol),
            _ => self.is_plain().then(|| self.operator(symbol))?,
        };
        Some(self.wrapped((start, end, format!(" {operator} "))))
    }

    /// `slug in ('a', 'b')`, which has no place for an operator.
    fn list(&self, any: bool, start: usize) -> Option<Vec<Edit>> {
        let literals = matches!(self.right.kind(), SyntaxKind::TUPLE_EXPR | SyntaxKind::PAREN_EXPR)
            && self.right.children().all(|item| item.kind() == SyntaxKind::LITERAL);
        let (open, close) = self.bytes(&self.right);
        let items = self.fragment.sql.get(open..close)?.strip_prefix('(')?.strip_suffix(')')?;
        let (operator, word) = if any { (self.operator("="), "any") } else { (self.operator("<>"), "all") };
        let text = format!(" {operator} {word} (array[{items}]::{}[])", self.data_type.sql());
        literals.then(|| self.wrapped((start, close, text)))
    }

    /// The other side is a citext or becomes one.
    fn is_citext(&self) -> bool {
        let (other, data_type) = &self.other;
        let cast = || other.text().to_string().to_ascii_lowercase().ends_with("citext");
        match other.kind() {
            SyntaxKind::LITERAL => true,
            SyntaxKind::CAST_EXPR => cast(),
            _ => data_type.is_some_and(|data_type| data_type.name == "citext"),
        }
    }

    /// The other side needs no brackets.
    fn is_plain(&self) -> bool {
        let kinds = [SyntaxKind::LITERAL, SyntaxKind::CAST_EXPR, SyntaxKind::NAME_REF, SyntaxKind::FIELD_EXPR];
        kinds.contains(&self.other.0.kind())
    }

    fn operator(&self, symbol: &str) -> String {
        format!("operator({}.{symbol})", quote_identifier(&self.data_type.schema))
    }

    /// In brackets: a written-out operator binds like any other, not like `=`.
    fn wrapped(&self, edit: Edit) -> Vec<Edit> {
        let (start, end) = self.bytes(self.node);
        match self.node.parent().is_some_and(|parent| parent.kind() == SyntaxKind::PAREN_EXPR) {
            true => vec![edit],
            false => vec![(start, start, "(".to_owned()), edit, (end, end, ")".to_owned())],
        }
    }

    fn bytes(&self, node: &SyntaxNode) -> (usize, usize) {
        self.fragment.bytes(node_bytes(node))
    }
}

/// The sign that PostgreSQL has for an operator that may be a word.
fn symbol(words: &str) -> Option<&str> {
    match words {
        "like" => Some("~~"),
        "not like" => Some("!~~"),
        "ilike" => Some("~~*"),
        "not ilike" => Some("!~~*"),
        "!=" => Some("<>"),
        sign => sign.chars().all(|letter| "+-*/<>=~!@#%^&|`?".contains(letter)).then_some(sign),
    }
}
