//! `verify` on the examples and the models for tests, on every server.

use crate::servers;
use schemagen::compile::{Compiled, compile};
use schemagen::prove::{self, Options, Report};
use schemagen::source::load;
use std::path::{Path, PathBuf};

fn compiled(path: &Path) -> Compiled {
    let (sources, findings) = load(path);
    assert!(findings.is_empty(), "{findings:?}");
    compile(&sources).0.unwrap()
}

fn models(folder: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut found: Vec<PathBuf> =
        std::fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path().join("schema.yaml")).collect();
    found.retain(|path| path.is_file());
    found.sort();
    found
}

fn verify(path: &Path, also: Option<&str>) -> Vec<Report> {
    let compiled = compiled(path);
    let options = Options { also, ..Options::default() };
    servers().iter().map(|scratch| prove::verify_on(scratch, &compiled, &options).unwrap()).collect()
}

#[test]
fn the_examples_are_isolated() {
    for path in models("examples") {
        for report in verify(&path, None) {
            assert!(report.is_clean(), "{}\n{}", path.display(), report.text());
            assert!(report.probes > 500, "{}", report.text());
        }
    }
}
