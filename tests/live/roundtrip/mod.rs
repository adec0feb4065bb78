//! Import: what is made by hand, read, lifted, lowered and made again on a new database, is the same. A file below
//! `cases` is one kind of object with all its options; each is run on every server.

mod command;
mod entries;

use crate::servers;
use schemagen::backends::{Backend, Options, sql::Sql};
use schemagen::catalog::Catalog;
use schemagen::compile::{Compiled, compile};
use schemagen::diff::{between, text};
use schemagen::output::OutputTree;
use schemagen::postgres::{Database, Failure, Scope, Scratch, introspect, psql_files};
use schemagen::source::Sources;
use schemagen::spec::lift::{self, Lifted, Recognised};
use schemagen::spec::{Target, format};
use std::process::Command;

/// What is wrong with one case on one server, a line each.
type Wrong = Vec<String>;

fn read(database: &Database) -> Catalog {
    introspect(&mut database.superuser().unwrap(), &Scope::default()).unwrap_or_else(|failure| panic!("{failure}"))
}

/// The model of a database, and what is said about it.
pub fn lifted(database: &Database, major: u32) -> Lifted {
    let options = lift::Options { target: Target::Postgres, postgres: major, ..lift::Options::default() };
    lift::lift(&read(database), &Recognised::default(), &options)
}

/// What a model compiles to, or its findings.
pub fn compiled(model: &str) -> Result<Compiled, String> {
    let mut sources = Sources::default();
    sources.add("schema.yaml", model.to_owned());
    let (compiled, findings) = compile(&sources);
    compiled.ok_or_else(|| schemagen::diagnostics::render(&findings, &sources, false))
}

/// The dump of a database without what is not schema, in any order.
fn dumped(database: &Database, major: u32) -> Vec<String> {
    let arguments = ["--schema-only", "--no-owner", "--exclude-schema=schemagen"];
    let output = Command::new(crate::pg_dump::pg_dump(major)).args(arguments).arg(&database.url).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    let parts: Vec<String> =
        text.split("\n\n").map(|part| part.lines().map(ordered).collect::<Vec<_>>().join("\n")).collect();
    let (grants, rest): (Vec<String>, Vec<String>) =
        parts.into_iter().partition(|part| part.starts_with("GRANT ") || part.starts_with("REVOKE "));
    let grants = grants.iter().flat_map(|part| part.lines()).map(str::to_owned);
    let mut parts: Vec<String> = rest.into_iter().chain(grants).collect();
    parts.retain(|part| !part.lines().all(|line| line.starts_with("--") || line.starts_with("\\") || line.is_empty()));
    parts.sort();
    parts
}

/// Storage parameters have no order.
fn ordered(line: &str) -> String {
    let parts = line.split_once("WITH (").and_then(|(head, rest)| Some((head, rest.split_once(')')?)));
    let Some((head, (inner, tail))) = parts else { return line.to_owned() };
    let mut list: Vec<&str> = inner.split(", ").collect();
    list.sort_unstable();
    format!("{head}WITH ({}){tail}", list.join(", "))
}

/// Runs the files as a user would.
fn run(database: &Database, tree: &OutputTree) -> Result<(), Failure> {
    let place = tempfile::tempdir().unwrap();
    let mut files = Vec::new();
    for (path, text) in tree.iter() {
        let file = place.path().join(path.replace('/', "__"));
        std::fs::write(&file, text).unwrap();
        files.push(file);
    }
    let files: Vec<_> = files.iter().map(std::path::PathBuf::as_path).collect();
    // the up files of a database without Supabase are run as whoever owns it
    psql_files(&database.url, &files).map(drop)
}

