//! Conditions as a person writes them, from how PostgreSQL prints them: no brackets around everything, no casts behind
//! text that is compared, `in` for `= ANY (ARRAY[…])`.

use super::text::{Kind, Token, bare, closing, source, split, tokens};

/// Words that are written small.
const KEYWORDS: [&str; 16] = [
    "and", "or", "not", "is", "null", "true", "false", "distinct", "from", "any", "array", "in", "like", "coalesce",
    "select", "as",
];

/// The condition, as a person would write it.
pub fn pretty(sql: &str) -> String {
    let all = tokens(sql);
    either(sql, &all)
}

fn either(sql: &str, tokens: &[Token<'_>]) -> String {
    let parts = split(bare(tokens), "or");
    let words: Vec<String> = parts.iter().map(|part| both(sql, part)).collect();
    words.join(" or ")
}

fn both(sql: &str, tokens: &[Token<'_>]) -> String {
    let parts = split(bare(tokens), "and");
    let [_, _, ..] = parts.as_slice() else { return single(sql, tokens) };
    let part = |part: &&[Token<'_>]| {
        let inner = either(sql, part);
        if split(bare(part), "or").len() > 1 { format!("({inner})") } else { inner }
    };
    parts.iter().map(part).collect::<Vec<_>>().join(" and ")
}

fn single(sql: &str, tokens: &[Token<'_>]) -> String {
    let inner = bare(tokens);
    if inner.len() < tokens.len() && (split(inner, "or").len() > 1 || split(inner, "and").len() > 1) {
        return either(sql, inner);
    }
    listed(inner).unwrap_or_else(|| spelled(sql, inner))
}

/// `x = ANY (ARRAY['a'::text, 'b'::text])` is `x in ('a', 'b')`.
fn listed(tokens: &[Token<'_>]) -> Option<String> {
    let place = tokens.windows(2).position(|pair| pair[0].text == "=" && pair[1].is("any"))?;
    let [column] = &tokens[..place] else { return None };
    let [word, list @ ..] = bare(&tokens[place + 2..]) else { return None };
    let [open, inside @ .., close] = list else { return None };
    if !word.is("array") || open.text != "[" || close.text != "]" {
        return None;
    }
    let items = split(inside, ",");
    let literal = |item: &&[Token<'_>]| match item {
        [literal, cast, ..] if literal.kind == Kind::Text && cast.text == "::" => Some(literal.text.to_owned()),
        [literal] => Some(literal.text.to_owned()),
        _ => None,
    };
    let items: Option<Vec<String>> = items.iter().map(literal).collect();
    Some(format!("{} in ({})", column.text, items?.join(", ")))
}

/// The text itself, key words small, without casts behind text that is compared.
fn spelled(sql: &str, tokens: &[Token<'_>]) -> String {
    let mut words = String::new();
    let mut index = 0;
    let mut end = tokens.first().map_or(0, |token| token.start);
    while let Some(token) = tokens.get(index) {
        let space = &sql[end..token.start];
        words.push_str(if space.is_empty() { "" } else { " " });
        if token.kind == Kind::Word && KEYWORDS.iter().any(|word| token.is(word)) {
            words.push_str(&token.text.to_ascii_lowercase());
        } else {
            words.push_str(token.text);
        }
        end = token.end();
        index += 1;
        let compared = index >= 2 && is_comparison(tokens[index - 2].text);
        if token.kind == Kind::Text && compared && tokens.get(index).is_some_and(|next| next.text == "::") {
            index = behind_type(tokens, index + 1);
            end = tokens[index - 1].end();
        }
    }
    words
}

fn is_comparison(sign: &str) -> bool {
    matches!(sign, "=" | "<>" | "<" | ">" | "<=" | ">=")
}

/// The index behind the type's name that a cast gives.
fn behind_type(tokens: &[Token<'_>], start: usize) -> usize {
    let mut index = start + 1;
    while let Some(token) = tokens.get(index) {
        index = match token.text {
            "." => index + 2,
            "(" => closing(tokens, index) + 1,
            "varying" | "precision" | "with" | "without" | "time" | "zone" => index + 1,
            _ => return index,
        };
    }
    index.min(tokens.len())
}

/// The condition as one line, for sentences.
pub fn one_line(sql: &str) -> String {
    let all = tokens(sql);
    source(sql, &all).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_a_person_writes_it() {
        let pairs = [
            ("((status = 'published'::text) AND (deleted_at IS NULL))", "status = 'published' and deleted_at is null"),
            ("(status = 'x'::public.kind)", "status = 'x'"),
            ("(kind = ANY (ARRAY['a'::text, 'b'::text]))", "kind in ('a', 'b')"),
            ("((a OR (b AND c)) AND (NOT d))", "(a or b and c) and not d"),
            ("(to_tsvector('english'::regconfig, t) @@ q)", "to_tsvector('english'::regconfig, t) @@ q"),
            ("(at <= now())", "at <= now()"),
            ("is_public", "is_public"),
        ];
        for (printed, written) in pairs {
            assert_eq!(pretty(printed), written);
        }
    }
}
