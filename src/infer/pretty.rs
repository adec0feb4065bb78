//! SQL as a person writes it, from how PostgreSQL prints it: key words small, no brackets that precedence makes
//! superfluous, no casts behind what is compared, `in` for `= ANY (ARRAY[…])`.
//!
//! It goes by tokens, not by a grammar, and may be wrong: whoever uses it lets a server print what came out and
//! compares that.

use super::brackets::unwrap;
use super::casts;
use super::text::{Kind, Lexeme, closing, source, tokens};
use std::ops::Range;

pub use crate::spec::lift::Spelling;

/// A token on its way.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    /// What is written.
    pub text: String,
    /// What it is.
    pub kind: Kind,
    /// The space before it.
    pub space: String,
}

impl Lexeme for Piece {
    fn text(&self) -> &str {
        &self.text
    }

    fn kind(&self) -> Kind {
        self.kind
    }
}

impl Piece {
    /// A word, whatever its case.
    pub fn is(&self, word: &str) -> bool {
        self.kind != Kind::Quoted && self.text.eq_ignore_ascii_case(word)
    }
}

/// Lines that are longer are broken where PostgreSQL breaks them.
const WIDTH: usize = 100;

/// The condition, as a person would write it.
pub fn pretty(sql: &str) -> String {
    expression(sql, Spelling::Short)
}

/// An expression.
pub fn expression(sql: &str, spelling: Spelling) -> String {
    if spelling == Spelling::Printed {
        return sql.to_owned();
    }
    let pieces = rewritten(sql, spelling);
    let line = written(&pieces, |_, _| " ".to_owned());
    let broken = pieces.iter().skip(1).any(|piece| piece.space.contains('\n'));
    if line.len() <= WIDTH || !broken {
        return line;
    }
    written(&pieces, |space, depth| match space.contains('\n') {
        true => format!("\n{}", "  ".repeat(depth)),
        false => " ".to_owned(),
    })
}

/// A query: its lines stay as they are.
pub fn query(sql: &str, spelling: Spelling) -> String {
    if spelling == Spelling::Printed {
        return sql.to_owned();
    }
    written(&rewritten(sql, spelling), |space, _| space.to_owned())
}

fn rewritten(sql: &str, spelling: Spelling) -> Vec<Piece> {
    let mut pieces = pieces(sql);
    pieces.iter_mut().for_each(small);
    if spelling == Spelling::Short {
        listed(&mut pieces);
        casts::drop_casts(&mut pieces);
    }
    unnamed(&mut pieces);
    unwrap(&mut pieces);
    pieces
}

fn pieces(sql: &str) -> Vec<Piece> {
    let mut end = 0;
    let piece = |token: super::text::Token<'_>| {
        let space = sql.get(end..token.start).unwrap_or_default().to_owned();
        end = token.end();
        Piece { text: token.text.to_owned(), kind: token.kind, space }
    };
    tokens(sql).into_iter().map(piece).collect()
}

/// PostgreSQL prints key words large, and quotes names that are not small.
fn small(piece: &mut Piece) {
    if piece.kind == Kind::Word {
        piece.text = piece.text.to_ascii_lowercase();
    }
    let like = match piece.text.as_str() {
        "~~" => "like",
        "~~*" => "ilike",
        "!~~" => "not like",
        "!~~*" => "not ilike",
        _ => return,
    };
    (piece.text, piece.kind) = (like.to_owned(), Kind::Word);
}

/// `= any (array[a, b])` is `in (a, b)`, and `<> all (array[a, b])` is `not in (a, b)`.
fn listed(pieces: &mut Vec<Piece>) {
    let mut index = 0;
    while let Some([sign, word, open, ..]) = pieces.get(index..) {
        let list = match (sign.text.as_str(), word.text.as_str(), open.text.as_str()) {
            ("=", "any", "(") => Some("in"),
            ("<>", "all", "(") => Some("not in"),
            _ => None,
        };
        if let Some(list) = list {
            to_list(pieces, index, list);
        }
        index += 1;
    }
}

fn to_list(pieces: &mut Vec<Piece>, index: usize, word: &str) {
    let Some((before, behind)) = around_elements(pieces, index + 2) else { return };
    pieces.drain(behind);
    pieces.drain(before);
    pieces.remove(index + 1);
    if let Some(sign) = pieces.get_mut(index) {
        (sign.text, sign.kind) = (word.to_owned(), Kind::Word);
    }
}

/// What stands around the elements of the one array in these brackets: `((array[` and `])::text[])`, both without the
/// brackets themselves.
fn around_elements(pieces: &[Piece], open: usize) -> Option<(Range<usize>, Range<usize>)> {
    let close = closing(pieces, open);
    let array = open + 1 + pieces.iter().skip(open + 1).take_while(|piece| piece.text == "(").count();
    let [word, bracket, ..] = pieces.get(array..)? else { return None };
    if !word.is("array") || bracket.text != "[" {
        return None;
    }
    let end = closing(pieces, array + 1);
    let casts = |piece: &Piece| {
        piece.text == ")" || piece.text == "::" || piece.kind != Kind::Sign || "[](.".contains(&piece.text)
    };
    pieces.get(end + 1..close)?.iter().all(casts).then_some((open + 1..array + 2, end..close))
}

