//! What an expression gives, as far as that is certain: its kind, or a literal that becomes what it stands beside.

use super::body::called;
use super::fragment::goes_on;
use super::sources::Found;
use super::walk::{Walk, identifier, is_query};
use super::words::kind_of_word;
use super::{Kind, parse_type};
use crate::catalog::QualifiedName;
use squawk_syntax::{SyntaxKind, SyntaxNode};

/// Operations in each other.
const DEEPEST: usize = 16;

/// What an expression gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gives {
    /// A value of this kind; [`Kind::Other`] where nothing is certain.
    Of(Kind),
    /// A text in quotes, which has no type of its own.
    Literal(String),
}

impl Default for Gives {
    fn default() -> Self {
        Self::Of(Kind::Other)
    }
}

impl Walk<'_, '_> {
    /// What a part of an expression gives.
    pub(super) fn gives(&self, node: &SyntaxNode) -> Gives {
        match node.kind() {
            _ if goes_on(node) => Gives::default(),
            SyntaxKind::LITERAL => literal(node),
            SyntaxKind::PAREN_EXPR | SyntaxKind::COLLATE => {
                let inner = node.children().next().filter(|inner| !is_query(inner.kind()));
                inner.map_or_else(Gives::default, |inner| self.gives(&inner))
            }
            _ => Gives::Of(self.kind(node).unwrap_or(Kind::Other)),
        }
    }

    /// The kind of a part of an expression; [`Kind::Other`] for literals.
    pub(super) fn kind_of(&self, node: &SyntaxNode) -> Kind {
        match self.gives(node) {
            Gives::Of(kind) => kind,
            Gives::Literal(_) => Kind::Other,
        }
    }

    /// Of what is nested deeper than anybody writes, nothing is said: every operation is asked for its sides.
    fn kind(&self, node: &SyntaxNode) -> Option<Kind> {
        let depth = self.depth.get();
        if depth == DEEPEST {
            return None;
        }
        self.depth.set(depth + 1);
        let found = self.kind_at_depth(node);
        self.depth.set(depth);
        found
    }

    fn kind_at_depth(&self, node: &SyntaxNode) -> Option<Kind> {
        match node.kind() {
            SyntaxKind::NAME_REF => kind_of_word(node).or_else(|| self.kind_of_column(&name(node))),
            SyntaxKind::FIELD_EXPR => self.kind_of_field(node),
            SyntaxKind::CAST_EXPR => {
                let written = cast_type(node)?.text().to_string();
                parse_type(&written, self.scope.names).ok().map(|data_type| Kind::of(&data_type, self.scope.names))
            }
            SyntaxKind::CALL_EXPR => self.kind_of_call(node),
            SyntaxKind::BIN_EXPR => self.kind_of_operation(node),
            SyntaxKind::PREFIX_EXPR if has_token(node, SyntaxKind::NOT_KW) => Some(Kind::Boolean),
            SyntaxKind::PREFIX_EXPR => {
                let kind = self.kind_of(&node.children().last()?);
                let sign = has_token(node, SyntaxKind::MINUS) || has_token(node, SyntaxKind::PLUS);
                kind.rank().filter(|_| sign).map(|_| kind)
            }
            _ => None,
        }
    }

    /// A bare column of the nearest query that has it, or else of the row.
    fn kind_of_column(&self, column: &str) -> Option<Kind> {
        match self.sources.with_column(column) {
            Some(source) => self.kind_in(source.relation.as_ref()?, column),
            None => (self.sources.bare(column) == Found::No).then(|| self.kind_in_row(column))?,
        }
    }

    fn kind_of_field(&self, node: &SyntaxNode) -> Option<Kind> {
        let parts: Vec<SyntaxNode> = node.children().collect();
        let [qualifier, column] = parts.as_slice() else { return None };
        if qualifier.kind() != SyntaxKind::NAME_REF {
            return None;
        }
        match self.sources.named(&name(qualifier)) {
            Some(source) => self.kind_in(source.relation.as_ref()?, &name(column)),
            None if self.scope.qualifiers.contains(&name(qualifier).as_str()) => self.kind_in_row(&name(column)),
            None => None,
        }
    }

