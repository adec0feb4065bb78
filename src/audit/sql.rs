//! Reading expressions as PostgreSQL prints them, token by token.

use crate::catalog::quote_identifier;
use squawk_lexer::{TokenKind, tokenize};

/// A token that means something.
#[derive(Debug, Clone, Copy)]
struct Token<'a> {
    kind: TokenKind,
    text: &'a str,
    start: usize,
}

/// A function call in an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// The function, with its schema where one is printed.
    pub name: String,
    /// What stands between its parentheses.
    pub arguments: String,
    /// It stands in a `(SELECT …)` without FROM, which is evaluated once a statement.
    pub once: bool,
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut start = 0;
    let all = tokenize(text).map(|token| {
        let from = start;
        start += token.len as usize;
        Token { kind: token.kind, text: text.get(from..start).unwrap_or_default(), start: from }
    });
    let blank = |kind: &TokenKind| {
        matches!(kind, TokenKind::Whitespace | TokenKind::LineComment | TokenKind::BlockComment { .. } | TokenKind::Eof)
    };
    all.filter(|token| !blank(&token.kind)).collect()
}

fn is_name(token: &Token<'_>) -> bool {
    matches!(token.kind, TokenKind::Ident | TokenKind::QuotedIdent { .. })
}

fn unquoted(token: &Token<'_>) -> String {
    token.text.trim_matches('"').to_owned()
}

/// Words before a parenthesis that are no functions.
const NO_FUNCTIONS: &[&str] = &[
    "in", "any", "all", "some", "exists", "select", "and", "or", "not", "values", "array", "row", "over", "filter",
    "as", "when", "then", "else", "from", "where", "on", "using", "by", "union", "with", "varchar", "numeric", "is",
    "case",
];

/// The function calls of an expression.
pub fn calls(text: &str) -> Vec<Call> {
    let tokens = tokens(text);
    let mut found = Vec::new();
    // for each open parenthesis: is it a SELECT without FROM; those around the whole are not written
    let mut groups: Vec<bool> = vec![is_constant(&tokens)];
    for (position, token) in tokens.iter().enumerate() {
        match token.kind {
            TokenKind::OpenParen => {
                if let Some(name) = function_before(&tokens, position) {
                    let close = closing(&tokens, position);
                    let end = tokens.get(close).map_or(text.len(), |token| token.start);
                    let arguments = text.get(token.start + 1..end).unwrap_or_default().trim().to_owned();
                    found.push(Call { name, arguments, once: groups.contains(&true) });
                }
                groups.push(is_constant_select(&tokens, position));
            }
            TokenKind::CloseParen => drop(groups.pop()),
            _ => {}
        }
    }
    found
}

fn function_before(tokens: &[Token<'_>], open: usize) -> Option<String> {
    let (name, before) = tokens.get(..open)?.split_last()?;
    if !is_name(name) || NO_FUNCTIONS.contains(&name.text.to_ascii_lowercase().as_str()) {
        return None;
    }
    Some(match before {
        [.., schema, dot] if dot.kind == TokenKind::Dot && is_name(schema) => {
            format!("{}.{}", unquoted(schema), unquoted(name))
        }
        _ => unquoted(name),
    })
}

fn closing(tokens: &[Token<'_>], open: usize) -> usize {
    let mut depth = 0_usize;
    for (position, token) in tokens.iter().enumerate().skip(open) {
        match token.kind {
            TokenKind::OpenParen => depth += 1,
            TokenKind::CloseParen if depth == 1 => return position,
            TokenKind::CloseParen => depth -= 1,
            _ => {}
        }
    }
    tokens.len()
}

/// What stands in the parentheses; to the end, where nothing closes them.
fn inside<'t, 's>(tokens: &'t [Token<'s>], open: usize) -> &'t [Token<'s>] {
    tokens.get(open + 1..closing(tokens, open)).unwrap_or_default()
}