/// A scalar sub-select needs no name for what it gives.
fn unnamed(pieces: &mut Vec<Piece>) {
    let mut index = 0;
    while let Some([open, select, ..]) = pieces.get(index..) {
        if open.text == "("
            && select.is("select")
            && let Some(name) = name_given(pieces, index)
        {
            pieces.drain(name);
        }
        index += 1;
    }
}

/// `as name` at the end of a scalar sub-select in these brackets.
fn name_given(pieces: &[Piece], open: usize) -> Option<Range<usize>> {
    let close = closing(pieces, open);
    let scalar = !pieces.get(open..close)?.iter().any(|piece| piece.is("from"));
    let start = close.checked_sub(2).filter(|start| *start > 0 && scalar)?;
    pieces.get(start)?.is("as").then_some(start..close)
}

/// The pieces as text; none stands off from the inside of a bracket.
fn written(pieces: &[Piece], space: impl Fn(&str, usize) -> String) -> String {
    let (mut text, mut depth) = (String::new(), 0_usize);
    for piece in pieces {
        let close = matches!(piece.text.as_str(), ")" | "]");
        depth = if close { depth.saturating_sub(1) } else { depth };
        let inside = (close || text.ends_with(['(', '['])) && !piece.space.contains('\n');
        if !(text.is_empty() || piece.space.is_empty() || inside) {
            text.push_str(&space(&piece.space, depth));
        }
        text.push_str(&piece.text);
        depth += usize::from(matches!(piece.text.as_str(), "(" | "["));
    }
    text
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
    fn what_is_never_closed_stays() {
        for open in ["a = any (array[)", "a <> all (array[(", "a = any (array["] {
            assert!(
                pretty(open).ends_with(open.trim_start_matches("a = any (").trim_start_matches("a <> all (")),
                "{open}"
            );
        }
    }

    #[test]
    fn as_a_person_writes_it() {
        let pairs = [
            ("((status = 'published'::text) AND (deleted_at IS NULL))", "status = 'published' and deleted_at is null"),
            ("(status = 'x'::public.kind)", "status = 'x'"),
            ("(kind = ANY (ARRAY['a'::text, 'b'::text]))", "kind in ('a', 'b')"),
            ("(kind <> ALL (ARRAY['a'::text, 'b'::text]))", "kind not in ('a', 'b')"),
            (
                "((kind)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]))",
                "kind in ('a', 'b')",
            ),
            ("((a OR (b AND c)) AND (NOT d))", "(a or b and c) and not d"),
            ("(to_tsvector('english'::regconfig, t) @@ q)", "to_tsvector('english'::regconfig, t) @@ q"),
            ("(at <= now())", "at <= now()"),
            ("is_public", "is_public"),
            ("(user_id = ( SELECT auth.uid() AS uid))", "user_id = (select auth.uid())"),
            (
                "((price >= (0)::numeric) AND (price < ('-1'::integer)::numeric))",
                "price >= 0 and price < ('-1'::integer)::numeric",
            ),
            ("((a + b) * c)", "(a + b) * c"),
            ("((a * b) + c)", "a * b + c"),
            ("(a - (b - c))", "a - (b - c)"),
            ("(NOT (a OR b))", "not (a or b)"),
            ("((NOT a) IS NULL)", "(not a) is null"),
            ("(f((a + b)) > (- c))", "f(a + b) > - c"),
            ("((x).y = ANY (z))", "(x).y = any (z)"),
            ("(((payload ->> 'kind'::text))::integer = 3)", "(payload ->> 'kind')::integer = 3"),
            ("((storage.foldername(name))[1] = x)", "(storage.foldername(name))[1] = x"),
            ("(name ~~ 'x%'::text)", "name like 'x%'"),
            ("\"Upper\" = 'NOT Touched'::text", "\"Upper\" = 'NOT Touched'"),
            ("(numeric(10,2) = a)", "numeric(10,2) = a"),
            ("(ROW(a, b) = ROW(c, d))", "row(a, b) = row(c, d)"),
            ("(tsrange(a, b) && (c)::tsrange)", "tsrange(a, b) && c::tsrange"),
        ];
        for (printed, written) in pairs {
            assert_eq!(pretty(printed), written);
        }
    }

    #[test]
    fn casts_stay_where_only_layout_is_wanted() {
        let plain = |sql: &str| expression(sql, Spelling::Plain);
        assert_eq!(plain("((status = 'x'::text) AND b)"), "status = 'x'::text and b");
        assert_eq!(plain("(kind = ANY (ARRAY['a'::text]))"), "kind = any (array['a'::text])");
        assert_eq!(expression("(A = 1)", Spelling::Printed), "(A = 1)");
    }

    #[test]
    fn what_is_long_keeps_its_lines() {
        let long = "(EXISTS ( SELECT 1\n   FROM public.documents d\n  WHERE ((d.id = comments.document_id) AND (d.published_at IS NOT NULL) AND (d.kind = 'x'::text))))";
        let lines = "exists (select 1\n  from public.documents d\n  where d.id = comments.document_id and d.published_at is not null and d.kind = 'x')";
        assert_eq!(pretty(long), lines);
        let view = "SELECT i.id,\n    c.name AS customer\n   FROM (public.invoices i\n     JOIN public.customers c ON ((c.id = i.customer_id)))";
        let query_lines = "select i.id,\n    c.name as customer\n   from public.invoices i\n     join public.customers c on c.id = i.customer_id";
        assert_eq!(query(view, Spelling::Short), query_lines);
    }
}