    fn kind_in(&self, relation: &QualifiedName, column: &str) -> Option<Kind> {
        let columns = self.scope.names.relations.get(relation)?.as_ref()?;
        let place = columns.iter().position(|name| name == column)?;
        self.scope.names.kinds.get(relation)?.get(place).cloned()
    }

    fn kind_in_row(&self, column: &str) -> Option<Kind> {
        let place = self.scope.columns.iter().position(|name| name == column)?;
        self.scope.kinds.get(place).cloned()
    }

    fn kind_of_call(&self, node: &SyntaxNode) -> Option<Kind> {
        let (schema, name) = called(&node.children().next()?)?;
        let names = self.scope.names;
        if let Some(function) = names.function(schema.as_deref(), &name) {
            return names.returns.get(function).cloned();
        }
        match (schema.as_deref(), name.as_str()) {
            (Some("auth"), "uid") if names.supabase => Some(Kind::Uuid),
            (Some("auth"), "jwt") if names.supabase => Some(Kind::Jsonb),
            (Some("auth"), "role" | "email") if names.supabase => Some(Kind::Text),
            (None | Some("pg_catalog"), "coalesce") => self.kind_of_all(&arguments(node)),
            (None | Some("pg_catalog"), name @ ("lower" | "upper" | "length" | "trim" | "btrim")) => {
                let text = self.kind_of(arguments(node).first()?) == Kind::Text;
                text.then_some(if name == "length" { Kind::Integer } else { Kind::Text })
            }
            (None | Some("pg_catalog"), name) => super::built_in_functions::returns(name),
            _ => None,
        }
    }

    /// The kind that all have.
    fn kind_of_all(&self, nodes: &[SyntaxNode]) -> Option<Kind> {
        let mut kinds = nodes.iter().map(|node| self.kind_of(node));
        let first = kinds.next()?;
        kinds.all(|kind| kind == first).then_some(first)
    }

    fn kind_of_operation(&self, node: &SyntaxNode) -> Option<Kind> {
        let (left, sign, right) = self.operation(node)?;
        match sign.as_str() {
            "and" | "or" | "=" | "<>" | "!=" | "<" | "<=" | ">" | ">=" | "in" | "not in" => Some(Kind::Boolean),
            "at time zone" => match self.kind_of(&left) {
                Kind::TimestampTz => Some(Kind::Timestamp),
                Kind::Timestamp => Some(Kind::TimestampTz),
                _ => None,
            },
            "+" | "-" | "*" | "/" => computed(&self.gives(&left), &sign, &self.gives(&right)),
            _ if is_word(&sign) => None,
            _ => match self.last_of_chain(node, DEEPEST)?.as_str() {
                "->>" | "#>>" => Some(Kind::Text),
                "->" | "#>" if self.looks_into_json(node, DEEPEST) => Some(self.kind_of(&left)),
                _ => None,
            },
        }
    }

    /// The two sides of an operation, and the sign or words between them, in small letters. What the parser takes for the right
    /// side, `'a' between …` of `meta -> 'a' between …`, PostgreSQL asks of the whole.
    pub(super) fn operation(&self, node: &SyntaxNode) -> Option<(SyntaxNode, String, SyntaxNode)> {
        let (left, right) = (node.children().next()?, node.children().last()?);
        let sign = self.sign(node).split_whitespace().map(str::to_ascii_lowercase).collect::<Vec<_>>().join(" ");
        let asks = matches!(right.kind(), SyntaxKind::BETWEEN_EXPR | SyntaxKind::POSTFIX_EXPR);
        let apart = asks && !matches!(sign.as_str(), "and" | "or");
        (left != right && !apart).then_some((left, sign, right))
    }

    /// `meta -> 'a' -> 'b'`: JSON, as what it is taken from.
    fn looks_into_json(&self, node: &SyntaxNode, longest: usize) -> bool {
        let Some((left, sign, right)) = self.operation(node).filter(|_| longest > 0) else { return false };
        let json = longest < DEEPEST || matches!(self.kind_of(&left), Kind::Json | Kind::Jsonb);
        let ends = right.kind() != SyntaxKind::BIN_EXPR;
        json && matches!(sign.as_str(), "->" | "#>") && (ends || self.looks_into_json(&right, longest - 1))
    }

