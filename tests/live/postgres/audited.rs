//! Audit of whole schemas: one hole each among much that is right; what we compile ourselves; and the lists that the
//! rules are to cover.

use super::audit::everything;
use super::drift::{EXAMPLES, applied, example};
use super::introspect::read;
use crate::servers;
use schemagen::audit::{Finding, RULES, Severity, audit, text};
use schemagen::compile::{Compiled, compile};
use schemagen::postgres::{Binaries, Version, run_script};
use schemagen::prove::random;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

/// In each schema of `audited`, the errors and warnings are those at its head, and no others.
#[test]
fn the_hole_is_found_and_nothing_else() {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder("live/audited")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut wrong = Vec::new();
    for scratch in servers() {
        for file in &files {
            let script = std::fs::read_to_string(file).unwrap();
            let database = scratch.supabase("audited").unwrap();
            run_script(&mut database.client().unwrap(), &script)
                .unwrap_or_else(|failure| panic!("{}: {failure}", file.display()));
            let expected: BTreeSet<String> =
                script.lines().filter_map(|line| line.strip_prefix("-- finds: ")).map(str::to_owned).collect();
            // Supabase gives callers TRUNCATE and the like on every new table
            let serious = |found: &&Finding| found.severity < Severity::Note && found.rule != "dangerous-privileges";
            let all = everything(&database);
            let told = |found: &Finding| format!("{}[{}] {}", found.severity.as_str(), found.rule, found.object);
            let found: BTreeSet<String> = all.iter().filter(serious).map(told).collect();
            if found != expected {
                let missing: Vec<_> = expected.difference(&found).collect();
                let more: Vec<_> =
                    all.iter().filter(|one| !expected.contains(&told(one))).filter(serious).cloned().collect();
                wrong.push(format!("{}: not found {missing:?}; found as well:\n{}", file.display(), text(&more)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A model, compiled.
pub fn compiled(path: &Path) -> Compiled {
    let (sources, findings) = schemagen::source::load(path);
    assert!(findings.is_empty(), "{findings:?}");
    let (compiled, findings) = compile(&sources);
    compiled.unwrap_or_else(|| panic!("{}: {findings:#?}", path.display()))
}

/// What is found in a model of the tests because the model says so.
const WANTED: &[(&str, &str, &str)] = &[
    ("clubs", "graft-under-a-stranger", "foreign key attendances_membership_id_fkey on public.attendances"),
    ("clubs", "junction-without-timestamps", "table public.attendances"),
    ("clubs", "junction-without-timestamps", "table public.match_guests"),
    ("kitchen-sink", "row-security-off", "table public.open_lists"),
    ("kitchen-sink", "policies-overlap", "policy jobs_read_as_reviewer_done on public.jobs"),
    ("membership", "graft-under-a-stranger", "foreign key comments_task_id_fkey on public.comments"),
    ("claims", "many-permissive-policies", "table public.papers"),
    ("owners", "graft-under-a-stranger", "foreign key remarks_desk_id_fkey on public.remarks"),
    ("owners", "graft-under-a-stranger", "foreign key visits_other_id_fkey on public.visits"),
    ("owners", "cascade-across-owners", "foreign key visits_other_id_fkey on public.visits"),
    ("types", "no-primary-key", "table public.notes"),
    ("written", "row-security-off", "table public.kinds"),
    ("written", "no-primary-key", "table public.base"),
    ("written", "no-primary-key", "table public.events"),
];

/// What dice may well write: a second right that a first one covers, junctions without times and between two owners,
/// several owners of which one alone may place a row, rights of a column without a reference, which has no index, rows
/// without a key.
const DICE: &[&str] = &[
    "cascade-across-owners",
    "graft-under-a-stranger",
    "junction-without-timestamps",
    "no-primary-key",
    "policies-overlap",
    "unindexed-policy-column",
];

fn is_wanted(model: &str, finding: &Finding) -> bool {
    let exactly =
        |&(name, rule, object): &(&str, &str, &str)| (name, rule, object) == (model, finding.rule, &finding.object);
    WANTED.iter().any(exactly) || model.starts_with("random-") && DICE.contains(&finding.rule)
}

#[test]
fn nothing_is_found_in_what_we_compile() {
    let mut wrong = Vec::new();
    let models = std::fs::read_dir(folder("models")).unwrap().map(|entry| entry.unwrap().path().join("schema.yaml"));
    let mut all: Vec<(String, Compiled)> = EXAMPLES.iter().map(|name| ((*name).to_owned(), example(name))).collect();
    let place = tempfile::tempdir().unwrap();
    let random = (1..=8).map(|seed: u64| {
        let path = place.path().join(format!("random-{seed}.yaml"));
        std::fs::write(&path, random::model(seed)).unwrap();
        path
    });
    for path in models.filter(|path| path.exists()).chain(random) {
        let name = if path.starts_with(place.path()) { path.file_stem() } else { path.parent().unwrap().file_name() };
        all.push((name.unwrap().to_string_lossy().into_owned(), compiled(&path)));
    }
    for (name, compiled) in &all {
        for scratch in servers() {
            let database = applied(scratch, compiled);
            let mut found = audit(&read(&database));
            found.retain(|finding| !is_wanted(name, finding));
            if !found.is_empty() {
                wrong.push(format!("{name} on {}:\n{}", scratch.major(), text(&found)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The command, on each example and each server: of a live database, and of the model.
#[test]
fn the_command_finds_nothing_in_the_examples() {
    for scratch in servers() {
        let server = Binaries::find(Version::Major(scratch.major())).unwrap();
        let folder = server.program("postgres").parent().unwrap().to_path_buf();
        for name in EXAMPLES {
            let database = applied(scratch, &example(name));
            let model = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name).join("schema.yaml");
            for arguments in [["--database", &database.url], ["-m", &model.display().to_string()]] {
                let mut command = Command::new(env!("CARGO_BIN_EXE_schemagen"));
                command.arg("audit").args(arguments).env("SCHEMAGEN_PG_BIN", &folder);
                let output = command.output().unwrap();
                let told = String::from_utf8_lossy(&output.stdout);
                assert_eq!(output.status.code(), Some(0), "{name} on {}: {told}", scratch.major());
            }
        }
    }
}

/// The rows of the tables of a README: first cell, and what stands in `code` in the second.
fn rows(readme: &str) -> Vec<(String, Vec<String>)> {
    let text = std::fs::read_to_string(folder(readme)).unwrap();
    let cells = text.lines().filter_map(|line| line.strip_prefix("| ")?.split_once(" | "));
    let cells = cells.filter(|(first, _)| !["trap", "lint", "fault"].contains(first));
    let code = |cell: &str| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect();
    cells.map(|(first, second)| (first.to_owned(), code(second))).collect()
}

/// Every lint of splinter, every trap, and every rule is in the tables of `tests/live/audit/README.md`.
#[test]
fn the_lists_are_covered() {
    let rows_here = rows("live/audit/README.md");
    let named: BTreeSet<&str> = rows_here.iter().flat_map(|(_, rules)| rules).map(String::as_str).collect();
    let rules: BTreeSet<&str> = RULES.iter().map(|rule| rule.name).collect();
    assert_eq!(named, rules);
    for number in 1..=31 {
        let lint = format!("{number:04} ");
        assert!(rows_here.iter().any(|(first, rules)| first.starts_with(&lint) && !rules.is_empty()), "{lint}");
    }
    let ours: BTreeSet<&String> = rows_here.iter().map(|(first, _)| first).collect();
    let traps = rows("live/traps/README.md");
    let missing: Vec<_> = traps.iter().map(|(first, _)| first).filter(|trap| !ours.contains(trap)).collect();
    assert!(missing.is_empty(), "no rule for {missing:?}");
}
