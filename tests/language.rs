//! The reference of the language, sentence by sentence, as data.
//!
//! `tests/language/examples/*.yaml`: its example blocks, each completed to a model, compile.
//! `tests/language/same/*.yaml`: short and long ways to write one thing. `=====` stands between them; what is above the
//! first `-----` is common to all. Every back end makes the same of all of them, and something else of those below
//! `!====`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use schemagen::backends::{self, Options};
use schemagen::diagnostics::{Severity, render};
use schemagen::source::Sources;
use std::path::{Path, PathBuf};

/// What every back end makes of a model, as one text; else what is wrong with it.
fn output(text: &str) -> Result<String, String> {
    let mut sources = Sources::default();
    sources.add("schema.yaml", text.to_owned());
    let (compiled, findings) = schemagen::compile::compile(&sources);
    let errors: Vec<_> = findings.into_iter().filter(|finding| finding.severity == Severity::Error).collect();
    let catalog = compiled.ok_or_else(|| render(&errors, &sources, false))?.catalog;
    let mut text = String::new();
    for backend in backends::all() {
        let tree = backend.emit(&catalog, &Options::default());
        tree.iter().for_each(|(path, file)| text.push_str(&format!("==== {path}\n{file}")));
    }
    Ok(text)
}

fn cases(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/language").join(folder);
    let mut cases: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    assert!(!cases.is_empty());
    cases
}

#[test]
fn every_example_compiles() {
    let wrong: Vec<String> = cases("examples")
        .iter()
        .filter_map(|case| {
            let text = std::fs::read_to_string(case).unwrap();
            output(&text).err().map(|errors| format!("{}:\n{errors}", case.display()))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The ways to write one thing, and the ways to write another.
fn ways(text: &str) -> (Vec<String>, Vec<String>) {
    let (common, ways) = text.split_once("-----\n").unwrap_or(("", text));
    let (same, others) = ways.split_once("!====\n").unwrap_or((ways, ""));
    let whole = |way: &str| format!("schemagen: 1\n{common}{way}");
    let split = |ways: &str| ways.split("=====\n").filter(|way| !way.is_empty()).map(whole).collect::<Vec<_>>();
    (split(same), split(others))
}

/// What is wrong with a case.
fn fault(text: &str) -> Option<String> {
    let (same, others) = ways(text);
    assert!(same.len() >= 2 || !others.is_empty(), "nothing to compare");
    let first = match output(&same[0]) {
        Ok(first) => first,
        Err(errors) => return Some(errors),
    };
    for (way, equal) in same.iter().map(|way| (way, true)).chain(others.iter().map(|way| (way, false))) {
        match output(way) {
            Err(errors) => return Some(format!("{way}\n{errors}")),
            Ok(found) if (found == first) != equal => {
                let difference = similar::TextDiff::from_lines(&first, &found).unified_diff().to_string();
                return Some(format!("{way}\n{}", if equal { difference.as_str() } else { "is the same" }));
            }
            Ok(_) => {}
        }
    }
    None
}

#[test]
fn short_and_long_ways_mean_the_same() {
    let wrong: Vec<String> = cases("same")
        .iter()
        .filter_map(|case| {
            let fault = fault(&std::fs::read_to_string(case).unwrap());
            fault.map(|fault| format!("{}:\n{fault}", case.file_name().unwrap().display()))
        })
        .collect();
    assert!(wrong.is_empty(), "{} cases\n{}", wrong.len(), wrong.join("\n"));
}
