//! Statements put to a server as one caller or another, many in one round trip, and always undone.

use super::callers::Asker;
use crate::postgres::{Client, Failure};
use postgres::Statement;
use std::collections::BTreeMap;

/// A statement to run as somebody.
#[derive(Debug, Clone, Default)]
pub struct Probe {
    /// Index of the caller.
    pub asker: usize,
    /// What a superuser does before it, to what stands in its way.
    pub before: Option<String>,
    /// The statement.
    pub statement: String,
    /// Its first column of the first row is wanted.
    pub fetch: bool,
    /// A query that looks at the result as superuser, before all is undone.
    pub after: Option<String>,
}

/// What came of a probe.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Rows touched or returned.
    pub touched: i64,
    /// What was fetched.
    pub result: Option<String>,
    /// SQLSTATE of the error, if one ended it.
    pub state: Option<String>,
    /// The error's message.
    pub message: String,
}

impl Outcome {
    /// It was a constraint or a value that failed, which says nothing about access.
    pub fn is_constraint(&self) -> bool {
        self.state.as_deref().is_some_and(|state| state.starts_with("22") || state.starts_with("23"))
    }

    /// It was a foreign key that failed.
    pub fn is_reference(&self) -> bool {
        self.state.as_deref() == Some("23503")
    }
}

/// A connection of a superuser in a transaction that ends in nothing, unless it is kept.
pub struct Session {
    client: Client,
    /// Runs probes.
    runner: Statement,
    /// Who may ask.
    pub askers: Vec<Asker>,
    /// Statements run so far as somebody.
    pub probes: usize,
    /// Types, each with a value, and whether it takes it: asked once.
    fits: BTreeMap<(String, String), bool>,
}

impl Session {
    /// Begins; nothing of what follows remains unless it is kept.
    pub fn begin(mut client: Client, search_path: &str) -> Result<Self, Failure> {
        let path = crate::catalog::quote_literal(search_path);
        let setup = format!(
            "begin; set local client_min_messages = warning; select set_config('search_path', {path}, true);\n{}",
            include_str!("runner.sql")
        );
        client.batch_execute(&setup).map_err(|error| Failure::statement(&error, "preparing to probe"))?;
        let runner = client.prepare("select * from pg_temp.schemagen_probe($1, $2, $3, $4, $5)");
        let runner = runner.map_err(|error| Failure::statement(&error, "preparing to probe"))?;
        Ok(Self { client, runner, askers: Vec::new(), probes: 0, fits: BTreeMap::new() })
    }

    /// Ends, and keeps what was done.
    pub fn commit(mut self) -> Result<(), Failure> {
        self.run("commit")?;
        let lost = |error: postgres::Error| Failure::statement(&error, "closing a connection");
        self.client.close().map_err(lost)
    }

    /// Runs SQL as superuser.
    pub fn run(&mut self, sql: &str) -> Result<(), Failure> {
        self.client.batch_execute(sql).map_err(|error| Failure::statement(&error, first_line(sql)))
    }

    /// The first column of every row, as superuser.
    pub fn column(&mut self, sql: &str) -> Result<Vec<Option<String>>, Failure> {
        let rows = self.client.query(sql, &[]).map_err(|error| Failure::statement(&error, first_line(sql)))?;
        Ok(rows.iter().map(|row| row.get(0)).collect())
    }

    /// Every row of a query that returns one array of text a row, as superuser.
    pub fn arrays(&mut self, sql: &str) -> Result<Vec<Vec<Option<String>>>, Failure> {
        let rows = self.client.query(sql, &[]).map_err(|error| Failure::statement(&error, first_line(sql)))?;
        Ok(rows.iter().map(|row| row.get(0)).collect())
    }

    /// Runs probes, each as its caller.
    pub fn probe(&mut self, probes: &[Probe]) -> Result<Vec<Outcome>, Failure> {
        self.probes += probes.len();
        let setups: Vec<&str> = probes.iter().map(|probe| self.askers[probe.asker].setup.as_str()).collect();
        run(&mut self.client, &self.runner, &setups, probes)
    }

    /// Those of the values that a type takes.
    pub fn fitting(&mut self, data_type: &str, values: Vec<String>) -> Result<Vec<String>, Failure> {
        let key = |value: &String| (data_type.to_owned(), value.clone());
        let new: Vec<&String> = values.iter().filter(|value| !self.fits.contains_key(&key(value))).collect();
        let cast = |value: &&String| format!("select {}::{data_type}", crate::catalog::quote_literal(value));
        let casts: Vec<Probe> = new.iter().map(|value| Probe { statement: cast(value), ..Probe::default() }).collect();
        let outcomes = self.rehearse(&casts)?;
        let fits = new.into_iter().zip(outcomes).map(|(value, outcome)| (key(value), outcome.state.is_none()));
        self.fits.extend(fits.collect::<Vec<_>>());
        Ok(values.into_iter().filter(|value| self.fits.get(&key(value)) == Some(&true)).collect())
    }

    /// Runs statements as superuser, without claims, and undoes each.
    pub fn rehearse(&mut self, probes: &[Probe]) -> Result<Vec<Outcome>, Failure> {
        self.rehearse_as("select 1", probes)
    }

    /// Runs statements as superuser, with these claims, and undoes each.
    pub fn rehearse_as(&mut self, claims: &str, probes: &[Probe]) -> Result<Vec<Outcome>, Failure> {
        let setups = vec![claims; probes.len()];
        run(&mut self.client, &self.runner, &setups, probes)
    }
}

fn run(client: &mut Client, runner: &Statement, setups: &[&str], probes: &[Probe]) -> Result<Vec<Outcome>, Failure> {
    if probes.is_empty() {
        return Ok(Vec::new());
    }
    let statements: Vec<&str> = probes.iter().map(|probe| probe.statement.as_str()).collect();
    let fetch: Vec<bool> = probes.iter().map(|probe| probe.fetch).collect();
    let after: Vec<Option<&str>> = probes.iter().map(|probe| probe.after.as_deref()).collect();
    let before: Vec<Option<&str>> = probes.iter().map(|probe| probe.before.as_deref()).collect();
    let rows = client.query(runner, &[&setups, &before, &statements, &fetch, &after]);
    let rows = rows.map_err(|error| Failure::statement(&error, "probing"))?;
    Ok(rows.iter().map(outcome).collect())
}

fn outcome(row: &postgres::Row) -> Outcome {
    Outcome {
        touched: row.get::<_, Option<i64>>(0).unwrap_or(0),
        result: row.get(1),
        state: row.get(2),
        message: row.get::<_, Option<String>>(3).unwrap_or_default(),
    }
}

fn first_line(sql: &str) -> &str {
    sql.lines().find(|line| !line.trim().is_empty()).unwrap_or_default()
}