/// Imports a database, and compares: its model changes nothing on itself and makes the same on a new one.
fn check(scratch: &Scratch, name: &str, source: &Database) -> Wrong {
    let major = scratch.major();
    let before = read(source);
    let dump = dumped(source, major);
    let lifted = lifted(source, major);
    let model = format(&lifted.spec);
    if std::env::var_os("SHOW").is_some() {
        println!("{model}");
        lifted.notes.iter().for_each(|note| println!("{note:?}"));
    }
    let compiled = match compiled(&model) {
        Ok(compiled) => compiled,
        Err(findings) => return vec![format!("{name}: the model does not compile:\n{findings}")],
    };
    let tree = Sql.emit(&compiled.catalog, &Options::default());
    let mut wrong = Wrong::new();
    let fresh = scratch.database(name).unwrap();
    if let Err(failure) = run(&fresh, &tree) {
        return vec![format!("{name}: on a new database: {failure}")];
    }
    wrong.extend(differences(name, "made on a new database", &before, &read(&fresh)));
    wrong.extend(lines(name, "pg_dump of a new database", &dump, &dumped(&fresh, major)));
    if let Err(failure) = run(source, &tree) {
        wrong.push(format!("{name}: on its own database: {failure}"));
    }
    wrong.extend(differences(name, "run on its own database", &before, &read(source)));
    wrong
}

fn differences(name: &str, what: &str, from: &Catalog, to: &Catalog) -> Option<String> {
    let changes = between(from, to);
    (!changes.is_empty()).then(|| format!("{name}: {what}:\n{}", text(&changes)))
}

fn lines(name: &str, what: &str, from: &[String], to: &[String]) -> Option<String> {
    if from == to {
        return None;
    }
    let (from, to) = (from.join("\n"), to.join("\n"));
    let difference = similar::TextDiff::from_lines(&from, &to);
    Some(format!("{name}: {what}:\n{}", difference.unified_diff().context_radius(1)))
}

/// A name for messages, and the SQL of a case.
fn cases() -> Vec<(String, String)> {
    let own = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/live/roundtrip/cases");
    let folder = std::env::var_os("CASES").map_or(own, std::path::PathBuf::from);
    let only = std::env::var("CASE").unwrap_or_default();
    let mut found: Vec<(String, String)> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.file_stem().unwrap().to_string_lossy().into_owned(), std::fs::read_to_string(path).unwrap()))
        .filter(|(name, _)| name.contains(&only))
        .collect();
    if "kinds".contains(&only) {
        found.push(("kinds".to_owned(), kinds()));
    }
    found.sort();
    assert!(!found.is_empty(), "no case");
    found
}

/// One of every kind in one database, which introspection is tested with. Roles belong to the server.
fn kinds() -> String {
    let role = |name: &str| format!("do $$begin create role {name}; exception when duplicate_object then null; end$$;");
    let script = include_str!("../postgres/kinds.sql");
    script.replace("create role reader;", &role("reader")).replace("create role writer;", &role("writer"))
}

/// The first line of a case may say the lowest server that it runs on: `-- from 18`.
fn lowest(script: &str) -> u32 {
    let first = script.lines().next().unwrap_or_default();
    first.strip_prefix("-- from ").and_then(|version| version.trim().parse().ok()).unwrap_or(0)
}

#[test]
fn every_kind_comes_back() {
    let mut wrong = Wrong::new();
    for scratch in servers() {
        for (name, script) in cases().into_iter().filter(|(_, script)| lowest(script) <= scratch.major()) {
            let source = scratch.database(&name).unwrap();
            let place = tempfile::NamedTempFile::new().unwrap();
            std::fs::write(place.path(), &script).unwrap();
            let made = psql_files(&source.url, &[place.path()]).map(drop);
            let found = match made {
                // one that cannot be read is to leave the others tried
                Ok(()) => std::panic::catch_unwind(|| check(scratch, &name, &source))
                    .unwrap_or_else(|_| vec![format!("{name}: see above")]),
                Err(failure) => vec![format!("{name}: the case itself: {failure}")],
            };
            wrong.extend(found.into_iter().map(|line| format!("PostgreSQL {} {line}", scratch.major())));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
