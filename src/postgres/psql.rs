//! PostgreSQL's own client programs, where the machine has them.

use super::Failure;
use super::binaries::client_program;
use crate::diagnostics::Code;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// Runs files with psql, in the order given, as a user would: stops at the first error. Gives what it printed.
pub fn psql_files(url: &str, files: &[&Path]) -> Result<Output, Failure> {
    let mut command = psql(url)?;
    files.iter().for_each(|file| {
        command.arg("-f").arg(file);
    });
    finish(command)
}

/// Runs a script with psql, from its standard input: no file is left if we are killed meanwhile.
pub fn psql_script(url: &str, script: &str) -> Result<Output, Failure> {
    let mut command = psql(url)?;
    command.args(["-f", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(not_run)?;
    let input = child.stdin.take();
    let output = std::thread::scope(|scope| {
        // A psql that stops at an error does not read the rest: what it says tells.
        scope.spawn(move || input.map(|mut input| input.write_all(script.as_bytes())));
        child.wait_with_output()
    });
    judged(output.map_err(not_run)?)
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
    command.args(["-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", url]);
    super::environment::tell_place(&mut command);
    command.env("PGCLIENTENCODING", "UTF8");
    Ok(command)
}

fn finish(mut command: Command) -> Result<Output, Failure> {
    judged(command.output().map_err(not_run)?)
}

fn not_run(error: std::io::Error) -> Failure {
    Failure::new(Code::StatementFailed, format!("psql cannot be run: {error}"))
}

fn judged(output: Output) -> Result<Output, Failure> {
    if output.status.success() {
        return Ok(output);
    }
    let said = String::from_utf8_lossy(&output.stderr).trim().to_owned();
    Err(Failure::new(Code::StatementFailed, "psql stopped at an error").help(said))
}
