//! Random models: what `verify` proves of the examples it proves of any model.
//!
//! `SCHEMAGEN_RANDOM_MODELS=300 SCHEMAGEN_RANDOM_SEED=1 cargo test --test live random` runs as many as wanted, from a
//! seed on; `SCHEMAGEN_RANDOM_KEEP=folder` keeps the models, `<seed>.yaml` each.

use crate::servers;
use schemagen::compile::compile;
use schemagen::diagnostics::Severity;
use schemagen::prove::{self, Options, random};
use schemagen::source::load;

fn number(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

#[test]
fn random_models_are_isolated() {
    let first = number("SCHEMAGEN_RANDOM_SEED", 1);
    let folder = tempfile::tempdir().unwrap();
    let keep = std::env::var_os("SCHEMAGEN_RANDOM_KEEP").map(std::path::PathBuf::from);
    let mut failed = Vec::new();
    let mut probes = 0;
    for seed in first..first + number("SCHEMAGEN_RANDOM_MODELS", 8) {
        let path = keep.as_deref().unwrap_or(folder.path()).join(format!("{seed}.yaml"));
        std::fs::write(&path, random::model(seed)).unwrap();
        let (compiled, findings) = compile(&load(&path).0);
        let errors: Vec<_> = findings.iter().filter(|finding| finding.severity == Severity::Error).collect();
        let Some(compiled) = compiled else {
            panic!("seed {seed} is no valid model: {errors:#?}\n{}", random::model(seed))
        };
        let start = std::time::Instant::now();
        let scratch = &servers()[usize::try_from(seed).unwrap() % servers().len()];
        let failures = failed.len();
        match prove::verify_on(scratch, &compiled, &Options::default()) {
            Ok(report) if report.is_clean() => probes += report.probes,
            Ok(report) => failed.push(format!("seed {seed}\n{}", report.text())),
            Err(failure) => failed.push(format!("seed {seed}: {failure}")),
        }
        // At once, for who waits for hundreds of them.
        println!("{}seed {seed}: {:?}, {} failed so far", failed[failures..].concat(), start.elapsed(), failed.len());
    }
    assert!(failed.is_empty(), "{} failed:\n{}", failed.len(), failed.join("\n"));
    println!("{probes} probes");
}
