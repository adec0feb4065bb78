//! The same question put to the server: as the caller, in a transaction that is rolled back.

use super::answer::{Answer, Server};
use super::reader::predicate;
use super::who::Known;
use crate::catalog::{quote_identifier, quote_literal};
use crate::model::{Column, ColumnId, Model, TableId};
use crate::oracle::Row;
use crate::postgres::{Client, Failure};

/// A row of the live database: its key, and all of it.
type Found<'a> = (&'a [(ColumnId, String)], &'a Row);

/// Tries each verb and notes whether the server does what the model says. Waits for no lock.
pub(super) fn check(
    model: &Model,
    client: &mut Client,
    table: TableId,
    found: (&Vec<(ColumnId, String)>, &Row),
    known: &Known,
    answer: &mut Answer,
) -> Result<(), Failure> {
    let Some(setup) = &known.setup else { return Ok(()) };
    let run = |client: &mut Client, sql: &str| {
        client.batch_execute(sql).map_err(|error| Failure::statement(&error, "asking the database"))
    };
    run(
        client,
        "begin transaction isolation level repeatable read; \
         set local lock_timeout = '500ms'; set local statement_timeout = '5s'",
    )?;
    // What the model cannot know of is not held against the database.
    let comparable = super::unproved(model, table).is_none();
    let reads = answer.verdicts.iter().any(|verdict| verdict.verb == "read" && verdict.may);
    for verdict in &mut answer.verdicts {
        // By its key only a row is changed that is also seen.
        let may = verdict.may && (reads || matches!(verdict.verb.as_str(), "read" | "create"));
        let statements = statements(model, table, (found.0.as_slice(), found.1), &verdict.verb, &verdict.columns);
        verdict.server = match attempts(client, setup, &verdict.verb, &statements) {
            Outcome::Unclear(why) => Server::Unclear(why),
            Outcome::Refused(_) if !may => Server::Agrees,
            Outcome::Done if may => Server::Agrees,
            _ if !comparable => Server::Unclear("its policies are not the model's alone".to_owned()),
            Outcome::Done => Server::Disagrees("it lets him".to_owned()),
            Outcome::Refused(why) => Server::Disagrees(format!("it does not let him ({why})")),
        };
    }
    run(client, "rollback")
}

enum Outcome {
    Done,
    Refused(String),
    Unclear(String),
}

/// The first statement that is done decides; else the last refusal.
fn attempts(client: &mut Client, setup: &str, verb: &str, statements: &[String]) -> Outcome {
    let mut last = Outcome::Refused("there is nothing to set".to_owned());
    for statement in statements {
        last = attempt(client, setup, verb, statement);
        if !matches!(last, Outcome::Refused(_)) {
            return last;
        }
    }
    last
}

fn attempt(client: &mut Client, setup: &str, verb: &str, statement: &str) -> Outcome {
    let broken = |error: &postgres::Error| Outcome::Unclear(text(error));
    if let Err(error) = client.batch_execute("savepoint attempt") {
        return broken(&error);
    }
    let outcome = match client.batch_execute(setup) {
        Err(error) => Outcome::Unclear(format!("the connecting role may not become him ({})", text(&error))),
        Ok(()) => match client.execute(statement, &[]) {
            Ok(0) => Outcome::Refused("no row".to_owned()),
            Ok(_) => Outcome::Done,
            Err(error) => judged(verb, &error),
        },
    };
    match client.batch_execute("rollback to savepoint attempt; release savepoint attempt") {
        Ok(()) => outcome,
        Err(error) => broken(&error),
    }
}

/// Policies are asked before constraints: a row that is there twice, or that others refer to, is one that he could write.
fn judged(verb: &str, error: &postgres::Error) -> Outcome {
    let state = error.code().map_or("", postgres::error::SqlState::code);
    match (verb, state) {
        ("create", "23505" | "23P01" | "23502" | "23514") => Outcome::Done,
        ("delete", "23503" | "23001") => Outcome::Done,
        (_, "42501") => Outcome::Refused(text(error)),
        ("create", "23503") => Outcome::Refused(text(error)),
        _ => Outcome::Unclear(text(error)),
    }
}

fn text(error: &postgres::Error) -> String {
    error.as_db_error().map_or_else(|| "the connection broke".to_owned(), |error| error.message().to_owned())
}

/// What is tried for a verb; `columns` are those that the model gives him.
fn statements(model: &Model, table: TableId, (key, row): Found<'_>, verb: &str, columns: &[String]) -> Vec<String> {
    let name = model.table(table).name.sql();
    let pairs: Vec<(ColumnId, &str)> = key.iter().map(|(column, value)| (*column, value.as_str())).collect();
    let at = predicate(model, table, &pairs);
    match verb {
        "read" => vec![format!("select 1 from {name} t where {at}")],
        "delete" => vec![format!("delete from {name} t where {at}")],
        "create" => vec![insert(model, table, row, columns)],
        _ => {
            let set = |name: &String| quote_identifier(name);
            let all: Vec<String> = settable(model, table).map(|column| column.name.clone()).collect();
            let columns = if columns.is_empty() { &all } else { columns };
            columns
                .iter()
                .map(set)
                .map(|column| format!("update {name} t set {column} = t.{column} where {at}"))
                .collect()
        }
    }
}

/// Columns that somebody could set.
fn settable(model: &Model, table: TableId) -> impl Iterator<Item = &Column> {
    model.table(table).columns.iter().filter(|column| !column.computed)
}

/// The same row again, with the columns that are his to set.
fn insert(model: &Model, table: TableId, row: &Row, columns: &[String]) -> String {
    let meaning = model.table(table);
    let anybodys = |column: &Column| columns.is_empty() && !column.read_only;
    let chosen = |column: &Column| !column.computed && (anybodys(column) || columns.contains(&column.name));
    let values = meaning.columns.iter().zip(&row.0).filter(|(column, _)| chosen(column));
    let (names, values): (Vec<String>, Vec<String>) = values
        .filter_map(|(column, value)| {
            let value = value.as_deref()?;
            Some((quote_identifier(&column.name), format!("{}::{}", quote_literal(value), column.data_type)))
        })
        .unzip();
    format!("insert into {} ({}) values ({})", meaning.name.sql(), names.join(", "), values.join(", "))
}
