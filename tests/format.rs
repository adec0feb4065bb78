//! A model that is read, written and read again is the same model.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use schemagen::diagnostics::{Code, Diagnostic};
use schemagen::source::Sources;
use schemagen::spec::{Spec, format, parse};

fn read(text: &str) -> (Spec, Vec<Diagnostic>) {
    let mut sources = Sources::default();
    sources.add("schema.yaml", text);
    parse(&sources)
}

/// A specification without its places.
fn bare(spec: &Spec) -> String {
    let text = format!("{spec:?}");
    let mut bare = String::new();
    let mut rest = text.as_str();
    while let Some((before, behind)) = rest.split_once("Span { source: ") {
        bare += before;
        rest = behind.split_once(" }").unwrap().1;
    }
    bare + rest
}

/// Every model of the repository.
fn models() -> Vec<(String, String)> {
    let places = ["examples", "tests/models", "src/spec/parse", "schema.yaml", "templates/init"];
    let mut found: Vec<_> = places
        .iter()
        .flat_map(|place| walkdir::WalkDir::new(place).into_iter().flatten())
        .map(|entry| entry.path().display().to_string())
        .filter(|path| path.ends_with(".yaml"))
        .collect();
    found.sort();
    found.into_iter().map(|path| (path.clone(), std::fs::read_to_string(path).unwrap())).collect()
}

#[test]
fn what_is_written_reads_the_same() {
    let models = models();
    assert!(models.len() > 8);
    for (path, text) in models {
        let (spec, _) = read(&text);
        let written = format(&spec);
        let (again, findings) = read(&written);
        let errors: Vec<_> = findings.iter().filter(|found| found.code != Code::MissingKey).collect();
        assert!(errors.is_empty(), "{path}: {errors:?}\n{written}");
        assert_eq!(bare(&spec), bare(&again), "{path}\n{written}");
        assert_eq!(written, format(&again), "{path}");
    }
}
