//! `schemagen check`: what CI runs.

use super::terminal::counted;
use super::{Exit, Terminal, build, model};
use crate::diagnostics::Severity;
use crate::output::Pending;
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
    let sources = model::fingerprints(&loaded.sources, &arguments.model);
    let mut pending = Pending::compare(&arguments.out, model::back_ends(), sources);
    let differences =
        match model::emit(&compiled, &arguments.model, &[], &mut pending).and_then(|()| pending.differences()) {
            Ok(differences) => differences,
            Err(failure) => return build::failed(&failure, terminal),
        };
    let stale = build::show_differences(&differences, terminal) == Exit::Finding;
    let warnings = loaded.findings.iter().any(|finding| finding.severity == Severity::Warning);
    if stale || warnings {
        return Exit::Finding;
    }
    terminal.message(format!("{} match {}", counted(compiled.catalog.tables.len(), "table"), arguments.out.display()));
    Exit::Clean
}
