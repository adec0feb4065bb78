//! A statement as some caller, of which nothing stays.

use super::Failure;
use postgres::{Client, SimpleQueryMessage, Transaction};

/// A statement and who runs it.
#[derive(Debug, Clone, Default)]
pub struct Rehearsal<'a> {
    /// The database role.
    pub role: &'a str,
    /// A query that gives the caller's id; run as whoever is connected.
    pub caller: Option<&'a str>,
    /// The caller's id, where no query gives it.
    pub id: Option<&'a str>,
    /// Settings of the session.
    pub settings: &'a [(String, String)],
    /// What happens before, as whoever is connected.
    pub prepare: &'a [String],
    /// The statement; `{caller}` in it stands for the id.
    pub statement: &'a str,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rehearsed {
    /// It ran.
    Ran {
        /// The statement with the caller's id in it.
        statement: String,
        /// Rows touched or returned.
        rows: u64,
        /// The values of each row, at most twenty rows.
        values: Vec<String>,
    },
    /// The server refused it.
    Refused {
        /// The statement with the caller's id in it.
        statement: String,
        /// SQLSTATE.
        state: String,
        /// The server's words.
        message: String,
    },
    /// The query gave no caller.
    NoCaller,
}

/// A live database waits for nobody: neither for our locks nor for our statement.
const LIMITS: &str = "set local lock_timeout = '200ms'; set local statement_timeout = '10s'; \
    set local idle_in_transaction_session_timeout = '20s'; set local search_path = ''; \
    set local client_min_messages = error";

/// Rows that are shown.
const SHOWN: usize = 20;

/// Runs it in a transaction that is always rolled back.
pub fn rehearse(client: &mut Client, rehearsal: &Rehearsal<'_>) -> Result<Rehearsed, Failure> {
    let mut transaction = client.transaction().map_err(|error| failed(&error))?;
    let found = inside(&mut transaction, rehearsal);
    transaction.rollback().map_err(|error| failed(&error))?;
    found
}

fn inside(transaction: &mut Transaction<'_>, rehearsal: &Rehearsal<'_>) -> Result<Rehearsed, Failure> {
    transaction.batch_execute(LIMITS).map_err(|error| failed(&error))?;
    let id = match rehearsal.caller {
        None => rehearsal.id.map(str::to_owned),
        Some(query) => {
            let found = transaction.query_opt(query, &[]).map_err(|error| failed(&error))?;
            let Some(id) = found.and_then(|row| row.try_get(0).ok()) else { return Ok(Rehearsed::NoCaller) };
            Some(id)
        }
    };
    let statement = rehearsal.statement.replace("{caller}", id.as_deref().unwrap_or_default());
    let result =
        become_caller(transaction, rehearsal, id.as_deref()).and_then(|()| transaction.simple_query(&statement));
    match result {
        Ok(messages) => Ok(ran(statement, &messages)),
        Err(error) => {
            let Some(answer) = error.as_db_error() else { return Err(failed(&error)) };
            let (state, message) = (answer.code().code().to_owned(), answer.message().to_owned());
            Ok(Rehearsed::Refused { statement, state, message })
        }
    }
}

fn become_caller(
    transaction: &mut Transaction<'_>,
    rehearsal: &Rehearsal<'_>,
    id: Option<&str>,
) -> Result<(), postgres::Error> {
    for statement in rehearsal.prepare {
        transaction.batch_execute(statement)?;
    }
    let claims = match id {
        Some(id) => serde_json::json!({"role": rehearsal.role, "sub": id}),
        None => serde_json::json!({"role": rehearsal.role}),
    };
    let mut set = |name: &str, value: &str| {
        transaction.execute("select pg_catalog.set_config($1, $2, true)", &[&name, &value]).map(drop)
    };
    set("request.jwt.claims", &claims.to_string())?;
    set("app.user_id", id.unwrap_or_default())?;
    for (name, value) in rehearsal.settings {
        set(name, value)?;
    }
    set("role", rehearsal.role)
}

fn ran(statement: String, messages: &[SimpleQueryMessage]) -> Rehearsed {
    let mut values = Vec::new();
    let mut rows = 0;
    for message in messages {
        match message {
            SimpleQueryMessage::Row(row) if values.len() < SHOWN => {
                let list: Vec<&str> = (0..row.len()).map(|column| row.get(column).unwrap_or("null")).collect();
                values.push(list.join(", "));
            }
            SimpleQueryMessage::CommandComplete(count) => rows = *count,
            _ => {}
        }
    }
    Rehearsed::Ran { statement, rows, values }
}

fn failed(error: &postgres::Error) -> Failure {
    Failure::statement(error, "trying a statement that is rolled back")
}
