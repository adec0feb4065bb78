//! Conditions on columns as texts that can be compared, and the values that they name.

use super::text::{Kind, Token, bare, split, split_type, tokens};
use crate::catalog::{Catalog, Table, quote_literal};
use std::collections::BTreeSet;

/// The values that a column can have, where that is known, as SQL: of its enum, or of a check.
pub fn labels(catalog: &Catalog, table: &Table, column: &str) -> Vec<String> {
    let kind = table.columns.iter().find(|known| known.name == column).map(|known| known.data_type.as_str());
    let listed = catalog.enums.values().find(|found| Some(found.name.sql().as_str()) == kind);
    if let Some(found) = listed {
        return found.labels.iter().map(|label| quote_literal(label)).collect();
    }
    let checks = table.checks.values().filter(|check| !check.not_valid);
    let mut found = checks.filter_map(|check| listed_values(&tokens(&check.expression), table));
    found.find(|(name, _)| name == column).map(|(_, values)| values).unwrap_or_default()
}

/// `column = 'a'`, `column in ('a', 'b')`, `column = any (array['a', 'b'])`: the column and the values.
pub fn among(tokens: &[Token<'_>], table: &Table) -> Option<(String, BTreeSet<String>)> {
    listed_values(tokens, table).map(|(column, values)| (column, values.into_iter().collect()))
}

fn listed_values(all: &[Token<'_>], table: &Table) -> Option<(String, Vec<String>)> {
    let (left, right) = match (split(bare(all), "=").as_slice(), split(bare(all), "in").as_slice()) {
        ([left, [any, right @ ..]], _) if any.is("any") => (*left, right),
        ([left, right], _) | (_, [left, right]) => (*left, *right),
        _ => return None,
    };
    let (left, left_casts) = uncast(left);
    let name = match left {
        [name] => name.name()?,
        [owner, dot, name] if dot.text == "." && owner.name()? == table.name.name => name.name()?,
        _ => return None,
    };
    let kind = &table.columns.iter().find(|column| column.name == name)?.data_type;
    let (right, right_casts) = uncast(right);
    let (inside, listed) = match right {
        [word, open, inside @ .., _] if word.is("array") && open.text == "[" => (inside, true),
        plain => (plain, false),
    };
    let literal = |item: &&[Token<'_>]| match uncast(item) {
        ([value], casts) if value.kind == Kind::Text && harmless(&casts, kind) => Some(value.text.to_owned()),
        _ => None,
    };
    let values: Option<Vec<String>> = match (inside, right_casts.as_slice()) {
        // an array as one text
        ([value], [cast]) if !listed && value.kind == Kind::Text && cast.ends_with("[]") => elements(value.text),
        _ => split(inside, ",").iter().map(literal).collect(),
    };
    Some((name, values?)).filter(|_| harmless(&left_casts, kind) && harmless(&right_casts, kind))
}

/// The elements of `'{a,b}'`, where none of them is quoted.
fn elements(literal: &str) -> Option<Vec<String>> {
    let inner = literal.strip_prefix("'{")?.strip_suffix("}'")?;
    let plain =
        |item: &str| (!item.is_empty() && !item.contains(['"', '\\', '{', '\'', ' '])).then(|| format!("'{item}'"));
    inner.split(',').map(plain).collect()
}

/// A value without brackets and casts, and the types that it is cast to.
fn uncast<'t, 's>(tokens: &'t [Token<'s>]) -> (&'t [Token<'s>], Vec<String>) {
    let (mut value, mut casts) = (bare(tokens), Vec::new());
    loop {
        let parts = split(value, "::");
        let [inner, types @ ..] = parts.as_slice() else { return (value, casts) };
        if types.is_empty() {
            return (value, casts);
        }
        casts.extend(types.iter().map(|kind| joined(kind)));
        value = bare(inner);
    }
}

/// Casts that change nothing about which values of a column of this type are equal.
fn harmless(casts: &[String], kind: &str) -> bool {
    let kind = kind.replace(' ', "");
    let plain = |cast: &String| {
        let cast = cast.strip_suffix("[]").unwrap_or(cast);
        let base = cast.split('(').next().unwrap_or_default();
        let text = matches!(base, "text" | "charactervarying" | "varchar");
        cast == kind || text && !kind.ends_with("citext") && !kind.starts_with("character(") && kind != "bpchar"
    };
    casts.iter().all(plain)
}

