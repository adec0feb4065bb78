//! `cargo bench --bench verify`: what a proof of each example takes once the scratch server is up.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic)]

use divan::Bencher;
use schemagen::compile::{Compiled, compile};
use schemagen::postgres::{Scratch, Version};
use schemagen::prove::{Options, verify_on};
use schemagen::source::load;
use std::path::Path;
use std::sync::LazyLock;

/// With 5, 7, 7, 9 and 10 tables.
const EXAMPLES: [&str; 5] =
    ["saas-foundation", "profile-isolation", "novel-to-comic", "creator-os", "creator-os-review"];

static SERVER: LazyLock<Scratch> = LazyLock::new(|| Scratch::start(Version::Any).unwrap());

fn main() {
    divan::main();
}

fn example(name: &str) -> Compiled {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name).join("schema.yaml");
    let (compiled, findings) = compile(&load(&path).0);
    compiled.unwrap_or_else(|| panic!("{findings:#?}"))
}

#[divan::bench(args = EXAMPLES, sample_count = 5, sample_size = 1)]
fn proof(bencher: Bencher, name: &str) {
    let compiled = example(name);
    bencher.bench_local(|| {
        let report = verify_on(&SERVER, &compiled, &Options::default()).unwrap();
        assert!(report.is_clean(), "{}", report.text());
        report.probes
    });
}
