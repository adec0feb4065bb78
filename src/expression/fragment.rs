//! A text that must be one expression, and nothing but one.

use super::place;
use crate::diagnostics::{Code, Diagnostic};
use crate::source::Span;
use squawk_syntax::{SourceFile, SyntaxKind, SyntaxNode, SyntaxToken};

const BEFORE: &str = "select (";

/// What to write in place of `:x` and `$1`.
pub(super) const NO_PARAMETER: &str =
    "name a column, or ask for what the session says: `current_setting('app.name', true)`";

/// A parsed expression: its node, and where its text begins in what was parsed.
pub(super) struct Fragment<'a> {
    /// The whole text of the scalar.
    pub(super) text: &'a str,
    /// Bytes of white space before the expression.
    pub(super) lead: usize,
    /// The expression, trimmed.
    pub(super) sql: &'a str,
    /// Bytes that were put before it for the parser.
    pub(super) before: usize,
    /// What was put around it: its children are the expression.
    pub(super) node: SyntaxNode,
}

impl Fragment<'_> {
    /// Bytes of the tree as bytes of the trimmed expression.
    pub(super) fn bytes(&self, (start, end): (usize, usize)) -> (usize, usize) {
        let shift = |offset: usize| offset.saturating_sub(self.before).min(self.sql.len());
        (shift(start), shift(end))
    }

    /// The place of these bytes of the trimmed expression.
    pub(super) fn place(&self, span: Span, (start, end): (usize, usize)) -> Span {
        place(self.text, span, self.lead + start, self.lead + end)
    }
}

/// Parses one expression; otherwise says where it stops being one.
pub(super) fn parse<'a>(text: &'a str, span: Span, what: &str) -> Result<Fragment<'a>, Vec<Diagnostic>> {
    let whole = |root: &SyntaxNode, length: usize| {
        let is_parenthesis = |node: &SyntaxNode| matches!(node.kind(), SyntaxKind::PAREN_EXPR | SyntaxKind::TUPLE_EXPR);
        root.descendants().find(is_parenthesis).filter(|node| is_whole(node, length))
    };
    parse_in((BEFORE, ")"), text, span, what, whole)
}

/// Parses one key of an index: an expression with its collation, operator class and direction.
pub(super) fn parse_key<'a>(text: &'a str, span: Span, what: &str) -> Result<Fragment<'a>, Vec<Diagnostic>> {
    let one = |root: &SyntaxNode, _: usize| {
        let items: Vec<_> = root.descendants().filter(|node| node.kind() == SyntaxKind::PARTITION_ITEM).collect();
        let one_statement = root.children().count() == 1;
        if let ([item], true) = (items.as_slice(), one_statement) { Some(item.clone()) } else { None }
    };
    parse_in(("create index i on t (", ")"), text, span, what, one)
}

/// Parses one query.
pub(super) fn parse_query(text: &str, span: Span) -> Result<Fragment<'_>, Vec<Diagnostic>> {
    let one = |root: &SyntaxNode, _: usize| {
        let statements: Vec<_> = root.children().collect();
        if let [only] = statements.as_slice() {
            Some(only.clone()).filter(|node| super::walk::is_reading(node.kind()))
        } else {
            None
        }
    };
    parse_in(("", ""), text, span, "query", one)
}

/// Parses a text between two others, and finds the node that is the author's.
fn parse_in<'a>(
    (before, after): (&str, &str),
    text: &'a str,
    span: Span,
    what: &str,
    find: impl Fn(&SyntaxNode, usize) -> Option<SyntaxNode>,
) -> Result<Fragment<'a>, Vec<Diagnostic>> {
    let sql = text.trim();
    let lead = text.len() - text.trim_start().len();
    let fail = |(start, end): (usize, usize), message: String| {
        let shift = |offset: usize| offset.saturating_sub(before.len()).min(sql.len());
        let start = shift(start).min(sql.len().saturating_sub(1));
        let place = place(text, span, lead + start, lead + shift(end).max((start + 1).min(sql.len())));
        let kind = if before.is_empty() { "query" } else { "expression" };
        vec![Diagnostic::new(Code::InvalidSql, place, message).help(format!("write one SQL {kind} as `{what}`"))]
    };
    if sql.is_empty() {
        return Err(fail((0, 0), format!("`{what}` is empty")));
    }
    if let Some(reason) = super::limits::exceeded(sql) {
        return Err(fail((0, 0), format!("`{what}` {reason}")));
    }
    let parsed = SourceFile::parse(&format!("{before}{sql}\n{after}"));
    let root = parsed.syntax_node();
    if let Some(token) = forbidden(&root).filter(|_| !before.is_empty()) {
        return Err(fail(token_bytes(&token), format!("`{what}` is not one expression: it has {}", describe(&token))));
    }
    if let Some(error) = parsed.errors().first() {
        let range = (error.range().start().into(), error.range().end().into());
        if error.message().to_ascii_lowercase().contains("invalid parameter type") {
            let findings = fail(range, format!("`{what}` has a parameter, and nobody gives it a value"));
            return Err(findings.into_iter().map(|finding| finding.help(NO_PARAMETER)).collect());
        }
        return Err(fail(range, format!("`{what}` is not valid SQL: {}", plain(error.message()))));
    }
    match find(&root, node_bytes(&root).1) {
        Some(node) => Ok(Fragment { text, lead, sql, before: before.len(), node }),
        None => Err(fail((before.len(), before.len() + sql.len()), format!("`{what}` is not one SQL expression"))),
    }
}

