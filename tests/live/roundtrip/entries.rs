//! No kind of object is forgotten: what pg_dump knows how to write is in a case of `cases`, or said not to be schema.

use super::{cases, lowest};
use crate::servers;
use schemagen::postgres::{Database, psql_files};
use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

/// Kinds of entries, each with its case; nothing where it is no schema.
fn entries() -> BTreeMap<&'static str, Option<&'static str>> {
    let lines = include_str!("entries.txt").lines().filter(|line| !line.starts_with('#'));
    let pairs = lines.map(|line| line.split_once(": ").expect("kind: case"));
    pairs.map(|(kind, case)| (kind, (!case.starts_with("- ")).then_some(case))).collect()
}

/// The kind of each entry of a database's archive: a line is `number; catalog oid KIND schema name owner`.
fn archived(database: &Database, major: u32) -> BTreeSet<String> {
    let program = crate::pg_dump::pg_dump(major);
    let file = tempfile::NamedTempFile::new().unwrap();
    let arguments = ["-Fc", "--file"];
    let dumped = Command::new(&program).args(arguments).arg(file.path()).arg(&database.url).output().unwrap();
    assert!(dumped.status.success(), "{}", String::from_utf8_lossy(&dumped.stderr));
    let listed = Command::new(program.with_file_name("pg_restore")).arg("-l").arg(file.path()).output().unwrap();
    assert!(listed.status.success(), "{}", String::from_utf8_lossy(&listed.stderr));
    let text = String::from_utf8(listed.stdout).unwrap();
    let entries = text.lines().filter(|line| !line.starts_with(';')).filter_map(|line| line.splitn(4, ' ').nth(3));
    entries.map(kind).collect()
}

/// The words in capitals that an entry begins with; a name in capitals belongs to the longest kind that is known.
fn kind(entry: &str) -> String {
    let known = entries();
    let kinds = known.keys().filter(|kind| entry.strip_prefix(**kind).is_some_and(|rest| rest.starts_with(' ')));
    kinds.max_by_key(|kind| kind.len()).map_or_else(|| format!("not listed: {entry}"), |kind| (*kind).to_owned())
}

#[test]
fn every_kind_of_entry_of_an_archive_has_a_case() {
    let scripts: BTreeMap<String, String> = cases().into_iter().collect();
    let mut wrong = Vec::new();
    for scratch in servers() {
        let mut archives: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        for (kind, case) in entries().into_iter().filter_map(|(kind, case)| Some((kind, case?))) {
            let Some(script) = scripts.get(case) else {
                wrong.push(format!("{kind}: there is no case {case}"));
                continue;
            };
            assert!(lowest(script) <= scratch.major(), "{case} is for newer servers only");
            let archive = archives.entry(case).or_insert_with(|| {
                let database = scratch.database(case).unwrap();
                let place = tempfile::NamedTempFile::new().unwrap();
                std::fs::write(place.path(), script).unwrap();
                psql_files(&database.url, &[place.path()]).unwrap_or_else(|failure| panic!("{case}: {failure}"));
                archived(&database, scratch.major())
            });
            if !archive.contains(kind) {
                wrong.push(format!("{kind}: {case} has none on PostgreSQL {}: {archive:?}", scratch.major()));
            }
        }
        wrong.extend(archives.values().flatten().filter(|kind| kind.starts_with("not listed")).cloned());
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
