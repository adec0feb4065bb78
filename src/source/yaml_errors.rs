//! What the YAML parser objects to, in words that help.

use granit_parser::ErrorKind;

use super::sql_in_yaml;
use super::{Source, Span};
use crate::diagnostics::{Code, Diagnostic};

/// The finding for a syntax error at byte `at`.
pub(super) fn explain(source: &Source, kind: &ErrorKind, at: usize) -> Diagnostic {
    if matches!(kind, ErrorKind::RecursionLimitExceeded) {
        return too_deep(character(source, at));
    }
    if may_be_sql(kind)
        && let Some(found) = sql_in_yaml::at(source, at)
    {
        return found;
    }
    let (message, help) = words(kind);
    let at = if matches!(kind, ErrorKind::InvalidQuotedScalarIndent) { opening_quote(source, at) } else { at };
    Diagnostic::new(Code::YamlSyntax, character(source, at), message).help(help)
}

/// Collections within collections, too many.
pub(super) fn too_deep(span: Span) -> Diagnostic {
    Diagnostic::new(Code::TooLarge, span, "maps and lists are nested more than 64 deep")
        .help("no part of the language is that deep: look for a bracket that is not closed")
}

/// The character at a byte, or the end of the text.
fn character(source: &Source, at: usize) -> Span {
    let length = source.text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    Span::new(source.id, at, at + length)
}

/// The quote that opened the text around `at`: the last one before it that follows a blank or a bracket.
fn opening_quote(source: &Source, at: usize) -> usize {
    let before = source.text.get(..at).unwrap_or("");
    let opens = |index: &usize| before.get(..*index).is_some_and(|text| text.ends_with([' ', '[', '{', '\n']));
    before.rmatch_indices(['\'', '"']).map(|(index, _)| index).find(opens).unwrap_or(at)
}

/// Errors that SQL outside quotes provokes.
fn may_be_sql(kind: &ErrorKind) -> bool {
    !matches!(
        kind,
        ErrorKind::TabInIndentation
            | ErrorKind::TabInBlockIndentation
            | ErrorKind::TabNotAllowed
            | ErrorKind::UnclosedQuotedScalar
            | ErrorKind::InvalidQuotedScalarIndent
            | ErrorKind::UnknownAnchor
            | ErrorKind::DirectiveDisallowed
            | ErrorKind::BomInsideDocument
    )
}

fn words(kind: &ErrorKind) -> (String, &'static str) {
    match kind {
        ErrorKind::TabInIndentation | ErrorKind::TabInBlockIndentation | ErrorKind::TabNotAllowed => {
            ("a tab in the indentation".to_owned(), "indent with spaces")
        }
        ErrorKind::UnclosedQuotedScalar | ErrorKind::InvalidQuotedScalarIndent => {
            ("a quote is not closed".to_owned(), "close it on the same line")
        }
        ErrorKind::UnclosedFlowCollection { open } => {
            (format!("`{open}` is not closed"), "close it, or write the value in block style, a line for each entry")
        }
        ErrorKind::UnexpectedEofFlowSequence => ("a list `[` is not closed".to_owned(), "close it with `]`"),
        ErrorKind::UnexpectedEofFlowMapping => ("a map `{` is not closed".to_owned(), "close it with `}`"),
        ErrorKind::MismatchedFlowCollectionEnd { open, close } => {
            (format!("`{open}` is closed by `{close}`"), "close what was opened last first")
        }
        ErrorKind::UnknownAnchor => (
            "an alias of nothing".to_owned(),
            "write `&name` before the value it stands for, or quote a text that begins with `*`",
        ),
        ErrorKind::DirectiveDisallowed => ("a YAML directive".to_owned(), "leave the line out"),
        ErrorKind::UnexpectedCharacter { character } => {
            (format!("a value cannot begin with `{}`", character.escape_default()), "quote the whole value")
        }
        ErrorKind::InvalidIndentation | ErrorKind::ExpectedBlockMappingKey | ErrorKind::SimpleKeyExpected => (
            "this line does not fit the indentation around it".to_owned(),
            "indent it like its neighbours, and end a key with `: `",
        ),
        ErrorKind::MappingValueNotAllowed => ("a `:` too many".to_owned(), "quote the whole value"),
        other => (other.to_string(), "look at the indentation, the quotes and the brackets around it"),
    }
}
