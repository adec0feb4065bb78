//! The model's own SQL, run as a user would run it.

use crate::backends::{Backend, Options, sql};
use crate::compile::Compiled;
use crate::diagnostics::Code;
use crate::postgres::{Database, Failure, client_program, psql_files, run_script};
use std::path::PathBuf;

/// Applies `sql/up`.
pub fn up(database: &Database, compiled: &Compiled) -> Result<(), Failure> {
    files(database, compiled, "sql/up/")
}

/// Runs the files below a folder in name order: with psql, or without it statement by statement.
pub fn files(database: &Database, compiled: &Compiled, folder: &str) -> Result<(), Failure> {
    let tree = sql::Sql.emit(&compiled.catalog, &Options::default());
    let texts: Vec<(&str, &str)> = tree.iter().filter(|(path, _)| path.starts_with(folder)).collect();
    if client_program("psql").is_none() {
        let mut client = database.client()?;
        return texts.iter().try_for_each(|(_, text)| run_script(&mut client, text));
    }
    let failed =
        |error: std::io::Error| Failure::new(Code::StatementFailed, format!("a file cannot be written: {error}"));
    let place = tempfile::tempdir().map_err(failed)?;
    let mut paths: Vec<PathBuf> = Vec::new();
    for (path, text) in texts {
        let file = place.path().join(path.replace('/', "_"));
        std::fs::write(&file, text).map_err(failed)?;
        paths.push(file);
    }
    psql_files(&database.url, &paths.iter().map(PathBuf::as_path).collect::<Vec<_>>())?;
    Ok(())
}
