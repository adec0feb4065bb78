//! Catalog against catalog: each manual change is reported, alone; an unchanged database is equal to itself.

use super::introspect::{kinds, read};
use crate::pg_dump::pg_dump;
use crate::servers;
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
