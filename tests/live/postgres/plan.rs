//! The SQL of `diff`: run on the one side, it makes the other.

use super::drift::{EXAMPLES, applied, example};
use super::introspect::{kinds, read};
use crate::{psql, servers};
use schemagen::catalog::Catalog;
use schemagen::diff::{Change, between, text};
use schemagen::plan::{plan, sql};
use schemagen::postgres::{Comparison, Database, Scratch, Side, compare, drift_on, psql_files, run_script};

/// Runs the SQL that turns a database into a catalog, with psql, and gives what is left of the difference.
fn turned(database: &Database, to: &Catalog) -> Result<Vec<Change>, String> {
    let from = read(database);
    let changes = between(&from, to);
    run(database, &sql(&plan(&from, to, &changes, true)))?;
    Ok(between(&read(database), to))
}

/// As psql runs it.
fn run(database: &Database, script: &str) -> Result<(), String> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("diff.sql");
    std::fs::write(&file, script).unwrap();
    psql_files(&database.url, &[&file]).map(drop).map_err(|failure| format!("{failure}\n{script}"))
}

/// What is wrong with a way there, if anything is.
fn wrong(what: &str, database: &Database, to: &Catalog) -> Option<String> {
    match turned(database, to) {
        Err(failure) => Some(format!("{what}: {failure}")),
        Ok(left) => (!left.is_empty()).then(|| format!("{what}: left over\n{}", text(&left))),
    }
}

/// What `diff` says that no statement can do: a column becomes generated, or gets its old place again.
const NO_WAY_BACK: &[&str] = &["drop expression", "drop column changed"];

/// Each change of `changes.txt`, made and taken back by the SQL of `diff`.
#[test]
fn each_difference_is_made_and_taken_back() {
    for scratch in servers() {
        let original = kinds("plan", scratch);
        let before = read(&original);
        let mut failures = Vec::new();
        for case in include_str!("changes.txt").lines().filter(|line| !line.starts_with('#')) {
            let (statement, _) = case.rsplit_once(" => ").unwrap();
            let changed = scratch.copy(&original).unwrap();
            run_script(&mut changed.superuser().unwrap(), statement).unwrap();
            let after = read(&changed);
            let there = scratch.copy(&original).unwrap();
            // nobody makes an index invalid
            if !statement.contains("indisvalid") {
                failures.extend(wrong(&format!("make: {statement}"), &there, &after));
            }
            if !NO_WAY_BACK.iter().any(|word| statement.contains(word)) {
                failures.extend(wrong(&format!("take back: {statement}"), &changed, &before));
            }
        }
        assert!(failures.is_empty(), "PostgreSQL {}:\n{}", scratch.major(), failures.join("\n\n"));
    }
}

fn empty(scratch: &Scratch) -> Database {
    scratch.database("empty").unwrap()
}

/// Everything from nothing, and nothing from everything.
#[test]
fn a_whole_database_comes_and_goes() {
    for scratch in servers() {
        let database = kinds("whole", scratch);
        let whole = read(&database);
        let nothing = read(&empty(scratch));
        let failures: Vec<String> =
            [wrong("all from nothing", &empty(scratch), &whole), wrong("nothing from all", &database, &nothing)]
                .into_iter()
                .flatten()
                .collect();
        assert!(failures.is_empty(), "PostgreSQL {}:\n{}", scratch.major(), failures.join("\n\n"));
    }
}

/// From a database to a model: afterwards nothing has drifted, and there is nothing left to do.
#[test]
fn a_database_becomes_a_model() {
    for name in EXAMPLES {
        let compiled = example(name);
        let database = servers()[0].supabase("becomes").unwrap();
        let sides = || {
            compare(Side::Database(Box::new(database.client().unwrap())), Side::Model(&compiled.catalog), &|_| None)
                .unwrap_or_else(|failure| panic!("{name}: {failure}"))
        };
        let Comparison { from, to, changes, .. } = sides();
        run(&database, &sql(&plan(&from, &to, &changes, false))).unwrap_or_else(|failure| panic!("{name}: {failure}"));
        let Comparison { from, to, changes, .. } = sides();
        assert!(changes.is_empty(), "{name}:\n{}", text(&changes));
        assert_eq!(sql(&plan(&from, &to, &changes, false)), "");
        let drifted = drift_on(&servers()[0], &compiled.catalog, &mut database.client().unwrap()).unwrap();
        assert!(drifted.is_empty(), "{name}:\n{}", text(&drifted));
    }
}

