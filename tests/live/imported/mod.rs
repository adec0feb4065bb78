//! `schemagen import` of schemas that are not ours, end to end: the model that it writes is built, does nothing to the
//! database that it came from, and makes an equal one out of an empty database.

mod cases;
mod debian;
mod dump;
mod examples;
mod projects;

use dump::{catalog, dump, load};
use schemagen::postgres::Database;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What an import came to.
pub struct Imported {
    /// The model, as written.
    pub model: String,
    /// What import said of it.
    pub report: String,
    /// The files that the model builds.
    pub up: Vec<PathBuf>,
    /// Where they are.
    _place: tempfile::TempDir,
}

/// Imports a database and builds the model.
pub fn import(source: &Database) -> Result<Imported, String> {
    let place = tempfile::tempdir().unwrap();
    let model = place.path().join("schema.yaml");
    let report = schemagen(&["import", "--database", &source.url, "-o"], &model)?;
    let out = place.path().join("generated");
    let out_text = out.display().to_string();
    schemagen(&["build", "-o", &out_text, "--only", "sql", "-m"], &model)
        .map_err(|failure| format!("the model does not build: {failure}"))?;
    let mut up: Vec<PathBuf> =
        std::fs::read_dir(out.join("sql/up")).unwrap().map(|file| file.unwrap().path()).collect();
    up.sort();
    // but where it was written
    let report = report.lines().filter(|line| !line.starts_with("wrote ")).map(|line| format!("{line}\n")).collect();
    Ok(Imported { model: std::fs::read_to_string(&model).unwrap(), report, up, _place: place })
}

/// Runs schemagen with a path as its last argument; what it said, or how it failed. Findings (exit 1) are no failure.
fn schemagen(arguments: &[&str], path: &Path) -> Result<String, String> {
    let output =
        Command::new(env!("CARGO_BIN_EXE_schemagen")).args(arguments).arg(path).env("NO_COLOR", "1").output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    if output.status.code().is_some_and(|code| code < 2) { Ok(said) } else { Err(said) }
}

impl Imported {
    /// Runs the model's files on a database.
    pub fn up(&self, database: &Database) -> Result<(), String> {
        let files: Vec<_> = self.up.iter().map(PathBuf::as_path).collect();
        schemagen::postgres::psql_files(&database.url, &files).map(drop).map_err(|failure| failure.to_string())
    }

    /// The model's files make an equal database out of an empty one and leave the one it came from as it is. Gives what
    /// is wrong.
    pub fn is_exact(&self, source: &Database, fresh: &Database) -> Result<(), String> {
        self.up(fresh).map_err(|failure| format!("on a fresh database: {failure}"))?;
        same(source, fresh, "a fresh database is not the same (-source, +built)")?;
        let (dumped, read) = (dump(source), catalog(source));
        self.up(source).map_err(|failure| format!("on its own database: {failure}"))?;
        differ(&dumped, &dump(source), "its own database was changed")?;
        differ(&read, &catalog(source), "its own database was changed, as its catalogs say")
    }
}

/// Two databases dump alike, and hold the same for the catalogs.
fn same(one: &Database, other: &Database, what: &str) -> Result<(), String> {
    differ(&dump(one), &dump(other), what)?;
    differ(&catalog(one), &catalog(other), &format!("{what}, as its catalogs say"))
}

fn differ(before: &str, after: &str, what: &str) -> Result<(), String> {
    if before == after {
        return Ok(());
    }
    let changes = similar::TextDiff::from_lines(before, after).unified_diff().context_radius(3).to_string();
    let lines = changes.lines().count();
    let shown: Vec<&str> = changes.lines().take(80).collect();
    Err(format!("{what} ({lines} lines):\n{}", shown.join("\n")))
}

/// Sees whether all of many ended well, and says each that did not.
pub fn all_well(ended: &[(String, Result<(), String>)]) {
    assert!(!ended.is_empty());
    let wrong: Vec<String> =
        ended.iter().filter_map(|(name, end)| end.as_ref().err().map(|why| format!("== {name}: {why}"))).collect();
    assert!(wrong.is_empty(), "{} of {} failed\n{}", wrong.len(), ended.len(), wrong.join("\n"));
}