/// The parenthesis put around the text holds all of it, and in it there is one expression that is no query.
fn is_whole(node: &SyntaxNode, whole: usize) -> bool {
    let (start, end) = node_bytes(node);
    let query = node.children().any(|child| super::walk::is_query(child.kind()));
    start == BEFORE.len() - 1 && end == whole && node.kind() == SyntaxKind::PAREN_EXPR && is_one(node) && !query
}

/// One expression. Of `at::date between …`, the parser makes two: the cast, and what follows it.
fn is_one(node: &SyntaxNode) -> bool {
    let mut parts = node.children();
    match (parts.next(), parts.next(), parts.next()) {
        (Some(_), None, _) => true,
        (Some(first), Some(_), None) => goes_on(&first),
        _ => false,
    }
}

/// Behind the node, and beside it for the parser, stands `between` or `not between`.
pub(super) fn goes_on(node: &SyntaxNode) -> bool {
    let next = node.next_sibling().and_then(|next| next.first_token());
    next.is_some_and(|token| matches!(token.kind(), SyntaxKind::BETWEEN_KW | SyntaxKind::NOT_KW))
}

/// The bytes of a node.
pub(super) fn node_bytes(node: &SyntaxNode) -> (usize, usize) {
    let range = node.text_range();
    (range.start().into(), range.end().into())
}

/// The bytes of a token.
pub(super) fn token_bytes(token: &SyntaxToken) -> (usize, usize) {
    let range = token.text_range();
    (range.start().into(), range.end().into())
}

/// A comment or a semicolon: text that would change what comes behind the expression.
fn forbidden(root: &SyntaxNode) -> Option<SyntaxToken> {
    root.descendants_with_tokens()
        .filter_map(|element| element.into_token())
        .find(|token| matches!(token.kind(), SyntaxKind::COMMENT | SyntaxKind::SEMICOLON))
}

fn describe(token: &SyntaxToken) -> &'static str {
    if token.kind() == SyntaxKind::COMMENT { "a comment" } else { "a semicolon" }
}

/// The parser's words, without its names for tokens.
fn plain(message: &str) -> String {
    let words: Vec<String> = message.split(' ').map(token).collect();
    let words = words.join(" ");
    let mut characters = words.chars();
    characters.next().map(|first| first.to_lowercase().collect::<String>() + characters.as_str()).unwrap_or_default()
}

/// `CHECK_KW` is `check`, `L_CURLY` is `{`; any other word stays.
fn token(word: &str) -> String {
    let name = word.trim_end_matches(['.', ',', ':', ';']);
    let of_parser = name.len() > 2 && name.chars().all(|letter| letter.is_ascii_uppercase() || letter == '_');
    let sign = TOKENS.iter().find(|(known, _)| *known == name).map(|(_, sign)| (*sign).to_owned());
    let key_word =
        name.strip_suffix("_KW").filter(|_| of_parser).map(|stem| format!("`{}`", stem.to_ascii_lowercase()));
    match sign.or(key_word) {
        Some(plain) => plain + word.get(name.len()..).unwrap_or_default(),
        None => word.to_owned(),
    }
}

/// What the parser calls what is no word.
const TOKENS: &[(&str, &str)] = &[
    ("AMP", "`&`"),
    ("BANG", "`!`"),
    ("BYTE_STRING", "a text"),
    ("COLON", "`:`"),
    ("COMMA", "`,`"),
    ("DOT", "`.`"),
    ("EOF", "the end"),
    ("EQ", "`=`"),
    ("FLOAT_NUMBER", "a number"),
    ("IDENT", "a name"),
    ("INT_NUMBER", "a number"),
    ("L_ANGLE", "`<`"),
    ("L_BRACK", "`[`"),
    ("L_CURLY", "`{`"),
    ("L_PAREN", "`(`"),
    ("MINUS", "`-`"),
    ("PIPE", "`|`"),
    ("PLUS", "`+`"),
    ("R_ANGLE", "`>`"),
    ("R_BRACK", "`]`"),
    ("R_CURLY", "`}`"),
    ("R_PAREN", "`)`"),
    ("SEMICOLON", "`;`"),
    ("SLASH", "`/`"),
    ("STAR", "`*`"),
    ("STRING", "a text"),
];
