//! Casts that PostgreSQL prints behind what it would have understood without.

use super::pretty::Piece;
use super::text::{Kind, split_type};

/// Drops them: behind texts and numbers that are compared or handed over, and behind the column compared with.
pub fn drop_casts(pieces: &mut Vec<Piece>) {
    let mut index = 1;
    while index < pieces.len() {
        match needless(pieces, index) {
            Some(end) => drop(pieces.drain(index..end)),
            None => index += 1,
        }
    }
}

/// Where the cast at this index ends, if nobody needs it.
fn needless(pieces: &[Piece], index: usize) -> Option<usize> {
    let [cast, rest @ ..] = pieces.get(index..)? else { return None };
    if cast.text != "::" || rest.is_empty() {
        return None;
    }
    let (kind, behind) = split_type(rest);
    let before = pieces.get(..index)?;
    let to_text = matches!(kind, [only] if only.is("text"));
    let needless = behind_literal(before, to_text) || behind_bracket(before, to_text, behind);
    needless.then_some(index + 1 + kind.len())
}

/// `'x'::text`
fn behind_literal(before: &[Piece], to_text: bool) -> bool {
    let [others @ .., literal] = before else { return false };
    let Some(last) = others.last().filter(|_| literal.kind == Kind::Text) else { return false };
    let listed = || matches!(last.text.as_str(), "(" | ",") && within_list(others);
    let handed = matches!(last.text.as_str(), "->" | "->>" | "," | "(" | "||");
    is_compared(last) || to_text && handed || listed()
}

/// What stands behind these is in the brackets of `in (…)`.
fn within_list(mut before: &[Piece]) -> bool {
    let mut depth = 0_usize;
    while let [rest @ .., piece] = before {
        match piece.text.as_str() {
            ")" | "]" => depth += 1,
            "(" | "[" if depth > 0 => depth -= 1,
            "(" => return rest.last().is_some_and(|word| matches!(word.text.as_str(), "in" | "not in")),
            "[" => return false,
            _ => {}
        }
        before = rest;
    }
    false
}

/// `(0)::numeric` behind a comparison, `(role)::text` before one.
fn behind_bracket(before: &[Piece], to_text: bool, behind: &[Piece]) -> bool {
    let [before @ .., open, value, close] = before else { return false };
    if open.text != "(" || close.text != ")" {
        return false;
    }
    match value.kind {
        Kind::Number => before.last().is_some_and(is_compared),
        Kind::Word | Kind::Quoted => to_text && behind.first().is_some_and(is_compared),
        _ => false,
    }
}

fn is_compared(piece: &Piece) -> bool {
    matches!(
        piece.text.as_str(),
        "=" | "<>" | "<" | ">" | "<=" | ">=" | "like" | "ilike" | "not like" | "not ilike" | "in" | "not in"
    )
}
