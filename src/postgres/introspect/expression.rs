//! Taking apart what the server prints, token by token.

use squawk_lexer::{TokenKind, tokenize};

/// An expression without the parentheses around the whole of it; a query keeps its own, without which it is none.
pub fn bare(expression: &str) -> String {
    let text = expression.trim();
    match group(text, 0) {
        Some((inner, end)) if end == text.len() && text.starts_with('(') && !is_query(inner) => bare(inner),
        _ => cast_within(text),
    }
}

/// `(ARRAY['a'::character varying])::text[]` as PostgreSQL prints it once it has read it again:
/// `ARRAY[('a'::character varying)::text]`. A check that was made from what another printed, as by a change of its
/// column's type or by a restored dump, is the same check.
pub fn cast_within(text: &str) -> String {
    let (mut out, mut rest) = (String::new(), text);
    while let Some((before, elements, data_type, behind)) = cast_array(rest) {
        let cast = |element: &String| format!("({})::{data_type}", cast_within(element));
        let elements: Vec<String> = parts(elements).iter().map(cast).collect();
        out.push_str(&format!("{before}ARRAY[{}]", elements.join(", ")));
        rest = behind;
    }
    out + rest
}

/// The first `(ARRAY[…])::type[]`: what stands before it, the elements, the type, and what stands behind it.
fn cast_array(text: &str) -> Option<(&str, &str, &str, &str)> {
    tokens(text).find_map(|(kind, from, _)| {
        let (before, here) = text.split_at_checked(from).filter(|_| kind == TokenKind::OpenParen)?;
        here.strip_prefix("(ARRAY[")?;
        let (inner, end) = group(text, from)?;
        let elements = inner.strip_prefix("ARRAY[")?.strip_suffix(']')?;
        let (data_type, behind) = text.get(end..)?.strip_prefix("::")?.split_once("[]")?;
        let plain = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '.' | '"' | ' ');
        let whole = !elements.is_empty() && is_balanced(elements) && data_type.chars().all(plain);
        whole.then_some((before, elements, data_type, behind))
    })
}

/// No bracket is closed that was not opened within.
fn is_balanced(text: &str) -> bool {
    let mut depth = 0_usize;
    tokens(text).all(|(kind, ..)| match kind {
        TokenKind::OpenBracket => {
            depth += 1;
            true
        }
        TokenKind::CloseBracket => {
            let open = depth > 0;
            depth = depth.saturating_sub(1);
            open
        }
        _ => true,
    })
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
        assert_eq!((bare(printed), bare(read_again)), (read_again.to_owned(), read_again.to_owned()));
        assert_eq!(bare("(ARRAY[a] || ARRAY[b])::text[]"), "(ARRAY[a] || ARRAY[b])::text[]");
        let definition = "CREATE INDEX \"using (\" ON a.b USING gin (to_tsvector('english', t)) WHERE (a > 0)";
        let start = after_word(definition, "using").unwrap();
        assert_eq!(group(definition, start).unwrap().0, "to_tsvector('english', t)");
    }
}
