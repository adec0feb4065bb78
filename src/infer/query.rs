//! Sub-selects on one table, and calls.

use super::text::{Kind, Token, bare, closing, split};
use crate::catalog::QualifiedName;

/// A sub-select on one table.
pub struct Query<'t, 's> {
    /// What it gives.
    pub output: &'t [Token<'s>],
    /// Where it looks.
    pub table: QualifiedName,
    /// What it calls the table.
    pub alias: String,
    /// Which rows.
    pub condition: &'t [Token<'s>],
}

impl<'t, 's> Query<'t, 's> {
    /// Its alias, where it has one.
    pub fn renamed(&self) -> Option<String> {
        (self.alias != self.table.name).then(|| self.alias.clone())
    }

    /// What follows `select`, as a server prints it.
    pub fn parse(tokens: &'t [Token<'s>]) -> Option<Self> {
        Self::parse_with(tokens, &|_| None)
    }

    /// What follows `select`; a table without a schema is one that is `known`.
    pub fn parse_with(tokens: &'t [Token<'s>], known: &dyn Fn(&str) -> Option<QualifiedName>) -> Option<Self> {
        let [output, rest] = split(tokens, "from")[..] else { return None };
        let (from, condition) = match split(rest, "where")[..] {
            [from, condition] => (from, condition),
            [from] => (from, [].as_slice()),
            _ => return None,
        };
        let (table, alias) = named(bare(from), known)?;
        Some(Self { output: unnamed(output), table, alias, condition: bare(condition) })
    }
}

/// A call and what stands in its brackets.
pub fn call_of<'t, 's>(tokens: &'t [Token<'s>]) -> Option<(QualifiedName, &'t [Token<'s>])> {
    let open = tokens.iter().position(|token| token.text == "(")?;
    let name = match tokens.get(..open)? {
        [schema, dot, name] if dot.text == "." => QualifiedName::new(schema.name()?, name.name()?),
        [name] if name.kind != Kind::Text => QualifiedName::new("pg_catalog", name.name()?),
        _ => return None,
    };
    let close = closing(tokens, open);
    let closed = close + 1 == tokens.len() && tokens.get(close)?.text == ")";
    closed.then_some((name, tokens.get(open + 1..close)?))
}

/// What follows a word, where it is the first.
pub fn after<'t, 's>(tokens: &'t [Token<'s>], word: &str) -> Option<&'t [Token<'s>]> {
    match tokens {
        [first, rest @ ..] if first.is(word) => Some(rest),
        _ => None,
    }
}

/// Without `as name` behind.
pub fn unnamed<'t, 's>(tokens: &'t [Token<'s>]) -> &'t [Token<'s>] {
    match tokens {
        [value @ .., word, _] if word.is("as") => value,
        _ => tokens,
    }
}

/// The column that a select list of one gives.
pub fn last_name(tokens: &[Token<'_>]) -> Option<String> {
    match bare(tokens) {
        [name] => name.name(),
        [_, dot, name] if dot.text == "." => name.name(),
        _ => None,
    }
}

/// A table of a FROM list of one, and what it is called.
fn named(from: &[Token<'_>], known: &dyn Fn(&str) -> Option<QualifiedName>) -> Option<(QualifiedName, String)> {
    let (table, rest) = match from {
        [schema, dot, name, rest @ ..] if dot.text == "." => (QualifiedName::new(schema.name()?, name.name()?), rest),
        [name, rest @ ..] => (known(&name.name()?)?, rest),
        [] => return None,
    };
    let alias = match rest {
        [] => table.name.clone(),
        [alias] => alias.name()?,
        [word, alias] if word.is("as") => alias.name()?,
        _ => return None,
    };
    Some((table, alias))
}

#[cfg(test)]
mod tests {
    use super::super::text::tokens;
    use super::*;

    #[test]
    fn a_call_ends_with_its_bracket() {
        let called = |sql: &str| call_of(&tokens(sql)).map(|(name, inside)| (name.name, inside.len()));
        assert_eq!(called("app.f(a, b)"), Some(("f".to_owned(), 3)));
        assert_eq!(called("f()"), Some(("f".to_owned(), 0)));
        for open in ["f(", "f((", "f(a", "f(a) or b"] {
            assert_eq!(called(open), None, "{open}");
        }
    }
}
