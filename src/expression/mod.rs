//! SQL fragments of a model, parsed offline. The only layer that knows the SQL parser.

mod aggregate;
mod arguments;
mod body;
mod built_in;
mod built_in_functions;
mod calls;
mod compare;
mod edits;
mod formula;
mod formula_tokens;
mod fragment;
mod grouping;
mod immutable;
mod instead;
mod key;
mod kind;
mod known;
mod limits;
mod literal;
mod looked_up;
mod modifiers;
mod moment;
mod names;
mod once;
mod operators;
mod outputs;
mod place;
mod query;
mod results;
mod side;
mod slips;
mod sources;
mod types;
mod walk;
mod words;

pub use arguments::Signature;
pub use body::{
    NameUse, calls_of, counted_calls_of, end_of_transaction, relations_of, statements_of, types_of, with_calls,
};
pub(crate) use built_in::ambiguous;
pub use formula::{Answer, Formula};
pub use key::Key;
pub use kind::Kind;
pub use known::Bringer;
pub use literal::{instead, misfits, overflows};
pub use looked_up::{Resolved, looked_up_of};
pub use names::{DEEPEST_DOMAIN, Names, TypeKind, suggestion};
pub use operators::Brought;
pub use place::place;
pub use query::Query;
pub use side::Gives;
pub use types::{DataType, TypeError, parse_type};
pub(crate) use types::{EXTENSION_TYPES, TYPELESS_EXTENSIONS};

use crate::catalog::QualifiedName;
use crate::diagnostics::Diagnostic;
use crate::source::Span;
use std::ops::Range;

/// One SQL expression over the columns of one row and the caller.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Expression {
    /// As the author wrote it, trimmed, with the model's functions, types and tables qualified by their schema.
    pub sql: String,
    /// Where.
    pub span: Span,
    /// Every use of a column of the row: the bytes of `sql` that name it (with its qualifier, if any) and the column.
    pub columns: Vec<ColumnUse>,
    /// Calls that ask who is calling or what the session says, and nothing of the row: bytes of `sql`, in order.
    pub asked_once: Vec<Range<usize>>,
    /// Columns that must be what the caller's token, or the session, says: rows are looked up by them.
    pub compared: Vec<String>,
    /// Functions of the model that it calls.
    pub functions: Vec<QualifiedName>,
    /// Tables and views of the model that it reads in subqueries, and sequences and relations that it looks up by their names.
    pub relations: Vec<QualifiedName>,
    /// The same from what generated columns are computed of, where it uses any.
    pub inlined: Option<Box<Expression>>,
    /// What it gives, as far as that is certain.
    pub gives: Gives,
}

/// A use of a column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ColumnUse {
    /// First byte in the expression's text.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// The column's name, unquoted.
    pub column: String,
}

/// What an expression may name.
#[derive(Debug, Clone, Copy)]
pub struct Scope<'a> {
    /// Functions, types and tables of the model.
    pub names: &'a Names,
    /// Columns of the row; empty where there is no row.
    pub columns: &'a [String],
    /// What kind each of them is, as far as that is known.
    pub kinds: &'a [Kind],
    /// Those of them that extensions have operators for.
    pub brought: Option<&'a Brought>,
    /// What a column may be qualified with: the table's name, or `new` and `old` in a trigger.
    pub qualifiers: &'a [&'a str],
    /// Where it stands, for messages: `when`, `check`.
    pub place: &'a str,
    /// Subqueries are allowed.
    pub subqueries: bool,
}

impl Expression {
    /// Parses exactly one expression. What is wrong with it is said at its very token, as far as the place
    /// of the text lets one tell.
    pub fn parse(text: &str, span: Span, scope: &Scope<'_>) -> (Self, Vec<Diagnostic>) {
        match fragment::parse(text, span, scope.place) {
            Ok(fragment) => walk::resolve(&fragment, span, scope),
            Err(findings) => (Self { sql: text.trim().to_owned(), span, ..Self::default() }, findings),
        }
    }

    /// The expression with every column of the row qualified: `status = 'x'` becomes `t.status = 'x'`.
    /// `qualifier` is SQL already (quoted where needed).
    pub fn qualified(&self, qualifier: &str) -> String {
        replaced(&self.sql, self.columns(qualifier).collect())
    }

    /// The same, for a place where it is asked of many rows: `auth.jwt() ->> 'role' = 'x'` becomes
    /// `(select auth.jwt()) ->> 'role' = 'x'`. PostgreSQL asks a sub-select that needs nothing of the row once a
    /// statement, any other call for every row.
    pub fn qualified_for_rows(&self, qualifier: &str) -> String {
        let call = |range: &Range<usize>| self.sql.get(range.clone()).unwrap_or_default();
        let calls = self.asked_once.iter().map(|range| (range.clone(), format!("(select {})", call(range))));
        let mut pieces: Vec<_> = self.columns(qualifier).chain(calls).collect();
        pieces.sort_by_key(|(range, _)| range.start);
        replaced(&self.sql, pieces)
    }

    /// For `new` of a BEFORE trigger, in which generated columns are NULL: PostgreSQL computes them once those triggers have run
    /// (its manual, Generated Columns; measured on 15 and 18).
    pub fn before_generated(&self) -> &Self {
        self.inlined.as_deref().unwrap_or(self)
    }

    /// The text with some columns of the row replaced.
    pub fn with_columns(&self, replacement: impl Fn(&str) -> Option<String>) -> String {
        let pieces = self.columns.iter().filter_map(|used| Some((used.start..used.end, replacement(&used.column)?)));
        replaced(&self.sql, pieces.collect())
    }

    fn columns(&self, qualifier: &str) -> impl Iterator<Item = (Range<usize>, String)> {
        let name = move |column| format!("{qualifier}.{}", crate::catalog::quote_identifier(column));
        self.columns.iter().map(move |used| (used.start..used.end, name(&used.column)))
    }
}

/// The text with other text in place of some of it, in order.
fn replaced(sql: &str, pieces: Vec<(Range<usize>, String)>) -> String {
    let mut text = String::with_capacity(sql.len() + 16);
    let mut position = 0;
    for (range, replacement) in pieces {
        text.push_str(sql.get(position..range.start).unwrap_or_default());
        text.push_str(&replacement);
        position = range.end;
    }
    text.push_str(sql.get(position..).unwrap_or_default());
    text
}
