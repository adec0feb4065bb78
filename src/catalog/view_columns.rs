//! The columns of views, as far as the model and the query tell.

use super::{Catalog, Column, ColumnHints, QualifiedName, ViewHints, ViewOutput};

/// Views on views on views: deeper than anybody goes, and an end for what goes in a circle.
const DEEPEST: usize = 32;

impl Catalog {
    /// All columns of a view or materialized view: those that the model names as it says, the others as their tables
    /// have them. What is computed and not named has no type (an empty one) and may be NULL.
    pub fn view_columns(&self, name: &QualifiedName) -> Vec<Column> {
        let Some((declared, hints)) = self.view_parts(name) else { return Vec::new() };
        let mut columns: Vec<Column> =
            hints.outputs.iter().map(|output| self.view_column(declared, output, DEEPEST)).collect();
        let unknown = declared.iter().filter(|column| !hints.outputs.iter().any(|output| output.name == column.name));
        columns.extend(unknown.cloned());
        columns
    }

    /// The column of a table that a view passes on as it is, under whatever name.
    pub fn view_column_origin(&self, view: &QualifiedName, column: &str) -> Option<(&QualifiedName, &str)> {
        self.base_column(view, column, DEEPEST)
    }

    /// Inserts and updates can go through the view to a table.
    pub fn is_view_writable(&self, name: &QualifiedName) -> bool {
        let mut name = name;
        for _ in 0..DEEPEST {
            let Some((_, hints)) = self.view_parts(name) else { return self.tables.contains_key(name) };
            let Some(target) = &hints.writes_to else { return false };
            if !hints.outputs.iter().any(|output| output.origin.is_some()) {
                return false;
            }
            name = target;
        }
        false
    }

    fn view_parts(&self, name: &QualifiedName) -> Option<(&[Column], &ViewHints)> {
        let view = self.views.get(name).map(|view| (view.columns.as_slice(), &view.hints));
        view.or_else(|| self.materialized_views.get(name).map(|view| (view.columns.as_slice(), &view.hints)))
    }

    fn view_column(&self, declared: &[Column], output: &ViewOutput, depth: usize) -> Column {
        let origin = output.origin.as_ref().and_then(|(relation, column)| self.column_of(relation, column, depth));
        match (declared.iter().find(|column| column.name == output.name), origin) {
            (Some(declared), Some(origin)) if declared.data_type == origin.data_type => {
                Column { hints: own_hints(&declared.hints, &origin.hints).into(), ..declared.clone() }
            }
            (Some(declared), _) => declared.clone(),
            (None, Some(origin)) => Column {
                name: output.name.clone(),
                not_null: origin.not_null && !output.outer,
                data_type: origin.data_type,
                comment: origin.comment,
                hints: own_hints(&ColumnHints::default(), &origin.hints).into(),
                ..Column::default()
            },
            (None, None) => Column { name: output.name.clone(), ..Column::default() },
        }
    }

    fn column_of(&self, relation: &QualifiedName, name: &str, depth: usize) -> Option<Column> {
        if let Some(table) = self.tables.get(relation) {
            return table.columns.iter().find(|column| column.name == name).cloned();
        }
        let (declared, hints) = self.view_parts(relation).filter(|_| depth > 0)?;
        match hints.outputs.iter().find(|output| output.name == name) {
            Some(output) => Some(self.view_column(declared, output, depth - 1)),
            None => declared.iter().find(|column| column.name == name).cloned(),
        }
    }

    fn base_column<'a>(
        &'a self,
        relation: &QualifiedName,
        name: &str,
        depth: usize,
    ) -> Option<(&'a QualifiedName, &'a str)> {
        let (_, hints) = self.view_parts(relation).filter(|_| depth > 0)?;
        let output = hints.outputs.iter().find(|output| output.name == name)?;
        let (relation, column) = output.origin.as_ref()?;
        if self.tables.contains_key(relation) {
            return Some((relation, column));
        }
        self.base_column(relation, column, depth - 1)
    }
}

/// What the model says of the view's column, else what it says of the table's.
fn own_hints(declared: &ColumnHints, origin: &ColumnHints) -> ColumnHints {
    ColumnHints {
        ts_type: declared.ts_type.clone().or_else(|| origin.ts_type.clone()),
        rust_type: declared.rust_type.clone().or_else(|| origin.rust_type.clone()),
        one_of: declared.one_of.clone().or_else(|| origin.one_of.clone()),
        deprecated: declared.deprecated.clone().or_else(|| origin.deprecated.clone()),
        ..ColumnHints::default()
    }
}
