//! `schemagen verify`: applies the model to a scratch database and proves it.

use super::{Exit, Terminal, model};
use crate::postgres::Version;
use crate::prove::{self, Report};
use indicatif::{ProgressBar, ProgressStyle};
use std::path::PathBuf;

/// Its arguments.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The model
    #[arg(short, long, default_value = "schema.yaml")]
    model: PathBuf,
    /// Major version of the server to prove it on; of another version than this, a --database is refused
    #[arg(long, value_name = "MAJOR")]
    postgres: Option<u32>,
    /// A server to make a scratch database on, beside the one named; without it, a server is started
    #[arg(
        long,
        value_name = "URL",
        env = "SCHEMAGEN_DATABASE_URL",
        hide_env_values = true,
        conflicts_with = "postgres"
    )]
    database: Option<String>,
    /// Break policies and privileges in every known way, and catch each
    #[arg(long)]
    mutate: bool,
    /// How the result is written
    #[arg(long, default_value = "text")]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Text,
    Json,
}

/// Runs it.
pub fn run(arguments: &Arguments, terminal: &mut Terminal) -> Exit {
    let Some((compiled, _)) = model::read_or_say(&arguments.model, terminal) else { return Exit::Failure };
    let bar = bar(terminal.progress);
    let progress = |what: &str, done: usize, all: usize| {
        bar.set_length(u64::try_from(all).unwrap_or(u64::MAX));
        bar.set_position(u64::try_from(done).unwrap_or(u64::MAX));
        bar.set_message(what.to_owned());
    };
    let version = arguments.postgres.map_or(Version::Any, Version::Major);
    let database = arguments.database.as_deref();
    let options = prove::Options {
        version,
        database,
        mutate: arguments.mutate,
        progress: &progress,
        ..prove::Options::default()
    };
    let report = prove::verify(&compiled, &options);
    bar.finish_and_clear();
    match report {
        Ok(report) => show(&report, arguments.format, terminal),
        Err(failure) => terminal.failure(&failure),
    }
}

fn bar(shown: bool) -> ProgressBar {
    if !shown {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:20} {pos}/{len} {msg}");
    style.map_or_else(|_| ProgressBar::hidden(), |style| ProgressBar::new(1).with_style(style))
}

fn show(report: &Report, format: Format, terminal: &mut Terminal) -> Exit {
    match format {
        Format::Text => terminal.text(report.text()),
        Format::Json => terminal.result(serde_json::to_string_pretty(report).unwrap_or_default()),
    }
    if report.is_clean() { Exit::Clean } else { Exit::Finding }
}
