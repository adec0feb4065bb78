//! PostgreSQL's own client programs, where the machine has them.

use super::Failure;
use super::binaries::client_program;
use crate::diagnostics::Code;
use std::path::Path;
use std::process::{Command, Output};

/// Runs files with psql, in the order given, as a user would: stops at the first error. Gives what it printed.
pub fn psql_files(url: &str, files: &[&Path]) -> Result<Output, Failure> {
    let mut command = psql(url)?;
    files.iter().for_each(|file| {
        command.arg("-f").arg(file);
    });
    finish(command)
}

/// Runs SQL with psql.
pub fn psql_command(url: &str, sql: &str) -> Result<Output, Failure> {
    let mut command = psql(url)?;
    command.args(["-c", sql]);
    finish(command)
}

/// psql, without the user's own settings.
pub fn psql(url: &str) -> Result<Command, Failure> {
    let missing = || {
        Failure::new(Code::NoServerFound, "psql was not found on this machine")
            .help("install PostgreSQL's client (Debian: apt-get install postgresql-client)")
    };
    let mut command = Command::new(client_program("psql").ok_or_else(missing)?);
    command.args(["-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", url]).env("PGOPTIONS", "").env("PGCLIENTENCODING", "UTF8");
    Ok(command)
}

fn finish(mut command: Command) -> Result<Output, Failure> {
    let failed = |what: String| Failure::new(Code::StatementFailed, what);
    let output = command.output().map_err(|error| failed(format!("psql cannot be run: {error}")))?;
    if output.status.success() {
        return Ok(output);
    }
    Err(failed("psql stopped at an error".to_owned()).help(String::from_utf8_lossy(&output.stderr).trim().to_owned()))
}
