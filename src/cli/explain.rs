//! `schemagen explain`: why a table is reachable; what a code means.

use super::{Exit, Terminal};
use crate::diagnostics::Code;
use std::path::PathBuf;

/// Its arguments.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// A table, or a code such as SG201
    #[arg(value_name = "TABLE|SGnnn")]
    subject: String,
    /// The model
    #[arg(short, long, default_value = "schema.yaml")]
    model: PathBuf,
}

/// Runs it.
pub fn run(arguments: &Arguments, terminal: &mut Terminal) -> Exit {
    if let Some(code) = Code::parse(&arguments.subject) {
        terminal.text(code.page());
        return Exit::Clean;
    }
    Exit::Failure
}
