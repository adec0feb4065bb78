//! Catalog against catalog: each manual change is reported, alone; an unchanged database is equal to itself.

use super::audited::compiled;
use super::drift::{EXAMPLES, applied, example};
use super::introspect::{kinds, read};
use crate::pg_dump::pg_dump;
use crate::servers;
use schemagen::catalog::quote_identifier;
use schemagen::diff::{Change, What, between, json, text};
use schemagen::postgres::run_script;
use std::process::Command;

/// `object: aspects`
pub fn told(change: &Change) -> String {
    let what = match &change.what {
        What::Added(_) => "added".to_owned(),
        What::Removed(_) => "removed".to_owned(),
        What::Changed(aspects) => aspects.iter().map(|aspect| aspect.name).collect::<Vec<_>>().join(", "),
    };
    format!("{}: {what}", change.object)
}

#[test]
fn each_change_is_reported_alone() {
    for scratch in servers() {
        let database = kinds("changes", scratch);
        let before = read(&database);
        let mut wrong = Vec::new();
        let cases: Vec<_> = include_str!("changes.txt").lines().filter(|line| !line.starts_with('#')).collect();
        assert!(cases.len() >= 60);
        for case in cases {
            let (statement, expected) = case.rsplit_once(" => ").unwrap();
            let changed = scratch.copy(&database).unwrap();
            if let Err(failure) = run_script(&mut changed.superuser().unwrap(), statement) {
                wrong.push(format!("{statement}\n  {failure}"));
                continue;
            }
            let changes = between(&before, &read(&changed));
            let found: Vec<String> = changes.iter().map(told).collect();
            if found.join("; ") != expected {
                wrong.push(format!("{statement}\n  expected {expected}\n  found    {}", found.join("; ")));
            }
            assert!(!text(&changes).is_empty() && json(&changes).as_array().unwrap().len() == changes.len());
        }
        assert!(wrong.is_empty(), "PostgreSQL {}:\n{}", scratch.major(), wrong.join("\n"));
    }
}

/// One model on servers of two versions, by the command: no difference; and a change on one of them is reported alone.
#[test]
fn one_model_on_two_versions_does_not_differ() {
    let sink = compiled(
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/models/kitchen-sink/schema.yaml").as_path(),
    );
    let models = EXAMPLES.iter().map(|name| example(name)).chain([sink]);
    let mut wrong = Vec::new();
    for compiled in models {
        let [old, new] = [0, 1].map(|server| applied(&servers()[server], &compiled));
        for urls in [[&old.url, &new.url], [&new.url, &old.url]] {
            let (exit, out) = differences(urls);
            if (exit, out.as_str()) != (Some(0), "") {
                wrong.push(format!("{}:\n{out}", compiled.catalog.hints.project));
            }
        }
        let table = compiled.catalog.tables.values().find(|table| !table.policies.is_empty()).unwrap();
        let policy = table.policies.keys().next().unwrap();
        let loosened = format!("alter policy {} on {} using (true)", quote_identifier(policy), table.name.sql());
        run_script(&mut new.superuser().unwrap(), &loosened).unwrap();
        let (exit, out) = differences([&old.url, &new.url]);
        if exit != Some(1) || out.matches("~ ").count() != 1 || !out.contains(policy) {
            wrong.push(format!("{}, {loosened}:\n{out}", compiled.catalog.hints.project));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What only one version has cannot be made on the other: then it is said that spellings count.
#[test]
fn what_another_version_cannot_make_is_said() {
    let [old, new] = [0, 1].map(|server| servers()[server].database("spelled").unwrap());
    for (database, more) in [(&old, "create extension pgtap schema public"), (&new, "")] {
        let script = format!("create table t (a int); create view v as select a from t; {more}");
        run_script(&mut database.superuser().unwrap(), &script).unwrap();
    }
    let output = Command::new(env!("CARGO_BIN_EXE_schemagen")).arg("diff").args([&old.url, &new.url]).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.code() == Some(1) && said.contains("PostgreSQL 18 cannot make what the one of 15"), "{said}");
    let (exit, _) = differences([&old.url, &old.url]);
    assert_eq!(exit, Some(0));
}

/// What `schemagen diff` says of two databases.
fn differences(urls: [&String; 2]) -> (Option<i32>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_schemagen"));
    let output = command.arg("diff").args(urls).args(["--format", "text"]).output().unwrap();
    let errors = if output.status.code() == Some(2) { output.stderr } else { Vec::new() };
    (output.status.code(), String::from_utf8_lossy(&[output.stdout, errors].concat()).into_owned())
}

#[test]
fn dump_and_restore_changes_nothing() {
    for scratch in servers() {
        let database = kinds("dump", scratch);
        let restored = scratch.database("restored").unwrap();
        let program = pg_dump(scratch.major());
        let dump = Command::new(program).arg("--schema-only").arg(&database.url).output().unwrap();
        assert!(dump.status.success(), "{}", String::from_utf8_lossy(&dump.stderr));
        run_script(&mut restored.superuser().unwrap(), &String::from_utf8(dump.stdout).unwrap()).unwrap();
        let changes = between(&read(&database), &read(&restored));
        assert!(changes.is_empty(), "PostgreSQL {}: {}", scratch.major(), text(&changes));
    }
}

#[test]
fn raw_sql_is_repeatable() {
    for scratch in servers() {
        let database = kinds("raw", scratch);
        let before = read(&database);
        for raw in &before.raw {
            run_script(&mut database.client().unwrap(), &raw.up).unwrap_or_else(|failure| panic!("{failure}"));
        }
        let changes = between(&before, &read(&database));
        assert!(changes.is_empty(), "{}", text(&changes));
    }
}
