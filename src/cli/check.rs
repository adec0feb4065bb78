//! `schemagen check`: what CI runs.

use super::terminal::counted;
use super::{Exit, Terminal, build, model};
use crate::backends;
use crate::diagnostics::Severity;
use crate::output::{self, Request};
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
}

/// Generated files fresh, lints clean.
pub fn run(arguments: &Arguments, terminal: &mut Terminal) -> Exit {
    let loaded = model::read(&arguments.model);
    terminal.findings(&loaded.findings, &loaded.sources);
    let Some(compiled) = loaded.compiled else { return Exit::Failure };
    let names: Vec<_> = backends::all().iter().map(|backend| backend.name()).collect();
    let request = Request {
        directory: &arguments.out,
        trees: &model::emit(&compiled, &arguments.model, &[]),
        all: &names,
        sources: model::fingerprints(&loaded.sources, &arguments.model),
    };
    let stale = build::show_differences(&output::check(&request), terminal) == Exit::Finding;
    let warnings = loaded.findings.iter().any(|finding| finding.severity == Severity::Warning);
    if stale || warnings {
        return Exit::Finding;
    }
    terminal.message(format!("{} match {}", counted(compiled.catalog.tables.len(), "table"), arguments.out.display()));
    Exit::Clean
}