    /// The parser nests `a -> b ->> c` to the right; PostgreSQL applies the last operator last.
    fn last_of_chain(&self, node: &SyntaxNode, longest: usize) -> Option<String> {
        let (_, sign, right) = self.operation(node).filter(|_| longest > 0)?;
        if right.kind() != SyntaxKind::BIN_EXPR {
            return Some(sign);
        }
        match self.operation(&right)? {
            (_, inner, _) if is_custom(&inner) => self.last_of_chain(&right, longest - 1),
            _ => Some(sign),
        }
    }
}

/// An operator of the group that binds tighter than comparisons and not as tight as `+`.
pub(super) fn is_custom(sign: &str) -> bool {
    let signs = !sign.is_empty() && sign.bytes().all(|byte| b"+-*/<>=~!@#%^&|`?".contains(&byte));
    signs && !matches!(sign, "=" | "<>" | "!=" | "<" | "<=" | ">" | ">=" | "+" | "-" | "*" | "/" | "%" | "^")
}

fn is_word(sign: &str) -> bool {
    sign.starts_with(|letter: char| letter.is_ascii_alphabetic())
}

/// The type that is cast to: `x::text`, `cast(x as text)`, `date '2026-12-31'`.
pub(super) fn cast_type(node: &SyntaxNode) -> Option<SyntaxNode> {
    let last = node.children().last()?;
    match last.kind() {
        SyntaxKind::LITERAL
        | SyntaxKind::INTERVAL_DAY
        | SyntaxKind::INTERVAL_HOUR
        | SyntaxKind::INTERVAL_MINUTE
        | SyntaxKind::INTERVAL_MONTH
        | SyntaxKind::INTERVAL_SECOND
        | SyntaxKind::INTERVAL_YEAR => node.children().next(),
        _ => Some(last),
    }
}

/// What is handed to a function.
pub(super) fn arguments(call: &SyntaxNode) -> Vec<SyntaxNode> {
    let list = call.children().find(|child| child.kind() == SyntaxKind::ARG_LIST);
    list.into_iter().flat_map(|list| list.children()).filter_map(|argument| argument.children().next()).collect()
}

fn has_token(node: &SyntaxNode, kind: SyntaxKind) -> bool {
    node.children_with_tokens().any(|element| element.kind() == kind)
}

fn name(node: &SyntaxNode) -> String {
    identifier(&node.text().to_string())
}

/// A constant: of text only what stands in plain quotes, as one piece.
fn literal(node: &SyntaxNode) -> Gives {
    let text = node.text().to_string();
    if let Some(inner) = text.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\'')) {
        let pieces = inner.replace("''", "");
        return if pieces.contains('\'') { Gives::default() } else { Gives::Literal(inner.replace("''", "'")) };
    }
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    Gives::Of(match text.to_ascii_lowercase().as_str() {
        "true" | "false" => Kind::Boolean,
        number if number.parse::<i32>().is_ok() => Kind::Integer,
        number if number.parse::<i64>().is_ok() => Kind::Bigint,
        number if digits(&number.replacen('.', "", 1)) => Kind::Numeric,
        _ => Kind::Other,
    })
}

/// What adding and the like gives.
fn computed(left: &Gives, sign: &str, right: &Gives) -> Option<Kind> {
    let (Gives::Of(left), Gives::Of(right)) = (left, right) else { return None };
    match (left, sign, right) {
        (Kind::Date, "-", Kind::Date) => Some(Kind::Integer),
        (Kind::Date, "+" | "-", Kind::Smallint | Kind::Integer) => Some(Kind::Date),
        (Kind::Date | Kind::Timestamp, "+" | "-", Kind::Interval) => Some(Kind::Timestamp),
        (Kind::TimestampTz, "+" | "-", Kind::Interval) => Some(Kind::TimestampTz),
        (Kind::Timestamp, "-", Kind::Timestamp) | (Kind::TimestampTz, "-", Kind::TimestampTz) => Some(Kind::Interval),
        _ => {
            let wider = if left.rank()? < right.rank()? { right } else { left };
            // a real beside another number is made double precision
            Some(wider).filter(|kind| **kind != Kind::Real).cloned()
        }
    }
}
