//! Brackets that precedence makes superfluous.

use super::pretty::Piece;
use super::text::{Kind, closing};

/// What binds as tight as nothing else.
const WHOLE: u8 = 100;

/// Takes superfluous brackets away.
pub fn unwrap(pieces: &mut Vec<Piece>) {
    let mut index = 0;
    while let Some(piece) = pieces.get(index) {
        let close = closing(pieces, index);
        if piece.text == "(" && is_superfluous(pieces, index, close) {
            pieces.remove(close);
            let open = pieces.remove(index);
            // what stood inside of the bracket stands where the bracket stood
            if let Some(first) = pieces.get_mut(index) {
                first.space = open.space;
            }
        } else {
            index += 1;
        }
    }
}

/// Brackets that only group, around something that binds tighter than what stands beside them.
fn is_superfluous(pieces: &[Piece], open: usize, close: usize) -> bool {
    let Some(inner) = pieces.get(open + 1..close) else { return false };
    let before = open.checked_sub(1).and_then(|index| pieces.get(index));
    let grouping = before.is_none_or(opens) && !inner.is_empty() && !is_query(inner) && !has_comma(inner);
    if !grouping {
        return false;
    }
    let after = pieces.get(close + 1);
    if before.is_some_and(|piece| piece.is("from")) && top(inner).any(|(_, piece)| joins(piece)) {
        return after.is_none_or(|piece| joins(piece) || ENDS.iter().any(|word| piece.is(word)));
    }
    let beside = [before, after].into_iter().flatten().map(beside).max().unwrap_or(0);
    loosest(inner) > beside || beside == 0
}

/// What may follow a FROM list.
const ENDS: [&str; 8] = ["where", "group", "order", "limit", "union", ")", ",", ";"];

/// How tight something has to bind to stand beside this without brackets: a reader wants more than a parser.
fn beside(piece: &Piece) -> u8 {
    match piece.text.as_str() {
        "not" | "is" | "in" | "not in" | "like" | "ilike" | "not like" | "not ilike" => 12,
        "[" => WHOLE,
        _ => binding(piece),
    }
}

/// A bracket behind it groups, and is no call's or type's.
fn opens(piece: &Piece) -> bool {
    const WORDS: [&str; 22] = [
        "and",
        "or",
        "not",
        "where",
        "on",
        "when",
        "then",
        "else",
        "select",
        "having",
        "from",
        "join",
        "is",
        "case",
        "by",
        "as",
        "like",
        "ilike",
        "not like",
        "not ilike",
        "distinct",
        "between",
    ];
    match piece.kind {
        Kind::Sign => !matches!(piece.text.as_str(), ")" | "]" | "." | "::"),
        Kind::Word => WORDS.contains(&piece.text.as_str()),
        _ => false,
    }
}

fn is_query(pieces: &[Piece]) -> bool {
    let begins = |first: &Piece| ["select", "with", "values"].iter().any(|word| first.is(word));
    pieces.first().is_some_and(begins)
}

/// At the top: what stands in brackets or in a CASE is not looked at.
fn top(pieces: &[Piece]) -> impl Iterator<Item = (usize, &Piece)> {
    let mut depth = 0_usize;
    pieces.iter().enumerate().filter(move |(_, piece)| {
        let opens = matches!(piece.text.as_str(), "(" | "[") || piece.is("case");
        let closes = matches!(piece.text.as_str(), ")" | "]") || piece.is("end");
        depth += usize::from(opens);
        let at_top = depth == 0;
        depth = depth.saturating_sub(usize::from(closes));
        at_top
    })
}

fn has_comma(pieces: &[Piece]) -> bool {
    top(pieces).any(|(_, piece)| piece.text == ",")
}

/// How tight the loosest operator inside binds.
fn loosest(pieces: &[Piece]) -> u8 {
    let level = |(index, piece): (usize, &Piece)| match binding(piece) {
        // a sign before a value
        8 if index == 0 => 12,
        0 => {
            if joins(piece) {
                1
            } else {
                WHOLE
            }
        }
        level => level,
    };
    top(pieces).map(level).min().unwrap_or(WHOLE)
}

/// Words of a FROM list: brackets around a join are seldom needed, and never where nothing stands beside them.
fn joins(piece: &Piece) -> bool {
    ["join", "left", "right", "full", "cross", "inner", "using", "on"].iter().any(|word| piece.is(word))
}

/// How tight something binds what stands beside it; nothing: 0.
fn binding(piece: &Piece) -> u8 {
    match piece.text.as_str() {
        "or" => 1,
        "and" => 2,
        "not" => 3,
        "is" => 4,
        "=" | "<>" | "<" | ">" | "<=" | ">=" => 5,
        "like" | "ilike" | "in" | "not in" | "not like" | "not ilike" | "between" | "similar" => 6,
        "+" | "-" => 8,
        "*" | "/" | "%" => 9,
        "^" => 10,
        "at" | "collate" => 11,
        "::" => 14,
        "." => WHOLE,
        _ if joins(piece) => 2,
        "(" | ")" | "," | "]" | ";" => 0,
        _ if piece.kind == Kind::Sign => 7,
        _ => 0,
    }
}
