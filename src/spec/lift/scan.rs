//! Taking apart what PostgreSQL prints: it never has comments, and quotes in two ways only.

/// The places of a text that are outside of quotes and parentheses, each with its character.
pub(super) fn outside(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    let (mut quote, mut depth) = (None, 0_i32);
    text.char_indices().filter(move |(_, character)| {
        match (quote, character) {
            (Some(open), close) if open == *close => quote = None,
            (None, '\'' | '"') => quote = Some(*character),
            (None, '(' | '[') => depth += 1,
            (None, ')' | ']') => depth -= 1,
            _ => return quote.is_none() && depth == 0,
        }
        false
    })
}

/// The parts between commas.
pub(super) fn parts(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (place, _) in outside(text).filter(|(_, character)| *character == ',') {
        parts.push(text.get(start..place).unwrap_or_default().trim());
        start = place + 1;
    }
    parts.push(text.get(start..).unwrap_or_default().trim());
    parts
}

/// What is inside the first parentheses, and what follows them.
pub(super) fn group(text: &str) -> Option<(&str, &str)> {
    let open = text.find('(')?;
    let (mut quote, mut depth) = (None, 0_i32);
    for (place, character) in text.char_indices().skip_while(|(place, _)| *place < open) {
        match (quote, character) {
            (Some(open), close) if open == close => quote = None,
            (Some(_), _) => {}
            (None, '\'' | '"') => quote = Some(character),
            (None, '(') => depth += 1,
            (None, ')') => depth -= 1,
            _ => {}
        }
        if depth == 0 && quote.is_none() {
            return Some((text.get(open + 1..place)?, text.get(place + 1..)?));
        }
    }
    None
}

/// The text of a literal, if this is one and nothing else.
pub(super) fn literal(text: &str) -> Option<String> {
    let inner = text.strip_prefix('\'')?.strip_suffix('\'')?;
    let doubled = inner.replace("''", "");
    (!doubled.contains('\'')).then(|| inner.replace("''", "'"))
}

/// `'queued'::public.job_status`: the text, and what it is cast to.
pub(super) fn cast_literal(text: &str) -> Option<(String, &str)> {
    let (value, data_type) = text.rsplit_once("::")?;
    Some((literal(value)?, data_type))
}

/// An identifier as SQL without its quotes.
pub(super) fn unquoted(text: &str) -> String {
    let inner = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    inner.map_or_else(|| text.to_owned(), |inner| inner.replace("\"\"", "\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_apart() {
        assert_eq!(parts("a, f(b, c), 'd, e'"), ["a", "f(b, c)", "'d, e'"]);
        assert_eq!(group("USING gist (a WITH =) WHERE (x)"), Some(("a WITH =", " WHERE (x)")));
        assert_eq!(cast_literal("'it''s'::text"), Some(("it's".to_owned(), "text")));
        assert_eq!(literal("'a' || 'b'"), None);
        assert_eq!(unquoted("\"a\"\"b\""), "a\"b");
    }
}
