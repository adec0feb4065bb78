//! `schemagen audit`: row security and design findings.

use super::terminal::counted;
use super::{Exit, Terminal, model};
use crate::audit;
use crate::catalog::Catalog;
use crate::postgres::{self, Failure, Scope};
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
    let catalog = match (&arguments.model, &arguments.database) {
        (None, Some(url)) => live(url),
        (model, _) => {
            let path = model.clone().unwrap_or_else(|| PathBuf::from("schema.yaml"));
            let Some((compiled, _)) = model::read_or_say(&path, terminal) else { return Exit::Failure };
            postgres::built(&compiled.catalog)
        }
    };
    match catalog {
        Ok(catalog) => show(&audit::audit(&catalog), arguments.format, terminal),
        Err(failure) => {
            terminal.message(failure.to_string());
            Exit::Failure
        }
    }
}

fn live(url: &str) -> Result<Catalog, Failure> {
    postgres::introspect(&mut postgres::connect(url)?, &Scope::default())
}

fn show(findings: &[audit::Finding], format: Format, terminal: &mut Terminal) -> Exit {
    match format {
        Format::Text => terminal.text(audit::text(findings)),
        Format::Json => terminal.result(format!("{:#}", audit::json(findings))),
        Format::Sarif => terminal.result(format!("{:#}", audit::sarif(findings))),
    }
    terminal.message(counted(findings.len(), "finding"));
    if findings.is_empty() { Exit::Clean } else { Exit::Finding }
}
