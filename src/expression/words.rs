//! Words that look like names and are none.

use super::Kind;
use squawk_syntax::{SyntaxKind, SyntaxNode};

/// `current_user`, or the `unknown` of `is unknown`.
pub(super) fn is_word(node: &SyntaxNode) -> bool {
    is_value_keyword(node) || is_state(node)
}

/// What `is unknown` and `is not document` ask for, which looks like a name.
fn is_state(node: &SyntaxNode) -> bool {
    let asks = |kind: SyntaxKind| matches!(kind, SyntaxKind::IS_KW | SyntaxKind::IS_NOT);
    let before = std::iter::successors(node.prev_sibling_or_token(), |element| element.prev_sibling_or_token());
    let word = node.first_token().map(|token| token.kind());
    matches!(word, Some(SyntaxKind::UNKNOWN_KW | SyntaxKind::DOCUMENT_KW))
        && before.map(|element| element.kind()).find(|kind| *kind != SyntaxKind::WHITESPACE).is_some_and(asks)
}

/// `current_user`, `current_date` and the like: values that look like names.
fn is_value_keyword(node: &SyntaxNode) -> bool {
    node.children_with_tokens().filter_map(|element| element.into_token()).any(|token| {
        matches!(
            token.kind(),
            SyntaxKind::CURRENT_CATALOG_KW
                | SyntaxKind::CURRENT_DATE_KW
                | SyntaxKind::CURRENT_ROLE_KW
                | SyntaxKind::CURRENT_SCHEMA_KW
                | SyntaxKind::CURRENT_TIME_KW
                | SyntaxKind::CURRENT_TIMESTAMP_KW
                | SyntaxKind::CURRENT_USER_KW
                | SyntaxKind::LOCALTIME_KW
                | SyntaxKind::LOCALTIMESTAMP_KW
                | SyntaxKind::SESSION_USER_KW
                | SyntaxKind::SYSTEM_USER_KW
                | SyntaxKind::USER_KW
        )
    })
}

/// The kind of `current_date`, `current_user` and the like.
pub(super) fn kind_of_word(node: &SyntaxNode) -> Option<Kind> {
    let words = node.children_with_tokens().filter_map(|element| element.into_token());
    words.map(|token| token.kind()).find_map(|kind| match kind {
        SyntaxKind::CURRENT_DATE_KW => Some(Kind::Date),
        SyntaxKind::CURRENT_TIME_KW => Some(Kind::TimeTz),
        SyntaxKind::CURRENT_TIMESTAMP_KW => Some(Kind::TimestampTz),
        SyntaxKind::LOCALTIME_KW => Some(Kind::Time),
        SyntaxKind::LOCALTIMESTAMP_KW => Some(Kind::Timestamp),
        SyntaxKind::CURRENT_CATALOG_KW
        | SyntaxKind::CURRENT_ROLE_KW
        | SyntaxKind::CURRENT_SCHEMA_KW
        | SyntaxKind::CURRENT_USER_KW
        | SyntaxKind::SESSION_USER_KW
        | SyntaxKind::USER_KW => Some(Kind::Text),
        _ => None,
    })
}
