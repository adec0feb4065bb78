//! `schemagen diff FROM TO`: what turns one schema into another.

use super::terminal::counted;
use super::{Exit, Terminal, model};
use crate::catalog::Catalog;
use crate::compile::{self, Compiled};
use crate::diagnostics::Code;
use crate::diff;
use crate::plan;
use crate::postgres::{self, Comparison, Doubt, Failure, Side};
use crate::source::Sources;
use crate::spec::lift::{self, Recognised};
use crate::spec::{self, Target};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Its arguments.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// What there is: a model file, git:REV[:PATH], or a database URL
    from: String,
    /// What there shall be: likewise
    to: String,
    /// How the difference is written; sql is what psql runs on FROM
    #[arg(long, default_value = "sql")]
    format: Format,
    /// The SQL also drops tables, columns, sequences and schemas that hold data
    #[arg(long)]
    allow_drop: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Sql,
    Json,
    Text,
}

/// Runs it.
pub fn run(arguments: &Arguments, terminal: &mut Terminal) -> Exit {
    let Some(from) = source(&arguments.from, terminal) else { return Exit::Failure };
    let Some(to) = source(&arguments.to, terminal) else { return Exit::Failure };
    let compared = terminal.busy("comparing", || compare(&from, &to));
    match compared {
        Ok(comparison) => show(&comparison, arguments, terminal),
        Err(failure) => terminal.failure(&failure),
    }
}

/// What an argument names.
enum Source {
    Model(Box<Compiled>),
    Database(String),
}

fn source(argument: &str, terminal: &mut Terminal) -> Option<Source> {
    if argument.starts_with("postgresql://") || argument.starts_with("postgres://") {
        return Some(Source::Database(argument.to_owned()));
    }
    let Some(revision) = argument.strip_prefix("git:") else {
        let (compiled, _) = model::read_or_say(Path::new(argument), terminal)?;
        return Some(Source::Model(Box::new(compiled)));
    };
    let (revision, path) = revision.split_once(':').unwrap_or((revision, "schema.yaml"));
    match checked_out(revision, path) {
        Ok((_folder, path)) => {
            let (compiled, _) = model::read_or_say(&path, terminal)?;
            Some(Source::Model(Box::new(compiled)))
        }
        Err(what) => {
            let failure = Failure::new(Code::FileUnreadable, what);
            terminal.failure(&failure.help("write git:REV or git:REV:PATH, with a revision that git knows"));
            None
        }
    }
}

/// The models of a revision in a folder of their own, which goes when it is dropped, and the path of the one asked for.
fn checked_out(revision: &str, path: &str) -> Result<(tempfile::TempDir, PathBuf), String> {
    let prefix = text(git(&["rev-parse", "--show-prefix"])?);
    let commit = text(
        git(&["rev-parse", "--verify", "--quiet", "--end-of-options", &format!("{revision}^{{commit}}")])
            .map_err(|_| format!("git knows no revision `{revision}`"))?,
    );
    let folder = tempfile::tempdir().map_err(|error| format!("no temporary folder: {error}"))?;
    let names = text(git(&["ls-tree", "-r", "-z", "--name-only", "--full-tree", &commit])?);
    for name in names.split('\0').filter(|name| name.ends_with(".yaml") || name.ends_with(".yml")) {
        let content = git(&["cat-file", "blob", &format!("{commit}:{name}")])?;
        let place = folder.path().join(name);
        let parent = place.parent().unwrap_or(folder.path());
        std::fs::create_dir_all(parent).map_err(|error| error.to_string())?;
        std::fs::write(&place, content.stdout).map_err(|error| error.to_string())?;
    }
    let wanted = folder.path().join(prefix).join(path);
    if wanted.is_file() { Ok((folder, wanted)) } else { Err(format!("there is no {path} in {revision}")) }
}

fn git(arguments: &[&str]) -> Result<Output, String> {
    let output = Command::new("git").args(arguments).output().map_err(|error| format!("git cannot be run: {error}"))?;
    if output.status.success() {
        return Ok(output);
    }
    Err(format!("git: {}", String::from_utf8_lossy(&output.stderr).lines().next().unwrap_or("it failed")))
}

fn text(output: Output) -> String {
    String::from_utf8_lossy(&output.stdout).trim_end_matches('\n').to_owned()
}

fn compare(from: &Source, to: &Source) -> Result<Comparison, Failure> {
    postgres::compare(side(from)?, side(to)?, &as_model)
}

/// What a database holds, as import would write it.
fn as_model(catalog: &Catalog) -> Option<Catalog> {
    let options = lift::Options { target: Target::Postgres, ..lift::Options::default() };
    let lifted = lift::lift(catalog, &Recognised::default(), &options);
    let mut sources = Sources::default();
    sources.add("schema.yaml", spec::format(&lifted.spec));
    crate::concurrent::aside(|| compile::catalog(&sources).0)
}

fn side(source: &Source) -> Result<Side<'_>, Failure> {
    Ok(match source {
        Source::Model(compiled) => Side::Model(&compiled.catalog),
        Source::Database(url) => Side::Database(Box::new(postgres::connect(url)?)),
    })
}

fn show(comparison: &Comparison, arguments: &Arguments, terminal: &mut Terminal) -> Exit {
    let Comparison { from, to, changes, doubt } = comparison;
    match arguments.format {
        Format::Text => terminal.text(diff::text(changes)),
        Format::Json => terminal.result(format!("{:#}", diff::json(changes))),
        Format::Sql => {
            let plan = plan::plan(from, to, changes, arguments.allow_drop);
            terminal.text(plan::sql(&plan));
            let withheld = plan.steps.iter().filter(|step| step.withheld).count();
            if withheld > 0 {
                terminal.message(format!(
                    "{} would lose data and are not in the SQL: look at them, then use --allow-drop",
                    counted(withheld, "statement")
                ));
            }
        }
    }
    if let Some(Doubt { older, newer }) = doubt {
        terminal.message(format!(
            "a scratch server of PostgreSQL {newer} cannot make what the one of {older} holds: what the two only spell \
             differently is among the differences"
        ));
    }
    terminal.message(counted(changes.len(), "difference"));
    if changes.is_empty() { Exit::Clean } else { Exit::Finding }
}
