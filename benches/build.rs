//! `cargo bench --bench build`: what a build costs, by stage, for 100, 1,000 and 10,000 tables.
//!
//! The rows `whole` give the time of a build with every back end, without writing files; the allocation
//! columns give peak memory.
#![allow(missing_docs, clippy::panic)]

mod generator;

use divan::{AllocProfiler, Bencher, black_box};
use schemagen::backends::{self, Options};
use schemagen::source::Sources;

#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

const SIZES: [usize; 3] = [100, 1_000, 10_000];

fn main() {
    divan::main();
}

fn sources(count: usize) -> Sources {
    let mut sources = Sources::default();
    sources.add("schema.yaml", generator::model(count));
    sources
}

#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn a_read_and_parse(bencher: Bencher, count: usize) {
    let sources = sources(count);
    bencher.bench_local(|| schemagen::spec::parse(black_box(&sources)));
}

#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn b_resolve(bencher: Bencher, count: usize) {
    let (spec, _) = schemagen::spec::parse(&sources(count));
    bencher.bench_local(|| schemagen::model::resolve(black_box(&spec)));
}

#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn c_own_lint_lower(bencher: Bencher, count: usize) {
    let (model, _) = schemagen::model::resolve(&schemagen::spec::parse(&sources(count)).0);
    bencher.bench_local(|| {
        let (ownership, _) = schemagen::ownership::trace(black_box(&model));
        let findings = schemagen::lints::check(&model, &ownership);
        (findings, schemagen::lower::catalog(&model, &ownership))
    });
}

#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn d_emit_in_turn(bencher: Bencher, count: usize) {
    let (compiled, findings) = schemagen::compile::compile(&sources(count));
    let compiled = compiled.unwrap_or_else(|| panic!("the generated model does not compile: {:?}", findings.first()));
    bencher.bench_local(|| emit(&compiled));
}

#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn e_whole(bencher: Bencher, count: usize) {
    let sources = sources(count);
    bencher.bench_local(|| {
        let (compiled, _) = schemagen::compile::compile(black_box(&sources));
        compiled.map(|compiled| emit(&compiled))
    });
}

fn emit(compiled: &schemagen::compile::Compiled) -> Vec<schemagen::output::OutputTree> {
    backends::all().iter().map(|backend| backend.emit(&compiled.catalog, &Options::default())).collect()
}
