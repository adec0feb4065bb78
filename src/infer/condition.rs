//! What a policy's condition says, as far as it can be told for certain: which column is compared with whom.

use super::query::{Query, after, call_of, last_name, unnamed};
use super::recognise::refers;
use super::select::{without_select, without_selects};
use super::text::{Kind, Token, bare, closing, source, split, tokens};
use crate::catalog::{QualifiedName, Table};

/// One part of a condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// `true`
    Always,
    /// A column is the caller's id.
    Caller {
        /// The column.
        column: String,
        /// SQL that gives the id.
        id: String,
        /// It stands in a sub-select, so that it is evaluated once a statement.
        once: bool,
    },
    /// A column is a key of rows that another table has.
    Parent(Parent),
    /// A column is among what a function returns, or a function is called with it.
    Function {
        /// The column.
        column: String,
        /// The call.
        lookup: Lookup,
    },
    /// Something about the row alone.
    Row(String),
    /// Something about the caller alone.
    Condition(String),
    /// None of these.
    Other(String),
}

/// A call of a function that looks something up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lookup {
    /// The function.
    pub function: QualifiedName,
    /// What it is called with; nothing for what belongs to the row.
    pub arguments: Vec<Option<String>>,
    /// Which argument is the row's column, where it is called row by row.
    pub place: Option<usize>,
    /// The arguments besides the column, as they stand there.
    pub others: String,
}

/// A column is a key of rows that another table has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parent {
    /// The column.
    pub column: String,
    /// The other table.
    pub table: QualifiedName,
    /// Its column.
    pub key: String,
    /// What the query calls it, where not by its own name.
    pub alias: Option<String>,
    /// The other conditions on its rows.
    pub condition: String,
    /// How it is written: `in`, `exists`, `= any (array(…))`.
    pub form: &'static str,
}

/// The parts of a condition, all of which must hold, for each of the alternatives that it has.
pub fn alternatives(sql: &str, table: &Table) -> Vec<Vec<Part>> {
    let all = tokens(sql);
    split(bare(&all), "or").into_iter().map(|branch| conjuncts(sql, branch, table)).collect()
}

