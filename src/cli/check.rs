//! `schemagen check`: what CI runs.

use super::terminal::counted;
use super::{Exit, Terminal, build, model};
use crate::catalog::Catalog;
use crate::diagnostics::Severity;
use crate::diff::{self, Change};
use crate::output::Pending;
use crate::postgres::{self, Failure};
use std::path::PathBuf;

/// Its arguments.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The model
    #[arg(short, long, default_value = "schema.yaml")]
    pub model: PathBuf,
    /// The output directory
    #[arg(short, long, default_value = "generated")]
    pub out: PathBuf,
    /// A live database that must match the model as well
    #[arg(long, value_name = "URL", env = "SCHEMAGEN_DATABASE_URL", hide_env_values = true)]
    pub database: Option<String>,
    /// How differences of the database are written
    #[arg(long, default_value = "text")]
    pub format: Format,
}

/// How differences are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// For people
    Text,
    /// For programs
    Json,
}

/// Generated files fresh, lints clean, the live database as the model says.
pub fn run(arguments: &Arguments, terminal: &mut Terminal) -> Exit {
    let loaded = model::read(&arguments.model);
    terminal.findings(&loaded.findings, &loaded.sources);
    let Some(catalog) = loaded.compiled else { return Exit::Failure };
    let sources = model::fingerprints(&loaded.sources, &arguments.model);
    let mut pending = Pending::compare(&arguments.out, model::back_ends(), sources);
    let differences =
        match model::emit(&catalog, &arguments.model, &[], &mut pending).and_then(|()| pending.differences()) {
            Ok(differences) => differences,
            Err(failure) => return build::failed(&failure, terminal),
        };
    let stale = build::show_differences(&differences, terminal) == Exit::Finding;
    let unwise = model::has(&loaded.findings, Severity::Warning);
    let drifted = match &arguments.database {
        None => false,
        Some(url) => match terminal.busy("reading the database", || drift(&catalog, url)) {
            Ok(changes) => show_drift(&changes, arguments.format, terminal),
            Err(failure) => return terminal.failure(&failure),
        },
    };
    if stale || unwise || drifted {
        return Exit::Finding;
    }
    terminal.message(format!("{} match {}", counted(catalog.tables.len(), "table"), arguments.out.display()));
    Exit::Clean
}

fn drift(wanted: &Catalog, url: &str) -> Result<Vec<Change>, Failure> {
    postgres::drift(wanted, &mut postgres::connect(url)?)
}

/// Shows where the database differs from the model; true when it does.
fn show_drift(changes: &[Change], format: Format, terminal: &mut Terminal) -> bool {
    match format {
        Format::Text => terminal.text(diff::text(changes)),
        Format::Json => terminal.result(format!("{:#}", diff::json(changes))),
    }
    if !changes.is_empty() {
        let count = counted(changes.len(), "difference");
        terminal.message(format!(
            "{count} between the model (-) and the database (+): run generated/sql/up, or change the model"
        ));
    }
    !changes.is_empty()
}
