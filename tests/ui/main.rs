//! What the compiler says, word for word: a folder a case (`model.yaml` and what it includes, `expected.txt`).
//!
//! `UPDATE_EXPECT=1 cargo test --test ui` writes the expectations anew: read the difference before you commit it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod pages;

use std::path::{Path, PathBuf};

use schemagen::diagnostics::{Code, Diagnostic, render};
use schemagen::source::Sources;

/// Codes that only a database, or a change between two models, can give: their tests are elsewhere.
fn needs_a_database(code: Code) -> bool {
    code.as_str() >= "SG400"
}

/// What loading and compiling a model finds.
fn findings(root: &Path) -> (Sources, Vec<Diagnostic>) {
    let (sources, mut findings) = schemagen::source::load(root);
    if findings.is_empty() {
        findings = schemagen::compile::compile(&sources).1;
    }
    (sources, findings)
}

/// Not asserted by any test yet. SG505 comes after the server's own error, at which psql has stopped.
const OPEN: &[&str] = &["SG402", "SG505", "SG508", "SG509"];

/// The texts of the tests below a folder, and the names of their files.
fn texts(folder: &Path) -> String {
    let mut all = String::new();
    for entry in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() {
            all.push_str(&texts(&entry));
        } else {
            all.push_str(&entry.display().to_string());
            all.push_str(&std::fs::read_to_string(&entry).unwrap_or_default());
        }
    }
    all
}

#[test]
fn every_code_of_a_database_is_asserted_in_a_test() {
    let all = texts(Path::new("tests/live")) + &std::fs::read_to_string("tests/cli.rs").unwrap();
    let asserted = |code: &Code| all.contains(code.as_str()) || all.contains(&format!("Code::{code:?},"));
    let missing: Vec<&str> =
        Code::ALL.iter().filter(|code| needs_a_database(**code) && !asserted(code)).map(|code| code.as_str()).collect();
    assert_eq!(missing, OPEN);
}

fn cases() -> Vec<PathBuf> {
    let mut cases: Vec<PathBuf> =
        std::fs::read_dir("tests/ui/cases").unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    cases
}

#[test]
fn every_case_says_what_is_expected() {
    let mut wrong = Vec::new();
    for case in cases() {
        let (sources, findings) = findings(&case.join("model.yaml"));
        let said = render(&findings, &sources, false).replace(&format!("{}/", case.display()), "");
        let said: String = said.lines().map(|line| format!("{}\n", line.trim_end())).collect();
        let path = case.join("expected.txt");
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            std::fs::write(&path, &said).unwrap();
        } else if std::fs::read_to_string(&path).unwrap_or_default() != said {
            wrong.push(format!("{}:\n{said}", case.display()));
        }
    }
    assert!(wrong.is_empty(), "not as in expected.txt:\n\n{}", wrong.join("\n"));
}

#[test]
fn every_code_has_a_case() {
    let expected: String =
        cases().iter().map(|case| std::fs::read_to_string(case.join("expected.txt")).unwrap_or_default()).collect();
    let missing: Vec<&str> = Code::ALL
        .iter()
        .filter(|code| !needs_a_database(**code) && !expected.contains(&format!("[{}]", code.as_str())))
        .map(|code| code.as_str())
        .collect();
    assert!(missing.is_empty(), "no case under tests/ui/cases says {}", missing.join(", "));
}
