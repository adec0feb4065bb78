//! The tables as the server has them: what a row needs to be taken.

use super::session::Session;
use crate::catalog::{Management, QualifiedName, quote_identifier, quote_literal};
use crate::model::{Model, TableId};
use crate::postgres::Failure;
use serde::Deserialize;
use std::collections::BTreeMap;

/// A table.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Shape {
    /// In order.
    pub columns: Vec<Column>,
    /// Checks by name.
    pub checks: BTreeMap<String, String>,
    /// Columns of the primary key.
    pub primary_key: Vec<String>,
    /// Columns that stand in a unique index.
    pub unique_columns: Vec<String>,
    /// Unique indexes by name, each with every column that it reads.
    pub unique: BTreeMap<String, Vec<String>>,
    /// References, those of one column first.
    pub foreign_keys: Vec<ForeignKey>,
    /// Its rows are its parent's as well.
    pub is_partition: bool,
    /// Bounds of its partitions.
    pub bounds: Vec<String>,
    /// Its name as SQL.
    #[serde(skip)]
    pub name: String,
}

/// A column.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// Its type.
    pub data_type: String,
    /// A domain's base type.
    pub base_type: String,
    /// `NOT NULL`
    pub not_null: bool,
    /// It gets a value when left out, whoever inserts.
    pub has_default: bool,
    /// What it gets: as SQL first, then as a value; `None` is NULL.
    pub default: Option<String>,
    /// Nobody writes it.
    pub computed: bool,
    /// Not even with `overriding system value`.
    pub generated: bool,
    /// Labels of its enum.
    pub labels: Vec<String>,
    /// Checks of its domain.
    pub checks: Vec<String>,
}

/// A reference.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct ForeignKey {
    /// Referring columns.
    pub columns: Vec<String>,
    /// Schema referred to.
    pub schema: String,
    /// Table referred to.
    pub table: String,
    /// Columns there.
    pub to: Vec<String>,
    /// Rows go with the one that they refer to.
    pub cascades: bool,
    /// Rows keep the one that they refer to from going.
    pub refuses: bool,
}

impl Shape {
    /// The column of this name.
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.name == name)
    }

    /// `array[a::text, b::text]`: a whole row as text.
    pub fn as_array(&self) -> String {
        let columns: Vec<_> =
            self.columns.iter().map(|column| format!("{}::text", quote_identifier(&column.name))).collect();
        format!("array[{}]", columns.join(", "))
    }

    /// What orders rows: the primary key, else the whole row.
    pub fn order(&self) -> String {
        match self.primary_key.is_empty() {
            true => self.as_array(),
            false => crate::catalog::ddl::names(&self.primary_key),
        }
    }
}

impl ForeignKey {
    /// The table referred to.
    pub fn target(&self) -> QualifiedName {
        QualifiedName::new(self.schema.clone(), self.table.clone())
    }
}

/// The shapes of all tables that the model has and the server too.
pub fn read(session: &mut Session, model: &Model) -> Result<BTreeMap<TableId, Shape>, Failure> {
    let mut shapes = BTreeMap::new();
    let principals: Vec<TableId> = model.principals.iter().map(|principal| principal.table).collect();
    for table in &model.tables {
        if table.management == Management::None && !principals.contains(&table.id) {
            continue;
        }
        let query = include_str!("shapes.sql").replace("$1", &quote_literal(&table.name.sql()));
        for text in session.column(&query)?.into_iter().flatten() {
            if let Ok(mut shape) = serde_json::from_str::<Shape>(&text) {
                defaults(session, &mut shape)?;
                defaults_of_callers(session, &mut shape)?;
                shapes.insert(table.id, Shape { name: table.name.sql(), ..shape });
            }
        }
    }
    Ok(shapes)
}

/// The values of the defaults, in place of their SQL. A call may give another the next time: it stays SQL, which
/// no value is equal to.
fn defaults(session: &mut Session, shape: &mut Shape) -> Result<(), Failure> {
    let constant = |column: &&mut Column| column.default.as_ref().is_some_and(|sql| !sql.contains('('));
    for column in shape.columns.iter_mut().filter(constant) {
        let query = format!("select ({})::{}::text", column.default.as_deref().unwrap_or("null"), column.data_type);
        column.default = session.column(&query)?.into_iter().next().flatten();
    }
    Ok(())
}

/// What asks who is calling gives nothing to us, who make the rows: `auth.uid()` is NULL, `current_setting('app.user')` an error.
/// A sequence gives to anybody, and a number that was drawn is gone.
fn defaults_of_callers(session: &mut Session, shape: &mut Shape) -> Result<(), Failure> {
    let asks = |sql: &String| sql.contains('(') && !sql.contains("nextval(");
    for column in shape.columns.iter_mut().filter(|column| column.not_null) {
        let Some(sql) = column.default.as_ref().filter(|sql| asks(sql)) else { continue };
        session.run("savepoint defaults")?;
        let value = session.column(&format!("select ({sql})::text"));
        session.run("rollback to savepoint defaults; release savepoint defaults")?;
        column.has_default = value.is_ok_and(|value| value.iter().all(Option::is_some));
    }
    Ok(())
}