fn is_constant_select(tokens: &[Token<'_>], open: usize) -> bool {
    is_constant(inside(tokens, open))
}

/// `SELECT …` without FROM
fn is_constant(tokens: &[Token<'_>]) -> bool {
    let starts = tokens.first().is_some_and(|token| token.text.eq_ignore_ascii_case("select"));
    starts && !top_words(tokens).iter().any(|word| word == "from")
}

/// Bare words outside of inner parentheses.
fn top_words(tokens: &[Token<'_>]) -> Vec<String> {
    let mut depth = 0_usize;
    let mut words = Vec::new();
    for token in tokens {
        match token.kind {
            TokenKind::OpenParen => depth += 1,
            TokenKind::CloseParen => depth = depth.saturating_sub(1),
            TokenKind::Ident if depth == 0 => words.push(token.text.to_ascii_lowercase()),
            _ => {}
        }
    }
    words
}

/// The expression names this column; a key word that happens to be its name is not meant.
pub fn mentions(text: &str, name: &str) -> bool {
    let plain = quote_identifier(name) == name;
    let found = tokens(text).into_iter().filter(is_name);
    found.into_iter().any(|token| {
        if token.text.starts_with('"') { token.text.trim_matches('"') == name } else { plain && token.text == name }
    })
}

/// The relations after FROM and JOIN, with their schemas.
pub fn relations(text: &str) -> Vec<(String, String)> {
    let tokens = tokens(text);
    let leads = |token: &Token<'_>| matches!(token.text.to_ascii_lowercase().as_str(), "from" | "join");
    let leading = tokens.iter().enumerate().filter(|(_, token)| leads(token));
    leading.filter_map(|(position, _)| first_relation(tokens.get(position + 1..)?)).collect()
}

fn first_relation(tokens: &[Token<'_>]) -> Option<(String, String)> {
    // FROM ((a JOIN b …: the first name is inside
    let start = tokens.iter().position(|token| token.kind != TokenKind::OpenParen)?;
    let [schema, dot, name, ..] = tokens.get(start..)? else { return None };
    let named = is_name(schema) && dot.kind == TokenKind::Dot && is_name(name);
    named.then(|| (unquoted(schema), unquoted(name)))
}

/// A subquery reads this column of the relation, under its name or another that the query gives it.
pub fn reads_column(text: &str, (schema, table): (&str, &str), column: &str) -> bool {
    let tokens = tokens(text);
    let words: Vec<String> = tokens.iter().map(unquoted).collect();
    let ends = ["where", "join", "on", "left", "inner", "cross", "group", "order", "limit", "union", "using"];
    let known = words
        .array_windows()
        .enumerate()
        .filter(|(_, [owner, dot, name])| owner == schema && dot == "." && name == table);
    let aliases = known.map(|(at, _)| {
        let next = words.get(at + 3).zip(tokens.get(at + 3)).filter(|(_, token)| is_name(token));
        next.map(|(word, _)| word.as_str()).filter(|word| !ends.contains(&word.to_ascii_lowercase().as_str()))
    });
    let aliases: Vec<&str> = aliases.map(|alias| alias.unwrap_or(table)).collect();
    words.array_windows().any(|[owner, dot, name]| dot == "." && name == column && aliases.contains(&owner.as_str()))
}

/// Whatever the row and the caller: `true`, `1 = 1`, `'a' = 'a'`.
pub fn is_always_true(text: &str) -> bool {
    // an OR may stand inside of parentheses as well, where it decides nothing
    let parts = alternatives(text);
    if parts.len() > 1 {
        return parts.iter().any(|part| is_always_true(part));
    }
    let tokens = tokens(text);
    let words: Vec<&str> = tokens.iter().map(|token| token.text).collect();
    let mut sides = words.splitn(2, |word| *word == "=");
    match (sides.next(), sides.next()) {
        (Some(left), Some(right)) => left == right && !tokens.iter().any(|token| token.kind == TokenKind::Dot),
        _ => matches!(words.as_slice(), [word] if word.eq_ignore_ascii_case("true")),
    }
}

/// The parts of `a OR b`, without the parentheses around each.
pub fn alternatives(text: &str) -> Vec<String> {
    split(text, "or")
}

/// The parts of `a AND b`.
pub fn conditions(text: &str) -> Vec<String> {
    split(text, "and")
}

fn split(text: &str, word: &str) -> Vec<String> {
    let tokens = tokens(text);
    let (mut parts, mut depth, mut start) = (Vec::new(), 0_usize, 0);
    for token in &tokens {
        match token.kind {
            TokenKind::OpenParen => depth += 1,
            TokenKind::CloseParen => depth = depth.saturating_sub(1),
            TokenKind::Ident if depth == 0 && token.text.eq_ignore_ascii_case(word) => {
                parts.push(bare(text.get(start..token.start).unwrap_or_default()));
                start = token.start + token.text.len();
            }
            _ => {}
        }
    }
    parts.push(bare(text.get(start..).unwrap_or_default()));
    parts
}

/// Without the parentheses around the whole of it.
pub fn bare(text: &str) -> String {
    let text = text.trim();
    let found = tokens(text);
    let whole =
        found.first().is_some_and(|token| token.kind == TokenKind::OpenParen) && closing(&found, 0) + 1 == found.len();
    let inside = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).filter(|_| whole);
    inside.map_or_else(|| text.to_owned(), bare)
}

/// The text of the string literal that an expression begins with: `'app.user'::text, true`.
pub fn literal(text: &str) -> Option<String> {
    let first = tokens(text).into_iter().next()?;
    let inner = first.text.strip_prefix('\'')?.strip_suffix('\'')?;
    matches!(first.kind, TokenKind::Literal { .. }).then(|| inner.replace("''", "'"))
}

/// With `( SELECT f() AS f)` as `f()`: the same question, asked once.
pub fn unwrapped(text: &str) -> String {
    let found = tokens(text);
    let mut opening = found.iter().enumerate().filter(|(_, token)| token.kind == TokenKind::OpenParen);
    let Some((open, bracket)) = opening.find(|(at, _)| is_constant_select(&found, *at)) else { return text.to_owned() };
    let before = text.get(..bracket.start).unwrap_or_default();
    let close = found.get(closing(&found, open)).map_or(text.len(), |token| token.start);
    let select = inside(&found, open);
    let alias = select.iter().rfind(|token| token.text.eq_ignore_ascii_case("as"));
    let start = select.first().map_or(close, |word| word.start + word.text.len());
    let inner = text.get(start..alias.map_or(close, |word| word.start)).unwrap_or_default();
    let rest = text.get(close..).and_then(|rest| rest.strip_prefix(')')).unwrap_or_default();
    unwrapped(&format!("{before}{}{rest}", inner.trim()))
}

/// Comparisons `a = a` of one column with itself.
pub fn compares_with_itself(text: &str) -> Option<String> {
    let tokens = tokens(text);
    tokens.array_windows().find_map(|[table, dot, column, equals, other_table, other_dot, other_column]| {
        let compared = dot.text == "." && equals.text == "=" && other_dot.text == ".";
        let same = table.text == other_table.text && column.text == other_column.text;
        (compared && same && is_name(table) && is_name(column)).then(|| format!("{}.{}", table.text, column.text))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_calls() {
        let found = calls("(user_id = ( SELECT auth.uid() AS uid)) AND app.f(team_id) AND auth.uid() IN (SELECT 1)");
        let names: Vec<_> = found.iter().map(|call| (call.name.as_str(), call.arguments.as_str(), call.once)).collect();
        assert_eq!(names, [("auth.uid", "", true), ("app.f", "team_id", false), ("auth.uid", "", false)]);
        let whole = calls("SELECT private.is_admin() AS is_admin");
        assert!(whole.len() == 1 && whole[0].once);
        assert!(!calls("SELECT app.f() FROM app.m")[0].once);
        assert!(mentions("SELECT \"select\" FROM t", "select") && !mentions("SELECT a FROM t", "select"));
        let inner = calls("EXISTS ( SELECT 1 FROM app.m WHERE (m.u = auth.uid()))");
        assert_eq!(inner.len(), 1);
        assert!(!inner[0].once);
    }

    #[test]
    fn knows_what_is_true() {
        for text in ["true", "1 = 1", "'a'::text = 'a'::text", "(a = 1) OR true"] {
            assert!(is_always_true(text), "{text}");
        }
        for text in ["false", "a = 1", "t.a = t.a", "(a = 1) OR (b = 2)", "((a = 1) OR true) AND (b = 2)"] {
            assert!(!is_always_true(text), "{text}");
        }
    }

    #[test]
    fn finds_relations_and_self_comparisons() {
        let text = "x IN ( SELECT m.a FROM (app.m JOIN \"B\".n ON ((m.a = m.a))))";
        assert_eq!(relations(text), [("app".to_owned(), "m".to_owned()), ("B".to_owned(), "n".to_owned())]);
        assert_eq!(compares_with_itself(text), Some("m.a".to_owned()));
        assert_eq!(compares_with_itself("(a.x = b.x)"), None);
        assert_eq!(bare("((a) or (b))"), "(a) or (b)");
        assert_eq!(
            unwrapped("(a = ( SELECT auth.uid() AS uid)) AND (b = ( SELECT f(1)))"),
            "(a = auth.uid()) AND (b = f(1))"
        );
        assert_eq!(unwrapped("a IN ( SELECT m.a FROM app.m)"), "a IN ( SELECT m.a FROM app.m)");
        assert_eq!(literal("'app.user''s'::text, true").as_deref(), Some("app.user's"));
        assert_eq!(literal("name, 'x'"), None);
        let text = "EXISTS ( SELECT FROM app.people p JOIN app.teams ON ((p.team = teams.id)) WHERE (p.is_admin AND teams.open))";
        for (relation, column, reads) in
            [("people", "is_admin", true), ("teams", "open", true), ("teams", "is_admin", false)]
        {
            assert_eq!(reads_column(text, ("app", relation), column), reads, "{relation}.{column}");
        }
        assert_eq!(conditions("(a = 1) AND (b = 2)"), ["a = 1", "b = 2"]);
    }
}
