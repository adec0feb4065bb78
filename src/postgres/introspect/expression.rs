//! Taking apart what the server prints, token by token.

use squawk_lexer::{TokenKind, tokenize};

/// An expression without the parentheses around the whole of it; a query keeps its own, without which it is none.
pub fn bare(expression: &str) -> String {
    let text = expression.trim();
    match group(text, 0) {
        Some((inner, end)) if end == text.len() && text.starts_with('(') && !is_query(inner) => bare(inner),
        _ => text.to_owned(),
    }
}

/// `ARRAY[('a'::character varying)::text]` as it was before PostgreSQL read what it had printed itself:
/// `(ARRAY['a'::character varying])::text[]`, which is `in (…)` over a varchar column. A check that was made of what another
/// printed, as by a change of its column's type or by a restored dump, is the same check.
pub fn cast_outside(text: &str) -> String {
    let (mut out, mut rest) = (String::new(), text);
    while let Some((before, elements, data_type, behind)) = cast_elements(rest) {
        out.push_str(&format!("{before}(ARRAY[{}])::{data_type}[]", elements.join(", ")));
        rest = behind;
    }
    out + rest
}

/// The first `ARRAY[('…'::one)::other, …]`: what stands before it, the constants, the other type, and what stands behind it.
fn cast_elements(text: &str) -> Option<(&str, Vec<String>, String, &str)> {
    tokens(text).find_map(|(kind, from, _)| {
        let (before, here) = text.split_at_checked(from).filter(|_| kind == TokenKind::Ident)?;
        let (inner, behind) = in_brackets(here.strip_prefix("ARRAY")?)?;
        let elements: Vec<(String, String)> =
            parts(inner).iter().map(|part| cast_constant(part)).collect::<Option<_>>()?;
        let data_type = elements.first()?.1.clone();
        let alike = elements.iter().all(|(_, other)| *other == data_type);
        alike.then(|| (before, elements.into_iter().map(|(constant, _)| constant).collect(), data_type, behind))
    })
}

/// The constant and the type of `('…'::one)::other`.
fn cast_constant(element: &str) -> Option<(String, String)> {
    let (inner, end) = group(element, 0)?;
    let data_type = element.get(end..)?.strip_prefix("::")?;
    let plain = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '.' | '"' | ' ');
    let constant = ["'", "E'", "NULL::"].iter().any(|start| inner.starts_with(start)) && inner.contains("::");
    let whole = element.starts_with('(') && constant && data_type.chars().all(plain);
    whole.then(|| (inner.to_owned(), data_type.to_owned()))
}

/// The inside of the brackets at the beginning, and what stands behind them.
fn in_brackets(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_prefix('[')?;
    let mut depth = 0_usize;
    let end = tokens(inner).find_map(|(kind, from, _)| match kind {
        TokenKind::OpenBracket => {
            depth += 1;
            None
        }
        TokenKind::CloseBracket if depth == 0 => Some(from),
        TokenKind::CloseBracket => {
            depth -= 1;
            None
        }
        _ => None,
    })?;
    Some((inner.get(..end)?, inner.get(end + 1..)?))
}

/// These words are quoted where they are names.
fn is_query(text: &str) -> bool {
    after_word(text, "select").or(after_word(text, "values")).is_some()
}

/// The inside of the first parentheses from `start` on, and where they end.
pub fn group(text: &str, start: usize) -> Option<(&str, usize)> {
    let mut open = None;
    let mut depth = 0_usize;
    for (kind, from, to) in tokens(text.get(start..)?) {
        match kind {
            TokenKind::OpenParen => {
                open = open.or(Some(start + to));
                depth += 1;
            }
            TokenKind::CloseParen if depth == 1 => return Some((text.get(open?..start + from)?, start + to)),
            TokenKind::CloseParen => depth = depth.checked_sub(1)?,
            _ => {}
        }
    }
    None
}

/// The parts between commas that are not inside parentheses or brackets.
pub fn parts(text: &str) -> Vec<String> {
    let (mut parts, mut depth, mut start) = (Vec::new(), 0_usize, 0);
    for (kind, from, to) in tokens(text) {
        match kind {
            TokenKind::OpenParen | TokenKind::OpenBracket => depth += 1,
            TokenKind::CloseParen | TokenKind::CloseBracket => depth = depth.saturating_sub(1),
            TokenKind::Comma if depth == 0 => {
                parts.push(text.get(start..from).unwrap_or_default().trim().to_owned());
                start = to;
            }
            _ => {}
        }
    }
    parts.push(text.get(start..).unwrap_or_default().trim().to_owned());
    parts
}

/// Where the first of these bare words, outside parentheses, ends.
pub fn after_word(text: &str, word: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (kind, from, to) in tokens(text) {
        match kind {
            TokenKind::OpenParen => depth += 1,
            TokenKind::CloseParen => depth = depth.saturating_sub(1),
            TokenKind::Ident if depth == 0 && text.get(from..to)?.eq_ignore_ascii_case(word) => return Some(to),
            _ => {}
        }
    }
    None
}

fn tokens(text: &str) -> impl Iterator<Item = (TokenKind, usize, usize)> + '_ {
    let mut position = 0;
    tokenize(text).map(move |token| {
        let from = position;
        position += token.len as usize;
        (token.kind, from, position)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_apart() {
        assert_eq!(bare("((a > 0))"), "a > 0");
        assert_eq!(bare("(a) or (b)"), "(a) or (b)");
        assert_eq!(bare("(a = ')')"), "a = ')'");
        assert_eq!(bare("lower(a)"), "lower(a)");
        assert_eq!(bare("(( SELECT f() AS f))"), "( SELECT f() AS f)");
        assert_eq!(bare("(WITH x AS ( SELECT 1) SELECT x FROM x)"), "(WITH x AS ( SELECT 1) SELECT x FROM x)");
        assert_eq!(parts("a, lower(b, c) DESC, (x[1, 2])"), ["a", "lower(b, c) DESC", "(x[1, 2])"]);
        let read_again =
            "status::text = ANY (ARRAY[('a'::character varying)::text, ('b,]'::character varying)::text]) AND x > 0";
        let printed =
            "status::text = ANY ((ARRAY['a'::character varying, 'b,]'::character varying])::text[]) AND x > 0";
        assert_eq!((cast_outside(printed), cast_outside(read_again)), (printed.to_owned(), printed.to_owned()));
        for kept in [
            "ARRAY[(a)::text]",
            "ARRAY[('a'::bpchar)::text, b]",
            "ARRAY['a'::text]",
            "ARRAY[('a'::bpchar)::text, ('b'::bpchar)::name]",
        ] {
            assert_eq!(cast_outside(kept), kept);
        }
        let definition = "CREATE INDEX \"using (\" ON a.b USING gin (to_tsvector('english', t)) WHERE (a > 0)";
        let start = after_word(definition, "using").unwrap();
        assert_eq!(group(definition, start).unwrap().0, "to_tsvector('english', t)");
    }
}
