//! The commands: one file each. Arguments in, exit code out.

pub mod audit;
mod build;
mod check;
mod completions;
mod diff;
mod explain;
mod graph;
mod import;
mod init;
mod model;
mod schema;
mod terminal;
mod verify;
mod watch;

pub use terminal::Terminal;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Nothing to say.
    Clean,
    /// Drift, a difference, a lint, a leak.
    Finding,
    /// The work could not be done.
    Failure,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        match exit {
            Exit::Clean => ExitCode::SUCCESS,
            Exit::Finding => ExitCode::from(1),
            Exit::Failure => ExitCode::from(2),
        }
    }
}

/// A schema compiler for PostgreSQL: tables, ownership chains and tenancy rules in; migrations, row
/// security, rollback and types out.
#[derive(Debug, Parser)]
#[command(name = "schemagen", version, disable_help_subcommand = true)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Write a schema.yaml to start from, the CI check and the pre-commit hook
    Init(init::Arguments),
    /// Compile the model
    Build(build::Arguments),
    /// What CI runs: generated files fresh, lints clean
    Check(check::Arguments),
    /// Prove the model on a scratch database: every caller sees and writes exactly what it gives him
    Verify(verify::Arguments),
    /// Write an existing database as a model
    Import(import::Arguments),
    /// What turns one schema into another: each a model, git:REV[:PATH], or a database URL
    Diff(diff::Arguments),
    /// Row security and design findings, of a live database or of the model
    Audit(audit::Arguments),
    /// Why a table is reachable; what a code means
    Explain(explain::Arguments),
    /// The model as a picture: references, ownership paths, access
    Graph(graph::Arguments),
    /// The JSON Schema of the language, for editors
    Schema,
    /// Completions for a shell
    Completions(completions::Arguments),
}

/// Runs one command.
pub fn run(arguments: Arguments, terminal: &mut Terminal) -> Exit {
    match arguments.command {
        Command::Init(arguments) => init::run(&arguments, terminal),
        Command::Build(arguments) => build::run(&arguments, terminal),
        Command::Check(arguments) => check::run(&arguments, terminal),
        Command::Verify(arguments) => verify::run(&arguments, terminal),
        Command::Import(arguments) => import::run(&arguments, terminal),
        Command::Diff(arguments) => diff::run(&arguments, terminal),
        Command::Audit(arguments) => audit::run(&arguments, terminal),
        Command::Explain(arguments) => explain::run(&arguments, terminal),
        Command::Graph(arguments) => graph::run(&arguments, terminal),
        Command::Schema => schema::run(terminal),
        Command::Completions(arguments) => completions::run(&arguments, terminal),
    }
}
