//! Hostile input: seeded random and mutated models go through reading, compiling and every back end. Nothing may panic,
//! hang or be written.
//!
//! `HOSTILE_INPUTS=200000 cargo test --release --test hostile -- --nocapture` feeds as many as you like, and
//! `HOSTILE_FIRST=7` begins with another. An input that fails is kept in the temporary folder, with its number.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

#[path = "hostile/deep.rs"]
mod deep;
#[path = "hostile/mutate.rs"]
mod mutate;
#[path = "hostile/sql.rs"]
mod sql;

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use schemagen::backends::{self, Options};
use schemagen::diagnostics::Code;
use schemagen::source::Sources;

/// In tests; a command feeds more.
const FEW: u64 = 1_500;
/// No input of a few kilobytes takes longer, even in a debug build on a busy machine.
const LONGEST: Duration = Duration::from_secs(10);

/// What one input did.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Refused,
    Compiled,
}

fn feed(text: &str) -> Outcome {
    let mut sources = Sources::default();
    sources.add("schema.yaml", text);
    let (compiled, findings) = schemagen::compile::compile(&sources);
    schemagen::diagnostics::render(&findings, &sources, false);
    schemagen::diagnostics::to_json(&findings, &sources);
    let Some(compiled) = compiled else {
        assert!(!findings.is_empty(), "refused without a word");
        return Outcome::Refused;
    };
    for backend in backends::all() {
        backend.emit(&compiled.catalog, &Options::default());
    }
    Outcome::Compiled
}

/// The models of the repository: what mutations begin with.
fn seeds() -> Vec<String> {
    let mut found: Vec<PathBuf> = ["examples", "tests/models", "tests/ui/cases", "src/spec/parse", "schema.yaml"]
        .iter()
        .flat_map(|place| walkdir::WalkDir::new(place).into_iter().flatten())
        .map(walkdir::DirEntry::into_path)
        .filter(|path| path.extension().is_some_and(|extension| extension == "yaml"))
        .collect();
    found.sort();
    found.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

/// What the workers share.
struct Run {
    seeds: Vec<String>,
    first: u64,
    count: u64,
    next: AtomicU64,
    compiled: AtomicUsize,
    /// The inputs that are being fed, each with the time it began.
    current: Mutex<Vec<Option<(u64, Instant)>>>,
    slowest: Mutex<(Duration, u64)>,
    failures: Mutex<Vec<(u64, String)>>,
}

impl Run {
    fn work(&self, worker: usize) {
        loop {
            let number = self.next.fetch_add(1, Ordering::Relaxed);
            if number >= self.count {
                return;
            }
            let number = self.first + number;
            let text = mutate::input(&self.seeds, number);
            let started = Instant::now();
            self.current.lock().unwrap()[worker] = Some((number, started));
            let outcome = std::panic::catch_unwind(|| feed(&text));
            self.current.lock().unwrap()[worker] = None;
            self.note(number, started.elapsed(), outcome);
        }
    }

    fn note(&self, number: u64, took: Duration, outcome: std::thread::Result<Outcome>) {
        let mut slowest = self.slowest.lock().unwrap();
        *slowest = (*slowest).max((took, number));
        match outcome {
            Ok(Outcome::Compiled) => drop(self.compiled.fetch_add(1, Ordering::Relaxed)),
            Ok(Outcome::Refused) => {}
            Err(panic) => {
                let message = panic.downcast_ref::<String>().cloned();
                let message = message.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()));
                self.failures.lock().unwrap().push((number, message.unwrap_or_default()));
            }
        }
    }

    /// Ends the process when an input hangs: nothing else can.
    fn watch(&self) {
        while self.next.load(Ordering::Relaxed) < self.count + 1 {
            std::thread::sleep(Duration::from_millis(200));
            let late = |entry: &&Option<(u64, Instant)>| entry.is_some_and(|(_, started)| started.elapsed() > LONGEST);
            if let Some(Some((number, _))) = self.current.lock().unwrap().iter().find(late) {
                println!("input {number} hangs: {}", keep(&self.seeds, *number).display());
                std::process::exit(1);
            }
        }
    }
}

fn keep(seeds: &[String], number: u64) -> PathBuf {
    let path = std::env::temp_dir().join(format!("schemagen-hostile-{number}.yaml"));
    std::fs::write(&path, mutate::input(seeds, number)).unwrap();
    path
}

fn number(variable: &str, otherwise: u64) -> u64 {
    std::env::var(variable).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

#[test]
fn hostile_models_are_refused_or_compiled() {
    let workers = std::thread::available_parallelism().map_or(1, usize::from).min(4);
    let run = Arc::new(Run {
        seeds: seeds(),
        first: number("HOSTILE_FIRST", 1 << 32),
        count: number("HOSTILE_INPUTS", FEW),
        next: AtomicU64::new(0),
        compiled: AtomicUsize::new(0),
        current: Mutex::new(vec![None; workers]),
        slowest: Mutex::new((Duration::ZERO, 0)),
        failures: Mutex::new(Vec::new()),
    });
    let folder = tempfile::tempdir().unwrap();
    std::env::set_current_dir(folder.path()).unwrap();
    let handles: Vec<_> = (0..workers)
        .map(|worker| {
            let run = Arc::clone(&run);
            std::thread::spawn(move || run.work(worker))
        })
        .collect();
    let watched = Arc::clone(&run);
    std::thread::spawn(move || watched.watch());
    handles.into_iter().for_each(|handle| handle.join().unwrap());
    let (slowest, slowest_number) = *run.slowest.lock().unwrap();
    let compiled = run.compiled.load(Ordering::Relaxed);
    println!("{} inputs, {compiled} compiled, slowest {slowest:?} (input {slowest_number})", run.count);
    let failures = run.failures.lock().unwrap();
    for (number, message) in failures.iter().take(20) {
        println!("input {number} panics: {message}: {}", keep(&run.seeds, *number).display());
    }
    assert!(failures.is_empty(), "{} inputs panic", failures.len());
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "something was written");
    assert!(compiled > 0, "no input compiled: the back ends saw nothing");
}

fn code_of(text: String) -> Code {
    let mut sources = Sources::default();
    sources.add("schema.yaml", text);
    schemagen::compile::compile(&sources).1[0].code
}

#[test]
fn bombs_are_refused_quickly() {
    let started = Instant::now();
    let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..20 {
        let previous = format!("*a{}", level - 1);
        bomb += &format!("a{level}: &a{level} [{}]\n", [previous.as_str(); 9].join(", "));
    }
    assert_eq!(code_of(bomb), Code::TooLarge);
    let mut ladder = "a0: &a0 [x]\n".to_owned();
    for level in 1..10_000 {
        ladder += &format!("a{level}: &a{level} [*a{}]\n", level - 1);
    }
    assert_eq!(code_of(ladder), Code::TooLarge);
    for deep in ["[".repeat(1_000_000), "{a: ".repeat(200_000), "- ".repeat(200_000)] {
        assert_eq!(code_of(deep), Code::TooLarge);
    }
    assert!(started.elapsed().as_secs() < 5, "{:?}", started.elapsed());
}
