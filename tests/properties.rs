//! Properties of every model, held on random ones.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use schemagen::backends::{self, Options};
use schemagen::compile::{Compiled, compile};
use schemagen::diagnostics::Severity;
use schemagen::prove::random;
use schemagen::source::load;

const MODELS: u64 = 200;

fn compiled(text: &str) -> (Option<Compiled>, Vec<String>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("schema.yaml");
    std::fs::write(&path, text).unwrap();
    let (sources, findings) = load(&path);
    assert!(findings.is_empty(), "{findings:?}");
    let (compiled, findings) = compile(&sources);
    let errors = findings.into_iter().filter(|finding| finding.severity == Severity::Error);
    (compiled, errors.map(|finding| format!("{}: {} ({})", finding.code, finding.message, finding.help)).collect())
}

fn output(compiled: &Compiled) -> Vec<(String, String)> {
    let trees = backends::all().iter().map(|backend| backend.emit(&compiled.catalog, &Options::default()));
    let files =
        trees.flat_map(|tree| tree.iter().map(|(path, text)| (path.to_owned(), text.to_owned())).collect::<Vec<_>>());
    files.collect()
}

#[test]
fn every_random_model_is_valid() {
    let invalid: Vec<String> = (1..=MODELS)
        .filter_map(|seed| {
            let (_, errors) = compiled(&random::model(seed));
            (!errors.is_empty()).then(|| format!("seed {seed}: {}", errors.join("; ")))
        })
        .collect();
    assert!(invalid.is_empty(), "{}\n{}", invalid.len(), invalid.join("\n"));
}

#[test]
fn a_build_is_the_same_twice() {
    for seed in 1..=MODELS / 10 {
        let text = random::model(seed);
        let once = output(&compiled(&text).0.unwrap());
        assert!(once == output(&compiled(&text).0.unwrap()), "seed {seed}");
    }
}

/// The tables of a model in the opposite order mean the same.
#[test]
fn the_order_of_tables_means_nothing() {
    for seed in 1..=MODELS / 10 {
        let text = random::model(seed);
        let turned = tables_turned(&text);
        assert_ne!(text, turned);
        assert!(output(&compiled(&text).0.unwrap()) == output(&compiled(&turned).0.unwrap()), "seed {seed}");
    }
}

/// The model with its tables from the last to the first; what stands before and behind them stays.
fn tables_turned(text: &str) -> String {
    let (head, rest) = text.split_once("tables:\n").unwrap();
    let end = rest.lines().take_while(|line| line.starts_with(' ')).map(|line| line.len() + 1).sum();
    let (tables, tail) = rest.split_at(end);
    let mut blocks: Vec<String> = Vec::new();
    for line in tables.lines() {
        if !line.starts_with("   ") {
            blocks.push(String::new());
        }
        blocks.last_mut().unwrap().extend([line, "\n"]);
    }
    blocks.reverse();
    format!("{head}tables:\n{}{tail}", blocks.concat())
}
