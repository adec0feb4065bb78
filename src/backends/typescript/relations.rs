//! Tables and views: `Row`, `Insert`, `Update`, `Relationships`.

use super::collation;
use super::context::{Property, Relation};
use super::functions::Callable;
use super::relationships::Exposed;
use super::spelling::{comment, documentation, key};
use super::types::{TypeMapper, nullable_if, union};
use crate::catalog::{Column, Named, QualifiedName, Table, Trigger};
use minijinja::Value;

/// Writes relations of one schema.
#[derive(Clone, Copy)]
pub struct Relations<'a> {
    /// Types.
    pub types: TypeMapper<'a>,
    /// The schema's functions, of which some are computed fields.
    pub functions: &'a [Callable<'a>],
    /// What views show of tables.
    pub exposed: &'a Exposed<'a>,
}

/// Where a property stands.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Row,
    Insert,
    Update,
}

/// A column with what its three properties share.
struct Typed<'a> {
    column: &'a Column,
    name: String,
    data_type: String,
    doc: Value,
}

impl Relations<'_> {
    /// A table.
    pub fn table(&self, table: &Table) -> Relation {
        let columns = self.typed(self.columns_of(table));
        let mut row = self.properties(&columns, Place::Row);
        row.extend(self.computed_fields(&table.name));
        Relation {
            key: key(&table.name.name).into(),
            doc: self.documentation(table.comment.as_deref(), None, "      ").into(),
            row: row.into(),
            insert: self.properties(&columns, Place::Insert).into(),
            update: self.properties(&columns, Place::Update).into(),
            relationships: self.exposed.of_table(table).into(),
        }
    }

    /// A view, or with no triggers a materialized one.
    pub fn view(&self, name: &QualifiedName, text: Option<&str>, triggers: &Named<Trigger>) -> Relation {
        let catalog = self.types.catalog;
        let columns = catalog.view_columns(name);
        let columns = sorted(&columns);
        let mut row: Vec<_> = columns.iter().map(|column| Value::from(self.view_property(column, false))).collect();
        row.extend(self.computed_fields(name));
        let triggered = |event: &str| triggers.values().any(|trigger| is_instead_of(trigger, event));
        let any_trigger = triggered("INSERT") || triggered("UPDATE");
        let writable = catalog.is_view_writable(name);
        let is_written = |column: &Column| any_trigger || catalog.view_column_origin(name, &column.name).is_some();
        let written = || {
            let property = |column: &&Column| match is_written(column) {
                true => self.view_property(column, true).into(),
                false => bare(format!("{}?: never", key(&column.name))).into(),
            };
            columns.iter().map(property).collect::<Vec<Value>>().into()
        };
        let none = || Value::from(());
        Relation {
            key: key(&name.name).into(),
            doc: self.documentation(text, None, "      ").into(),
            row: row.into(),
            insert: if writable || triggered("INSERT") { written() } else { none() },
            update: if writable || triggered("UPDATE") { written() } else { none() },
            relationships: self.exposed.of_view(name).into(),
        }
    }

    /// A partition has the columns of what it is a part of.
    fn columns_of<'a>(&'a self, table: &'a Table) -> &'a [Column] {
        match &table.partition_of {
            Some(part) if table.columns.is_empty() => {
                self.types.catalog.tables.get(&part.parent).map_or(&[], |parent| self.columns_of(parent))
            }
            _ => &table.columns,
        }
    }

    fn typed<'a>(&self, columns: &'a [Column]) -> Vec<Typed<'a>> {
        let typed = |column| {
            let data_type = nullable_if(self.types.catalog.is_nullable(column), &self.column_type(column));
            Typed { column, name: key(&column.name), data_type, doc: self.column_documentation(column).into() }
        };
        sorted(columns).into_iter().map(typed).collect()
    }

    fn properties(&self, columns: &[Typed], place: Place) -> Vec<Value> {
        columns.iter().map(|column| self.property(column, place).into()).collect()
    }

    fn property(&self, typed: &Typed, place: Place) -> Property {
        let Typed { column, name, data_type, doc } = typed;
        let always = column.generated.is_some() || column.identity.as_ref().is_some_and(|identity| identity.always);
        let text = if always && place != Place::Row {
            format!("{name}?: never")
        } else {
            let optional = match place {
                Place::Row => false,
                Place::Insert => self.is_optional(column),
                Place::Update => true,
            };
            format!("{name}{}: {data_type}", if optional { "?" } else { "" })
        };
        Property { doc: doc.clone(), text: text.into() }
    }

    /// The reference generator does not know what triggers fill.
    fn is_optional(&self, column: &Column) -> bool {
        let catalog = self.types.catalog;
        match self.types.strict {
            true => catalog.is_nullable(column) || column.default.is_some() || column.identity.is_some(),
            false => catalog.is_optional(column),
        }
    }

    /// A view's column may be NULL unless its domain, or the model, says otherwise.
    fn view_property(&self, column: &Column, written: bool) -> Property {
        let named = Column { not_null: column.not_null && !self.types.strict, ..column.clone() };
        let nullable = written || self.types.catalog.is_nullable(&named);
        let mark = if written { "?" } else { "" };
        let data_type = nullable_if(nullable, &self.column_type(column));
        Property {
            doc: self.column_documentation(column).into(),
            text: format!("{}{mark}: {data_type}", key(&column.name)).into(),
        }
    }

    /// The column's type, or what the model says of it.
    fn column_type(&self, column: &Column) -> String {
        match (&column.hints.ts_type, &column.hints.one_of) {
            (Some(own), _) if !self.types.strict => own.clone(),
            (None, Some(values)) if !self.types.strict && !values.is_empty() => union(values),
            _ => self.types.of_column(&column.data_type),
        }
    }

    fn column_documentation(&self, column: &Column) -> String {
        self.documentation(column.comment.as_deref(), column.hints.deprecated.as_deref(), "          ")
    }

    fn documentation(&self, text: Option<&str>, deprecated: Option<&str>, indent: &str) -> String {
        if self.types.strict { String::new() } else { comment(&documentation(text, deprecated), indent) }
    }

    /// PostgREST offers a function of a row as if it were a column of it.
    fn computed_fields(&self, relation: &QualifiedName) -> Vec<Value> {
        let computed = self.functions.iter().filter(|function| function.is_computed_field_of(relation));
        let property = |function: &Callable| {
            let data_type = nullable_if(true, &function.result(self));
            bare(format!("{}: {data_type}", key(&function.function.name.name.name))).into()
        };
        computed.map(property).collect()
    }

    /// The row of a relation written out, as it stands in the result of a function.
    pub fn inline_row(&self, columns: &[Column], of_view: bool) -> String {
        let properties: Vec<String> = match of_view {
            true => {
                sorted(columns).into_iter().map(|column| self.view_property(column, false).text.to_string()).collect()
            }
            false => {
                self.typed(columns).iter().map(|column| self.property(column, Place::Row).text.to_string()).collect()
            }
        };
        format!("{{ {} }}", properties.join("; "))
    }
}

/// A property without a comment.
fn bare(text: String) -> Property {
    Property { doc: "".into(), text: text.into() }
}

fn is_instead_of(trigger: &Trigger, event: &str) -> bool {
    trigger.timing.eq_ignore_ascii_case("INSTEAD OF") && trigger.events.iter().any(|fired| fired.event == event)
}

/// Columns in the order of their names.
fn sorted(columns: &[Column]) -> Vec<&Column> {
    let mut sorted: Vec<&Column> = columns.iter().collect();
    sorted.sort_by_cached_key(|column| collation::key(&column.name));
    sorted
}
