//! `schemagen audit`: row security and design findings.

use super::terminal::counted;
use super::{Exit, Terminal, model};
use crate::audit::{self, Claims, Finding, Outcome, Proof};
use crate::catalog::Catalog;
use crate::postgres::{self, Client, Failure, Rehearsal, Rehearsed, Scope};
use std::path::PathBuf;

/// Its arguments.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The live database to look at
    #[arg(long, value_name = "URL", env = "SCHEMAGEN_DATABASE_URL", hide_env_values = true)]
    database: Option<String>,
    /// The model to look at, applied to a scratch database [default: schema.yaml]
    #[arg(short, long)]
    model: Option<PathBuf>,
    /// How findings are written
    #[arg(long, default_value = "text")]
    format: Format,
    /// Show faults by statements of the callers whom they let in, each rolled back
    #[arg(long)]
    prove: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Text,
    Json,
    Sarif,
}

/// Runs it.
pub fn run(arguments: &Arguments, terminal: &mut Terminal) -> Exit {
    // a model that is named goes before a database that only the environment names
    let findings = match (&arguments.model, &arguments.database) {
        (None, Some(url)) => terminal.busy("reading the database", || live(url, arguments.prove)),
        (model, _) => {
            let path = model.clone().unwrap_or_else(|| PathBuf::from("schema.yaml"));
            let Some((compiled, _)) = model::read_or_say(&path, terminal) else { return Exit::Failure };
            terminal.busy("building the model", || of_model(&compiled.catalog, arguments.prove))
        }
    };
    match findings {
        Ok(findings) => show(&findings, arguments.format, terminal),
        Err(failure) => terminal.failure(&failure),
    }
}

fn live(url: &str, prove: bool) -> Result<Vec<Finding>, Failure> {
    let mut client = postgres::connect(url)?;
    let catalog = postgres::introspect(&mut client, &Scope::default())?;
    let findings = audit::audit_live(&catalog, &postgres::statistics(&mut client)?);
    if prove { proved(findings, &mut client) } else { Ok(findings) }
}

fn of_model(wanted: &Catalog, prove: bool) -> Result<Vec<Finding>, Failure> {
    let (database, catalog) = postgres::built(wanted)?;
    let findings = audit::audit(&catalog);
    if prove { proved(findings, &mut database.client()?) } else { Ok(findings) }
}

/// An id that nobody has.
const SOMEBODY: &str = "5c3e4a90-0000-4000-8000-000000000000";

/// Tries what would show each finding.
pub fn proved(mut findings: Vec<Finding>, client: &mut Client) -> Result<Vec<Finding>, Failure> {
    for finding in &mut findings {
        let Some(proof) = &finding.proof else { continue };
        let (statement, outcome) = tried(proof, client)?;
        finding.proved = Some(proof.judge(statement, &outcome));
    }
    Ok(findings)
}

fn tried(proof: &Proof, client: &mut Client) -> Result<(String, Outcome), Failure> {
    let (caller, id) = match &proof.claims {
        Claims::Nobody => (None, None),
        Claims::Somebody => (None, Some(SOMEBODY)),
        Claims::Of(query) => (Some(query.as_str()), None),
    };
    let Proof { role, settings, prepare, statement, .. } = proof;
    let rehearsal = Rehearsal { role, caller, id, settings, prepare, statement };
    Ok(match postgres::rehearse(client, &rehearsal)? {
        Rehearsed::Ran { statement, rows, values } => (statement, Outcome::Ran { rows, values }),
        Rehearsed::Refused { statement, state, message } => (statement, Outcome::Refused { state, message }),
        Rehearsed::NoCaller => (statement.clone(), Outcome::Nothing),
    })
}

fn show(findings: &[Finding], format: Format, terminal: &mut Terminal) -> Exit {
    match format {
        Format::Text => terminal.text(audit::text(findings)),
        Format::Json => terminal.result(format!("{:#}", audit::json(findings))),
        Format::Sarif => terminal.result(format!("{:#}", audit::sarif(findings))),
    }
    terminal.message(counted(findings.len(), "finding"));
    if findings.is_empty() { Exit::Clean } else { Exit::Finding }
}