fn joined(tokens: &[Token<'_>]) -> String {
    tokens.iter().map(|token| token.name().unwrap_or_else(|| token.text.to_owned())).collect()
}

/// SQL that does not depend on its layout, on the name that the table has in it, nor on casts of texts to the type of
/// the column that they are compared with.
pub fn normal(sql: &str, table: &Table) -> String {
    let all = tokens(sql);
    let own: BTreeSet<String> = table.columns.iter().map(|column| column.data_type.replace(' ', "")).collect();
    let is_own = |token: &Token<'_>| token.name().as_ref() == Some(&table.name.name);
    written(bare(&all), |before, rest| match (before, rest) {
        ([.., dot], _) if dot.text == "." => 0,
        (_, [owner, dot, ..]) if dot.text == "." && is_own(owner) => 2,
        ([.., literal], [cast, kind @ ..]) if literal.kind == Kind::Text && cast.text == "::" => {
            let (kind, _) = split_type(kind);
            if own.contains(&joined(kind)) { 1 + kind.len() } else { 0 }
        }
        _ => 0,
    })
}

/// SQL of the caller's id: what it is cast to is settled by what it is compared with.
pub fn without_casts(sql: &str) -> String {
    let all = tokens(sql);
    let cast = |_: &[Token<'_>], rest: &[Token<'_>]| match rest {
        [cast, kind @ ..] if cast.text == "::" => 1 + split_type(kind).0.len(),
        _ => 0,
    };
    let text = written(bare(&all), cast);
    let again = tokens(&text);
    written(bare(&again), |_, _| 0)
}

/// The tokens as text, but those that are skipped: so many of what follows, by what stands before.
fn written(tokens: &[Token<'_>], skipped: impl Fn(&[Token<'_>], &[Token<'_>]) -> usize) -> String {
    let (mut words, mut index) = (Vec::new(), 0);
    while let Some((before, rest)) = tokens.split_at_checked(index)
        && let [word, ..] = rest
    {
        let length = skipped(before, rest);
        if length == 0 {
            words.push(if word.kind == Kind::Word { word.text.to_ascii_lowercase() } else { word.text.to_owned() });
        }
        index += length.max(1);
    }
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{Column, QualifiedName};

    fn table() -> Table {
        let column =
            |(name, kind): (&str, &str)| Column { name: name.into(), data_type: kind.into(), ..Column::default() };
        Table {
            name: QualifiedName::new("public", "m"),
            columns: [("role", "text"), ("kind", "public.kind"), ("mail", "extensions.citext")].map(column).into(),
            ..Table::default()
        }
    }

    #[test]
    fn values_in_every_spelling() {
        let found = |sql: &str| among(&tokens(sql), &table());
        let values = |column: &str, values: &[&str]| {
            Some((column.to_owned(), values.iter().map(|value| format!("'{value}'")).collect::<BTreeSet<_>>()))
        };
        assert_eq!(found("(m.role = 'a'::text)"), values("role", &["a"]));
        assert_eq!(found("role in ('b', 'a')"), values("role", &["a", "b"]));
        assert_eq!(found("(kind = ANY (ARRAY['a'::public.kind, 'b'::public.kind]))"), values("kind", &["a", "b"]));
        assert_eq!(found("(kind = ANY ('{a,b}'::public.kind[]))"), values("kind", &["a", "b"]));
        assert_eq!(found("(kind = ANY ('{\"a,b\"}'::public.kind[]))"), None);
        assert_eq!(found("(m.kind)::text = any ((array['a']::text[]))"), values("kind", &["a"]));
        // a text tells case, this type does not
        assert_eq!(found("(mail)::text = 'a'::text"), None);
        assert_eq!(found("role = 'a'::extensions.citext"), None);
        assert_eq!(found("role <> 'a'"), None);
        assert_eq!(found("role = any (wanted)"), None);
    }

    #[test]
    fn texts_that_mean_the_same() {
        assert_eq!(normal("(m.role = 'A'::text)", &table()), normal("role = 'A'", &table()));
        assert_ne!(normal("role = 'A'", &table()), normal("role = 'a'", &table()));
        assert_ne!(normal("((a OR b) AND c)", &table()), normal("(a OR (b AND c))", &table()));
        assert_ne!(normal("x.role = 'A'", &table()), normal("role = 'A'", &table()));
        let setting = "(NULLIF(current_setting('app.id'::text, true), ''::text))::uuid";
        assert_eq!(without_casts(setting), without_casts("nullif(current_setting('app.id', true), '')::uuid"));
        assert_ne!(without_casts("auth.uid()"), without_casts("other.uid()"));
    }
}
