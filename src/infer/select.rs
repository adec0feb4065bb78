//! Sub-selects of one value, which ask something once: a model leaves them out, the compiler writes them.

use super::pretty::pretty;
use super::query::{after, call_of, unnamed};
use super::text::{Token, bare, closing, source, split, tokens};

/// A condition as a model says it.
pub fn said(sql: &str) -> String {
    without_selects(&tokens(sql), sql).map_or_else(|| pretty(sql), |sql| pretty(&sql))
}

/// The text with `(x)`, or `f()`, for each `(select x as name)`: where a model says it, the compiler writes the sub-select. Nothing
/// where one says more.
pub(super) fn without_selects(tokens: &[Token<'_>], sql: &str) -> Option<String> {
    let mut cuts = Vec::new();
    for (open, [bracket, select]) in tokens.array_windows().enumerate() {
        if bracket.text == "(" && select.is("select") {
            // one value, and no list
            let before = open.checked_sub(1).and_then(|before| tokens.get(before));
            if before
                .is_some_and(|word| ["array", "any", "all", "some", "in", "exists"].iter().any(|list| word.is(list)))
            {
                return None;
            }
            let close = closing(tokens, open);
            let value = one_result(unnamed(tokens.get(open + 2..close)?))?;
            let needs_none = call_of(value).is_some() || bare(value).len() < value.len();
            let (begin, end) = if needs_none { (bracket.start, close + 1) } else { (select.start, close) };
            cuts.push((begin, value.first()?.start));
            cuts.push((value.last()?.end(), tokens.get(end.checked_sub(1)?)?.end()));
        }
    }
    cuts.sort_unstable();
    let (mut text, mut position) = (String::new(), tokens.first()?.start);
    for (start, end) in cuts {
        text.push_str(sql.get(position..start)?);
        position = end;
    }
    Some(text + sql.get(position..tokens.last()?.end())?)
}

/// A select list of one, with nothing behind.
fn one_result<'t, 's>(tokens: &'t [Token<'s>]) -> Option<&'t [Token<'s>]> {
    let more =
        ["all", "distinct", "where", "group", "having", "union", "intersect", "except", "order", "limit", "offset"];
    let alone = split(tokens, ",").len() == 1 && !more.iter().any(|word| split(tokens, word).len() > 1);
    alone.then_some(tokens)
}

/// `(select x as name)`: x.
pub(super) fn without_select(tokens: &[Token<'_>], sql: &str) -> Option<String> {
    let selected = after(bare(tokens), "select").filter(|rest| !rest.iter().any(|token| token.is("from")))?;
    Some(source(sql, bare(unnamed(selected))).to_owned())
}