fn conjuncts(sql: &str, branch: &[Token<'_>], table: &Table) -> Vec<Part> {
    match split(bare(branch), "and").as_slice() {
        [only] => vec![part(sql, only, table)],
        parts => parts.iter().flat_map(|inner| conjuncts(sql, inner, table)).collect(),
    }
}

fn part(sql: &str, tokens: &[Token<'_>], table: &Table) -> Part {
    let tokens = bare(tokens);
    let text = source(sql, tokens).to_owned();
    let row = Row { table, sql };
    if let [only] = tokens
        && only.is("true")
    {
        return Part::Always;
    }
    let known =
        row.equality(tokens).or_else(|| row.member(tokens)).or_else(|| row.exists(tokens)).or_else(|| row.call(tokens));
    known.unwrap_or_else(|| row.plain(tokens, text))
}

/// The row that a condition is about.
struct Row<'a> {
    table: &'a Table,
    sql: &'a str,
}

impl Row<'_> {
    /// The column that tokens name, with or without the table before it; a cast is passed over.
    fn column(&self, tokens: &[Token<'_>]) -> Option<String> {
        let tokens = uncast(tokens);
        let last = match tokens {
            [name] => name,
            [table, dot, name] if dot.text == "." && self.is_own(table) => name,
            _ => return None,
        };
        let name = last.name()?;
        self.table.columns.iter().any(|column| column.name == name).then_some(name)
    }

    /// The row's own table.
    fn is_own(&self, token: &Token<'_>) -> bool {
        token.name().as_ref() == Some(&self.table.name.name)
    }

    /// Some column of the row is named.
    fn names_column(&self, tokens: &[Token<'_>]) -> bool {
        tokens.iter().enumerate().any(|(index, token)| {
            let called = tokens.get(index + 1).is_some_and(|next| matches!(next.text, "(" | "."));
            let own = match tokens.get(..index) {
                Some([.., table, dot]) if dot.text == "." => self.is_own(table),
                Some([dot]) => dot.text != ".",
                _ => true,
            };
            own && !called && self.column(std::slice::from_ref(token)).is_some()
        })
    }

    /// `column = the caller`, either way round, or `column = any (array(select …))`.
    fn equality(&self, tokens: &[Token<'_>]) -> Option<Part> {
        let [left, right] = split(tokens, "=")[..] else { return None };
        let (column, other) = match (self.column(left), self.column(right)) {
            (Some(column), None) => (column, right),
            (None, Some(column)) => (column, left),
            _ => return None,
        };
        if let Some(array) = after(other, "any") {
            return self.any(column, array);
        }
        // what a token says besides is nobody's id, unless it is a key
        let tells = other.iter().any(|token| ["->", "->>", "#>", "#>>"].contains(&token.text));
        let (id, once) = self.caller(other).filter(|_| !tells || refers(self.table, &column))?;
        Some(Part::Caller { column, id, once })
    }

    /// SQL about the caller alone that is evaluated anew for each, with or without a sub-select around it.
    fn caller(&self, tokens: &[Token<'_>]) -> Option<(String, bool)> {
        let selected = after(bare(uncast(tokens)), "select").map(unnamed);
        let value = bare(selected.unwrap_or(tokens));
        let calls = value.array_windows().any(|[word, open]| word.kind == Kind::Word && open.text == "(");
        let known = calls && !value.iter().any(|token| token.is("from")) && !self.names_column(value);
        known.then(|| (source(self.sql, value).to_owned(), selected.is_some()))
    }

    fn any(&self, column: String, tokens: &[Token<'_>]) -> Option<Part> {
        self.among(column, bare(after(bare(tokens), "array")?), "= any (array(…))")
    }

    /// `column in (select …)`
    fn member(&self, tokens: &[Token<'_>]) -> Option<Part> {
        let [left, right] = split(tokens, "in")[..] else { return None };
        self.among(self.column(left)?, bare(right), "in")
    }

    /// A sub-select of keys, of a table's rows or of what a function returns.
    fn among(&self, column: String, select: &[Token<'_>], form: &'static str) -> Option<Part> {
        let rest = after(select, "select")?;
        if let Some(query) = Query::parse(rest) {
            let key = last_name(query.output)?;
            let condition = source(self.sql, query.condition).to_owned();
            let alias = query.renamed();
            return Some(Part::Parent(Parent { column, table: query.table, key, alias, condition, form }));
        }
        let (function, inside) = call_of(bare(unnamed(rest)))?;
        Some(Part::Function { column, lookup: self.lookup(function, inside, None) })
    }

    /// `exists (select … from parent where parent.key = row.column and …)`
    fn exists(&self, tokens: &[Token<'_>]) -> Option<Part> {
        let query = Query::parse(after(bare(after(tokens, "exists")?), "select")?)?;
        let parts = split(bare(query.condition), "and");
        let (link, found) =
            parts.iter().enumerate().find_map(|(index, part)| Some((index, self.link(&query, part)?)))?;
        let others: Vec<&str> = parts
            .iter()
            .enumerate()
            .filter(|(index, _)| *index != link)
            .map(|(_, part)| source(self.sql, part))
            .collect();
        let (column, key) = found;
        let condition = others.join(" AND ");
        let alias = query.renamed();
        Some(Part::Parent(Parent { column, table: query.table, key, alias, condition, form: "exists" }))
    }

    /// `parent.key = row.column`, either way round: the row's column and the parent's.
    fn link(&self, query: &Query<'_, '_>, tokens: &[Token<'_>]) -> Option<(String, String)> {
        let [left, right] = split(bare(tokens), "=")[..] else { return None };
        let own = |side: &[Token<'_>]| {
            let side = uncast(side);
            matches!(side, [_, dot, _] if dot.text == ".").then(|| self.column(side)).flatten()
        };
        let theirs = |side: &[Token<'_>]| match uncast(side) {
            [alias, dot, key] if dot.text == "." && alias.name().as_ref() == Some(&query.alias) => key.name(),
            _ => None,
        };
        own(left).zip(theirs(right)).or_else(|| own(right).zip(theirs(left)))
    }

    /// `f(column)`
    fn call(&self, tokens: &[Token<'_>]) -> Option<Part> {
        let inner = after(tokens, "select").map_or(tokens, unnamed);
        let (function, inside) = call_of(bare(inner))?;
        let mut arguments = split(inside, ",").into_iter().enumerate();
        let (index, column) = arguments.find_map(|(index, argument)| Some((index, self.column(argument)?)))?;
        Some(Part::Function { column, lookup: self.lookup(function, inside, Some(index)) })
    }

    fn lookup(&self, function: QualifiedName, inside: &[Token<'_>], place: Option<usize>) -> Lookup {
        let all: Vec<&[Token<'_>]> = split(inside, ",").into_iter().filter(|argument| !argument.is_empty()).collect();
        let text = |argument: &[Token<'_>]| source(self.sql, argument).to_owned();
        let others = all.iter().enumerate().filter(|(index, _)| Some(*index) != place);
        let others: Vec<String> = others.map(|(_, argument)| text(argument)).collect();
        let arguments = all.iter().map(|argument| (!self.names_column(argument)).then(|| text(argument)));
        Lookup { function, arguments: arguments.collect(), place, others: others.join(", ") }
    }

    fn plain(&self, tokens: &[Token<'_>], text: String) -> Part {
        let selects = tokens.iter().any(|token| token.is("from"));
        match (selects, self.names_column(tokens), asks_caller(tokens)) {
            (false, true, _) => without_selects(tokens, self.sql).map_or(Part::Other(text), Part::Row),
            (_, false, _) => {
                let bare = without_select(tokens, self.sql).or_else(|| without_selects(tokens, self.sql));
                Part::Condition(bare.unwrap_or(text))
            }
            _ => Part::Other(text),
        }
    }
}

/// The session is asked who is calling.
fn asks_caller(tokens: &[Token<'_>]) -> bool {
    let words = ["uid", "jwt", "role", "email", "current_setting", "current_user", "session_user"];
    tokens.array_windows().any(|[name, open]| words.iter().any(|word| name.is(word)) && open.text == "(")
        || tokens.iter().any(|token| token.is("current_user") || token.is("session_user"))
}

/// Without a cast behind: `(x)::text`.
pub(super) fn uncast<'t, 's>(tokens: &'t [Token<'s>]) -> &'t [Token<'s>] {
    let tokens = bare(tokens);
    let cast = tokens.iter().position(|token| token.text == "::");
    let Some(value) = cast.and_then(|index| tokens.get(..index)) else { return tokens };
    match value {
        [open, ..] if open.text == "(" => {
            let whole = closing(tokens, 0) + 1 == value.len();
            if whole { bare(value) } else { tokens }
        }
        [_] => value,
        [_, dot, _] if dot.text == "." => value,
        _ => tokens,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Column;

    fn table() -> Table {
        let column = |name: &str| Column { name: name.to_owned(), ..Column::default() };
        Table {
            name: QualifiedName::new("public", "tasks"),
            columns: ["id", "user_id", "project_id", "status"].map(column).into(),
            ..Table::default()
        }
    }

    fn parts(sql: &str) -> Vec<Vec<Part>> {
        alternatives(sql, &table())
    }

    #[test]
    fn the_caller_in_every_spelling() {
        let id = |sql: &str, once| vec![vec![Part::Caller { column: "user_id".into(), id: sql.into(), once }]];
        assert_eq!(parts("(user_id = auth.uid())"), id("auth.uid()", false));
        assert_eq!(parts("(( SELECT auth.uid() AS uid) = user_id)"), id("auth.uid()", true));
        assert_eq!(parts("(tasks.user_id = public.me())"), id("public.me()", false));
        let setting = "(NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid";
        assert_eq!(parts(&format!("(user_id = {setting})")), id(setting, false));
        assert_eq!(parts(&format!("(user_id = ( SELECT {setting} AS \"nullif\"))")), id(setting, true));
    }

    #[test]
    fn parents_by_in_exists_and_any() {
        let found = |form| {
            vec![vec![Part::Parent(Parent {
                column: "project_id".into(),
                table: QualifiedName::new("public", "projects"),
                key: "id".into(),
                alias: Some("p".into()),
                condition: "(p.owner = auth.uid())".into(),
                form,
            })]]
        };
        let select = "SELECT p.id FROM public.projects p WHERE (p.owner = auth.uid())";
        let inner = |form: &'static str| {
            let mut wanted = found(form);
            if let Part::Parent(parent) = &mut wanted[0][0] {
                parent.condition = "p.owner = auth.uid()".into();
            }
            wanted
        };
        assert_eq!(parts(&format!("(project_id IN ( {select}))")), inner("in"));
        assert_eq!(parts(&format!("(project_id = ANY (ARRAY( {select})))")), inner("= any (array(…))"));
        let exists =
            "(EXISTS ( SELECT 1 FROM public.projects p WHERE ((p.id = tasks.project_id) AND (p.owner = auth.uid()))))";
        assert_eq!(parts(exists), found("exists"));
    }

    #[test]
    fn functions_rows_and_alternatives() {
        let by_row = |by_row: bool| Part::Function {
            column: "project_id".into(),
            lookup: Lookup {
                function: QualifiedName::new("private", "ids"),
                arguments: if by_row { vec![None] } else { Vec::new() },
                place: by_row.then_some(0),
                others: String::new(),
            },
        };
        assert_eq!(parts("(project_id = ANY (ARRAY( SELECT private.ids() AS ids)))"), vec![vec![by_row(false)]]);
        assert_eq!(parts("private.ids(project_id)"), vec![vec![by_row(true)]]);
        let status = Part::Row("status = 'open'::text".into());
        let found = parts("(((status = 'open'::text) AND private.ids(project_id)) OR true)");
        assert_eq!(found, vec![vec![status, by_row(true)], vec![Part::Always]]);
        let row = |sql: &str| vec![vec![Part::Row(sql.to_owned())]];
        assert_eq!(
            parts("(status = (( SELECT auth.jwt() AS jwt) ->> 'email'::text))"),
            row("status = (auth.jwt() ->> 'email'::text)")
        );
        let nested = "(COALESCE(status, ( SELECT lower(( SELECT auth.email() AS email)) AS lower)) = ( SELECT 'x'::text AS text))";
        assert_eq!(parts(nested), row("COALESCE(status, lower(auth.email())) = ( 'x'::text)"));
        let list = "(lower(status) = ANY (ARRAY( SELECT private.names(auth.uid()) AS names)))";
        assert_eq!(
            parts(list),
            vec![vec![Part::Other(list.trim_start_matches('(').strip_suffix(')').unwrap().to_owned())]]
        );
        let limited = "(lower(status) = ( SELECT auth.email() AS email LIMIT 1))";
        assert_eq!(parts(limited), vec![vec![Part::Other(limited.trim_matches(['(', ')']).to_owned() + ")")]]);
        assert_eq!(
            parts("( SELECT private.is_staff() AS is_staff)"),
            vec![vec![Part::Condition("private.is_staff()".into())]]
        );
    }
}