/// What holds data stays, unless it is said that it may go; and does not stand in the way of new rows.
#[test]
fn nothing_is_lost_unasked() {
    let scratch = &servers()[0];
    let database = scratch.database("kept").unwrap();
    let script = "create table public.kept (id int primary key, old text not null); create table public.gone (id int primary key);
        insert into public.kept values (1, 'x'); insert into public.gone values (1)";
    run_script(&mut database.client().unwrap(), script).unwrap();
    let wanted = scratch.database("wanted").unwrap();
    run_script(&mut wanted.client().unwrap(), "create table public.kept (id int primary key)").unwrap();
    let (from, to) = (read(&database), read(&wanted));
    let changes = between(&from, &to);
    let careful = sql(&plan(&from, &to, &changes, false));
    for line in ["-- drop table public.gone;", "-- alter table public.kept drop column old;"] {
        assert!(careful.contains(line), "{careful}");
    }
    run(&database, &careful).unwrap();
    run_script(&mut database.client().unwrap(), "insert into public.kept (id) values (2)").unwrap();
    assert_eq!(psql(&database, "select count(*) from public.gone"), "1");
    assert!(turned(&database, &to).unwrap().is_empty());
}

/// The command: models, revisions and databases; exit codes; nothing when there is no difference.
#[test]
fn diff_takes_models_revisions_and_databases() {
    let folder = tempfile::tempdir().unwrap();
    let run = |program: &str, arguments: &[&str]| {
        let output = std::process::Command::new(program).args(arguments).current_dir(folder.path()).output().unwrap();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        (output.status.code(), text(&output.stdout), text(&output.stderr))
    };
    let schemagen = |arguments: &[&str]| run(env!("CARGO_BIN_EXE_schemagen"), &[&["diff"], arguments].concat());
    let model = folder.path().join("schema.yaml");
    let source = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/saas-foundation/schema.yaml");
    std::fs::copy(source, &model).unwrap();
    for arguments in [
        &["init", "-q"][..],
        &["add", "."],
        &["-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-q", "-m", "first"],
    ] {
        assert_eq!(run("git", arguments).0, Some(0), "{arguments:?}");
    }
    let none = schemagen(&["git:HEAD", "schema.yaml"]);
    assert_eq!((none.0, none.1.as_str()), (Some(0), ""), "{}", none.2);
    let database = applied(&servers()[0], &example("saas-foundation"));
    let none = schemagen(&[&database.url, "git:HEAD:schema.yaml", "--format", "text"]);
    assert_eq!((none.0, none.1.as_str()), (Some(0), ""), "{}", none.2);

    let text = std::fs::read_to_string(&model).unwrap();
    let text = text.replacen("    columns:\n", "    columns:\n      extra_note: text?\n", 1);
    std::fs::write(&model, text).unwrap();
    let (exit, found, _) = schemagen(&["git:HEAD", "schema.yaml", "--format", "json"]);
    let found: serde_json::Value = serde_json::from_str(&found).unwrap();
    assert_eq!(exit, Some(1));
    assert!(found.as_array().unwrap().iter().any(|change| change["name"] == "extra_note"), "{found:#}");
    let (exit, script, _) = schemagen(&[&database.url, "schema.yaml"]);
    assert!(exit == Some(1) && script.contains("add column extra_note text"), "{script}");
    self::run(&database, &script).unwrap();
    assert_eq!(schemagen(&[&database.url, "schema.yaml"]).0, Some(0));
    for bad in [
        ["git:nothing", "schema.yaml"],
        ["git:HEAD:none.yaml", "schema.yaml"],
        ["postgresql://a@localhost:1/b", "schema.yaml"],
    ] {
        let (exit, out, message) = schemagen(&bad);
        assert!(exit == Some(2) && out.is_empty() && message.contains("help: "), "{bad:?}: {message}");
    }
}
