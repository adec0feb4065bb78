//! Reads rows in one read-only snapshot, past row security.

use crate::catalog::{quote_identifier, quote_literal};
use crate::model::{ColumnId, Model, TableId};
use crate::oracle::Row;
use crate::postgres::{Client, Failure};

/// Of one question no more rows are read: a membership table may be large.
const MOST_ROWS: usize = 10_000;

/// A snapshot.
pub(super) struct Reader<'a> {
    client: &'a mut Client,
    pub(super) model: &'a Model,
}

impl<'a> Reader<'a> {
    /// Begins. Row security is off: where it would hide rows from us, the server says so and nothing is answered.
    pub(super) fn begin(client: &'a mut Client, model: &'a Model) -> Result<Self, Failure> {
        let path =
            format!("pg_catalog, {}, public, extensions, pg_temp", quote_identifier(&model.base.hints.default_schema));
        let setup = format!(
            "begin transaction isolation level repeatable read read only;\n\
             set local row_security = off; set local statement_timeout = '30s';\n\
             set local search_path = {path}"
        );
        client.batch_execute(&setup).map_err(|error| Failure::statement(&error, "beginning to read"))?;
        Ok(Self { client, model })
    }

    /// Ends; nothing was changed.
    pub(super) fn end(self) -> Result<(), Failure> {
        self.client.batch_execute("rollback").map_err(|error| Failure::statement(&error, "ending"))
    }

    /// The row with this key.
    pub(super) fn row(&mut self, table: TableId, key: &[(ColumnId, String)]) -> Result<Option<Row>, Failure> {
        let pairs: Vec<(ColumnId, &str)> = key.iter().map(|(column, value)| (*column, value.as_str())).collect();
        Ok(self.rows(table, &pairs)?.into_iter().next())
    }

    /// The rows that have these values.
    pub(super) fn rows(&mut self, table: TableId, values: &[(ColumnId, &str)]) -> Result<Vec<Row>, Failure> {
        let meaning = self.model.table(table);
        let columns: Vec<String> =
            meaning.columns.iter().map(|column| format!("t.{}::text", quote_identifier(&column.name))).collect();
        let query = format!(
            "select array[{}]::text[] from {} t where {} limit {MOST_ROWS}",
            columns.join(", "),
            meaning.name.sql(),
            predicate(self.model, table, values)
        );
        let doing = format!("reading {}", meaning.name);
        let rows = self.client.query(&query, &[]).map_err(|error| refused(&error, &doing))?;
        Ok(rows.iter().map(|row| Row(row.get(0))).collect())
    }

    /// The first column of a query's rows, all text.
    pub(super) fn column(&mut self, query: &str, doing: &str) -> Result<Vec<Option<String>>, Failure> {
        let rows = self.client.query(query, &[]).map_err(|error| refused(&error, doing))?;
        Ok(rows.iter().map(|row| row.get(0)).collect())
    }

    /// Sets claims for the rest of the snapshot.
    pub(super) fn run(&mut self, sql: &str) -> Result<(), Failure> {
        self.client.batch_execute(sql).map_err(|error| Failure::statement(&error, "setting claims"))
    }

    /// One value, or what the server says against it; the snapshot goes on.
    pub(super) fn value(&mut self, query: &str) -> Result<Option<String>, String> {
        let text =
            |error: postgres::Error| error.as_db_error().map_or_else(String::new, |error| error.message().to_owned());
        self.client.batch_execute("savepoint value").map_err(text)?;
        let answer = self.client.query_one(query, &[]).map(|row| row.get(0)).map_err(text);
        self.client.batch_execute("rollback to savepoint value; release savepoint value").map_err(text)?;
        answer
    }
}

/// `t.id = '…'::uuid and …`
pub(super) fn predicate(model: &Model, table: TableId, values: &[(ColumnId, &str)]) -> String {
    let meaning = model.table(table);
    let one = |(column, value): &(ColumnId, &str)| {
        let column = meaning.column(*column);
        format!("t.{} = {}::{}", quote_identifier(&column.name), quote_literal(value), column.data_type)
    };
    values.iter().map(one).collect::<Vec<_>>().join(" and ")
}

/// A refusal with what to do about it.
fn refused(error: &postgres::Error, doing: &str) -> Failure {
    let failure = Failure::statement(error, doing);
    match error.code().map(postgres::error::SqlState::code) {
        Some("42501") => {
            failure.help("connect as the owner of the tables, or as a role that row security does not bind")
        }
        Some("42P01" | "42703") => failure.help("the database is not as the model: see `schemagen check --database`"),
        Some(code) if code.starts_with("22") => failure.help("write the value as its column's type takes it"),
        _ => failure,
    }
}
