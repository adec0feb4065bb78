//! What the compiler says, word for word: a folder a case (`model.yaml` and what it includes, `expected.txt`).
//!
//! `UPDATE_EXPECT=1 cargo test --test ui` writes the expectations anew: read the difference before you commit it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod pages;

use std::path::{Path, PathBuf};

use schemagen::diagnostics::{Code, Diagnostic, render};
use schemagen::source::Sources;

/// Codes that a model alone does not give, but a database, a change between two models, or a command's arguments: their
/// pages are tried in `tests/live/pages.rs`.
fn needs_more_than_a_model(code: Code) -> bool {
    code.as_str() >= "SG400" || (Code::UnknownBackEnd..=Code::TemplateBroken).contains(&code)
}

/// What loading and compiling a model finds.
fn findings(root: &Path) -> (Sources, Vec<Diagnostic>) {
    let (sources, mut findings) = schemagen::source::load(root);
    if findings.is_empty() {
        findings = schemagen::compile::compile(&sources).1;
    }
    (sources, findings)
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
        .filter(|code| !needs_more_than_a_model(**code) && !expected.contains(&format!("[{}]", code.as_str())))
        .map(|code| code.as_str())
        .collect();
    assert!(missing.is_empty(), "no case under tests/ui/cases says {}", missing.join(", "));
}
