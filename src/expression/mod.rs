//! SQL fragments of a model, parsed offline. The only layer that knows the SQL parser.

use crate::source::Span;

/// One SQL expression over the columns of one row and the caller.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Expression {
    /// As the author wrote it, trimmed.
    pub sql: String,
    /// Where.
    pub span: Span,
    /// Every use of a column of the row: the bytes of `sql` that name it (with its qualifier, if any) and the column.
    pub columns: Vec<ColumnUse>,
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

impl Expression {
    /// The expression with every column of the row qualified: `status = 'x'` becomes `t.status = 'x'`.
    /// `qualifier` is SQL already (quoted where needed).
    pub fn qualified(&self, qualifier: &str) -> String {
        let mut text = String::with_capacity(self.sql.len() + 16);
        let mut position = 0;
        for used in &self.columns {
            text.push_str(&self.sql[position..used.start]);
            text.push_str(qualifier);
            text.push('.');
            text.push_str(&crate::catalog::quote_identifier(&used.column));
            position = used.end;
        }
        text.push_str(&self.sql[position..]);
        text
    }
}
