//! SQL fragments of a model, parsed offline. The only layer that knows the SQL parser.

mod body;
mod built_in;
mod formula;
mod formula_tokens;
mod fragment;
mod key;
mod limits;
mod names;
mod outputs;
mod place;
mod query;
mod results;
mod sources;
mod types;
mod walk;

pub use body::{RelationUse, calls_of, relations_of, statements_of};
pub(crate) use built_in::ambiguous;
pub use formula::{Answer, Formula};
pub use key::Key;
pub use names::{Names, TypeKind, suggestion};
pub use place::place;
pub use query::Query;
pub use types::{DataType, TypeError, parse_type};
pub(crate) use types::{EXTENSION_TYPES, TYPELESS_EXTENSIONS};

use crate::catalog::QualifiedName;
use crate::diagnostics::Diagnostic;
use crate::source::Span;

/// One SQL expression over the columns of one row and the caller.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Expression {
    /// As the author wrote it, trimmed, with the model's functions, types and tables qualified by their schema.
    pub sql: String,
    /// Where.
    pub span: Span,
    /// Every use of a column of the row: the bytes of `sql` that name it (with its qualifier, if any) and the column.
    pub columns: Vec<ColumnUse>,
    /// Functions of the model that it calls.
    pub functions: Vec<QualifiedName>,
    /// Tables and views of the model that it reads, in subqueries.
    pub relations: Vec<QualifiedName>,
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
        let mut text = String::with_capacity(self.sql.len() + 16);
        let mut position = 0;
        for used in &self.columns {
            text.push_str(self.sql.get(position..used.start).unwrap_or_default());
            text.push_str(qualifier);
            text.push('.');
            text.push_str(&crate::catalog::quote_identifier(&used.column));
            position = used.end;
        }
        text.push_str(self.sql.get(position..).unwrap_or_default());
        text
    }
}
