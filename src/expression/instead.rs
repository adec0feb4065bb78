//! What to write in place of a comparison that PostgreSQL refuses.

use super::Kind;
use squawk_syntax::{SyntaxKind, SyntaxNode};

/// Its text, where that is short.
pub(super) fn shown(node: &SyntaxNode) -> String {
    let text = node.text().to_string();
    let text = text.trim();
    if text.chars().count() <= 40 && !text.contains('\n') { format!("`{text}`") } else { "this".to_owned() }
}

/// `(a || b)::text`
pub(super) fn cast(node: &SyntaxNode, data_type: &str) -> String {
    let whole = matches!(
        node.kind(),
        SyntaxKind::NAME_REF
            | SyntaxKind::FIELD_EXPR
            | SyntaxKind::CALL_EXPR
            | SyntaxKind::PAREN_EXPR
            | SyntaxKind::LITERAL
            | SyntaxKind::CAST_EXPR
    );
    let text = node.text().to_string();
    if whole { format!("{}::{data_type}", text.trim()) } else { format!("({})::{data_type}", text.trim()) }
}

/// `meta ->> 'a'` of `meta -> 'a'`: the value as a text.
pub(super) fn taken_out(node: &SyntaxNode) -> Option<String> {
    let text = node.text().to_string();
    let (before, behind) = text.rsplit_once("->").filter(|_| node.kind() == SyntaxKind::BIN_EXPR)?;
    (!behind.starts_with('>')).then(|| format!("{before}->>{behind}"))
}

/// A number as it is written.
pub(super) fn number(node: &SyntaxNode) -> Option<String> {
    let text = node.text().to_string();
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    (node.kind() == SyntaxKind::LITERAL && is_number).then_some(text)
}

pub(super) fn help_for_number((node, kind): (&SyntaxNode, &Kind), sign: &str, digits: String) -> String {
    let name = node.text().to_string();
    if let (Kind::Json | Kind::Jsonb, Some(text)) = (kind, taken_out(node)) {
        return format!("write `({text})::numeric {sign} {digits}`: what `->` gives is JSON");
    }
    match (kind, sign, digits.as_str()) {
        (Kind::Boolean, "=", "1") | (Kind::Boolean, "<>" | "!=", "0") => format!("write `{name}`"),
        (Kind::Boolean, "=", "0") | (Kind::Boolean, "<>" | "!=", "1") => format!("write `not {name}`"),
        (Kind::Text, ..) => format!("write `{name} {sign} '{digits}'`"),
        (Kind::Boolean, ..) => "compare it with `true` or `false`".to_owned(),
        (Kind::Interval, ..) => format!("write `{name} {sign} '{digits} days'`"),
        _ => format!("compare it with a value of type {}, in quotes", kind.word()),
    }
}

/// A cast that PostgreSQL has; everything can be made text, and text everything.
pub(super) fn help_for_kinds((left, of_left): (&SyntaxNode, &Kind), (right, of_right): (&SyntaxNode, &Kind)) -> String {
    let column = |node: &SyntaxNode| matches!(node.kind(), SyntaxKind::NAME_REF | SyntaxKind::FIELD_EXPR);
    let to_other = |text: &SyntaxNode, other: &SyntaxNode, kind: &Kind| match kind {
        // of a column, the other side is cast: an index on the column can still be used
        Kind::Array => format!("write `{} = any ({})`", text.text(), other.text()),
        _ if column(text) => format!("write `{}`", cast(other, "text")),
        kind => format!("write `{}`", cast(text, &kind.word())),
    };
    for (json, of_json, other) in [(left, of_left, of_right), (right, of_right, of_left)] {
        if let (Kind::Json | Kind::Jsonb, Some(text)) = (of_json, taken_out(json)) {
            return match other {
                Kind::Text => format!("write `{text}`: what `->` gives is JSON"),
                other => format!("write `({text})::{}`: what `->` gives is JSON", other.word()),
            };
        }
    }
    match (of_left, of_right) {
        (Kind::Json, other) | (other, Kind::Json) => {
            let json = if *of_left == Kind::Json { left } else { right };
            match other {
                Kind::Jsonb | Kind::Json => format!("write `{}`", cast(json, "jsonb")),
                other => format!("take a value out of it: `({} ->> 'key')::{}`", json.text(), other.word()),
            }
        }
        (Kind::Text, kind) => to_other(left, right, kind),
        (kind, Kind::Text) => to_other(right, left, kind),
        (Kind::Boolean, other) if other.rank().is_some() => format!("write `{}`", cast(left, "integer")),
        (other, Kind::Boolean) if other.rank().is_some() => "compare a number with a number, as `… <> 0`".to_owned(),
        (Kind::Array, _) => format!("write `{} = any ({})`", right.text(), left.text()),
        (_, Kind::Array) => format!("write `{} = any ({})`", left.text(), right.text()),
        (Kind::Jsonb, other) => format!("take a value out of it: `({} ->> 'key')::{}`", left.text(), other.word()),
        (other, Kind::Jsonb) => format!("take a value out of it: `({} ->> 'key')::{}`", right.text(), other.word()),
        (kind, _) => format!("compare {} with a value of type {}", shown(left), kind.word()),
    }
}
