//! Casts that PostgreSQL prints behind what it would have understood without.

use super::pretty::Piece;
use super::text::{Kind, after_type};

/// Drops them: behind texts and numbers that are compared or handed over, and behind the column compared with.
pub fn drop_casts(pieces: &mut Vec<Piece>) {
    let mut index = 1;
    while index + 1 < pieces.len() {
        if pieces[index].text != "::" {
            index += 1;
            continue;
        }
        let end = after_type(pieces, index + 1);
        let drop = behind_literal(pieces, index, end) || behind_bracket(pieces, index, end);
        if drop {
            pieces.drain(index..end);
        } else {
            index += 1;
        }
    }
}

/// `'x'::text`
fn behind_literal(pieces: &[Piece], cast: usize, end: usize) -> bool {
    if pieces[cast - 1].kind != Kind::Text {
        return false;
    }
    let Some(before) = cast.checked_sub(2).map(|index| &pieces[index]) else { return false };
    let text = end == cast + 2 && pieces[cast + 1].is("text");
    let listed = matches!(before.text.as_str(), "(" | ",") && within_list(pieces, cast - 1);
    is_compared(before) || listed || text && matches!(before.text.as_str(), "->" | "->>" | "," | "(" | "||")
}

/// The literal is in the brackets of `in (…)`.
fn within_list(pieces: &[Piece], index: usize) -> bool {
    let mut depth = 0_usize;
    for place in (0..index).rev() {
        match pieces[place].text.as_str() {
            ")" | "]" => depth += 1,
            "(" | "[" if depth > 0 => depth -= 1,
            "(" => return place > 0 && matches!(pieces[place - 1].text.as_str(), "in" | "not in"),
            "[" => return false,
            _ => {}
        }
    }
    false
}

/// `(0)::numeric` behind a comparison, `(role)::text` before one.
fn behind_bracket(pieces: &[Piece], cast: usize, end: usize) -> bool {
    let Some(open) = cast.checked_sub(3).filter(|_| pieces[cast - 1].text == ")") else { return false };
    if pieces[open].text != "(" {
        return false;
    }
    let compared = |piece: Option<&Piece>| piece.is_some_and(is_compared);
    match pieces[open + 1].kind {
        Kind::Number => compared(open.checked_sub(1).map(|index| &pieces[index])),
        Kind::Word | Kind::Quoted => pieces[cast + 1].is("text") && end == cast + 2 && compared(pieces.get(end)),
        _ => false,
    }
}

fn is_compared(piece: &Piece) -> bool {
    matches!(
        piece.text.as_str(),
        "=" | "<>" | "<" | ">" | "<=" | ">=" | "like" | "ilike" | "not like" | "not ilike" | "in" | "not in"
    )
}
