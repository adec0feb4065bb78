//! All that is known once names and types are: what every later step looks things up in.

use super::columns::{Typed, unknown_table};
use super::draft::Draft;
use super::names::qualify;
use crate::catalog::QualifiedName;
use crate::diagnostics::Diagnostic;
use crate::expression::{Brought, Expression, Kind, Names, Scope};
use crate::model::{ColumnId, TableId};
use crate::source::Span;
use crate::spec::{Spec, Text};
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// Names, tables and types of a model.
pub(super) struct Scene<'a> {
    pub(super) spec: &'a Spec,
    pub(super) names: Names,
    pub(super) drafts: Vec<Draft<'a>>,
    pub(super) typed: Vec<Vec<Typed>>,
    /// Column names by table.
    pub(super) columns: Vec<Vec<String>>,
    pub(super) by_name: HashMap<QualifiedName, TableId>,
    /// Expressions without a row that were found to be right: `now()` stands in every table.
    pub(super) constants: Mutex<HashMap<String, Expression>>,
}

/// Columns that an expression may name.
#[derive(Clone, Copy, Default)]
pub(super) struct RowColumns<'a> {
    pub(super) names: &'a [String],
    pub(super) kinds: &'a [Kind],
    pub(super) brought: Option<&'a Brought>,
}

impl<'a> RowColumns<'a> {
    /// Of which no more is known than the names.
    pub(super) fn named(names: &'a [String]) -> Self {
        Self { names, ..Self::default() }
    }
}

impl<'a> Scene<'a> {
    /// The draft of a table.
    pub(super) fn draft(&self, table: TableId) -> &Draft<'a> {
        &self.drafts[table.index()]
    }

    /// A column with its type.
    pub(super) fn typed(&self, table: TableId, column: ColumnId) -> &Typed {
        &self.typed[table.index()][column.index()]
    }

    /// The name of a column.
    pub(super) fn column_name(&self, table: TableId, column: ColumnId) -> &str {
        &self.columns[table.index()][column.index()]
    }

    /// All tables.
    pub(super) fn tables(&self) -> impl Iterator<Item = TableId> + use<> {
        (0..self.drafts.len()).map(TableId::new)
    }

    /// The table that a text names; otherwise the error.
    pub(super) fn table(&self, written: &Text, findings: &mut Vec<Diagnostic>) -> Option<TableId> {
        let found = self.by_name.get(&qualify(written, &self.names.default_schema)).copied();
        if found.is_none() {
            findings.push(unknown_table(written, self.by_name.keys(), &self.names.default_schema));
        }
        found
    }

    /// The column of a table that a text names; otherwise the error.
    pub(super) fn column(&self, table: TableId, written: &Text, findings: &mut Vec<Diagnostic>) -> Option<ColumnId> {
        let columns = &self.columns[table.index()];
        let found = columns.iter().position(|column| *column == written.value).map(ColumnId::new);
        if found.is_none() {
            findings.push(self.unknown_column(table, written));
        }
        found
    }

    /// There is no such column in this table.
    pub(super) fn unknown_column(&self, table: TableId, written: &Text) -> Diagnostic {
        let columns = self.columns[table.index()].iter().map(String::as_str);
        let code = crate::diagnostics::Code::UnknownColumn;
        let mut finding = super::names::unknown(code, "column", written, columns);
        finding.message = format!("`{}` has no column `{}`", self.draft(table).name, written.value);
        finding
    }

    /// Names of columns, each looked up.
    pub(super) fn columns_named(
        &self,
        table: TableId,
        written: &[Text],
        findings: &mut Vec<Diagnostic>,
    ) -> Option<Vec<ColumnId>> {
        let found: Vec<_> = written.iter().map(|name| self.column(table, name, findings)).collect();
        found.into_iter().collect()
    }

    /// What kind a column is, by its name.
    pub(super) fn kind_of(&self, table: TableId, column: &str) -> Option<&Kind> {
        self.row_of(table).kinds.get(self.draft(table).column(column)?)
    }

    /// The columns of a table, for expressions.
    pub(super) fn row_of(&self, table: TableId) -> RowColumns<'_> {
        let name = &self.draft(table).name;
        RowColumns {
            names: &self.columns[table.index()],
            kinds: self.names.kinds.get(name).map_or(&[], Vec::as_slice),
            brought: self.names.brought.get(name),
        }
    }

    /// An expression over the rows of a table, without subqueries.
    pub(super) fn row(&self, table: TableId, text: &Text, place: &str, findings: &mut Vec<Diagnostic>) -> Expression {
        let draft = self.draft(table);
        let qualifiers = [draft.name.name.as_str()];
        let parse =
            |text, findings: &mut _| self.parse(text, self.row_of(table), &qualifiers, (place, false), findings);
        let before = findings.len();
        let mut expression = parse(text, findings);
        if findings.len() == before {
            super::values::check(self, table, (text, &expression), place, findings);
        }
        let inlined = expression.with_columns(|column| self.generated(table, column));
        if inlined != expression.sql {
            expression.inlined = Some(Box::new(parse(&Text::new(inlined, text.span), &mut Vec::new())));
        }
        expression
    }

    /// What a generated column is computed of.
    fn generated(&self, table: TableId, column: &str) -> Option<String> {
        let position = self.columns[table.index()].iter().position(|name| name == column)?;
        let generated = self.draft(table).columns.get(position)?.1.generated.as_ref()?;
        let data_type = &self.typed(table, ColumnId::new(position)).data_type.sql;
        Some(format!("(({})::{data_type})", generated.value))
    }

    /// An expression without a row.
    pub(super) fn constant(&self, text: &str, span: Span, place: &str, findings: &mut Vec<Diagnostic>) -> Expression {
        let constants = || self.constants.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = constants().get(text) {
            return Expression { span, ..known.clone() };
        }
        let before = findings.len();
        let found = self.parse(&Text::new(text.to_owned(), span), RowColumns::default(), &[], (place, false), findings);
        if findings.len() == before {
            constants().insert(text.to_owned(), found.clone());
        }
        found
    }

    /// An expression; `place` says where it stands and whether subqueries are allowed there.
    pub(super) fn parse(
        &self,
        text: &Text,
        columns: RowColumns<'_>,
        qualifiers: &[&str],
        (place, subqueries): (&str, bool),
        findings: &mut Vec<Diagnostic>,
    ) -> Expression {
        let RowColumns { names: columns, kinds, brought } = columns;
        let scope = Scope { names: &self.names, columns, kinds, brought, qualifiers, place, subqueries };
        let (expression, more) = Expression::parse(text, text.span, &scope);
        findings.extend(more);
        expression
    }
}
