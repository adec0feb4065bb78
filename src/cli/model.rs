//! What every command does first: read a model, compile it, say what is wrong with it.

use super::Terminal;
use crate::backends::{self, Backend, Options};
use crate::catalog::Catalog;
use crate::compile::{self, Compiled};
use crate::concurrent::aside;
use crate::diagnostics::{Diagnostic, Severity};
use crate::output::{Failure, Pending, read_templates, sha256};
use crate::source::{Sources, load};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::sync_channel;
use std::sync::{Mutex, PoisonError};

/// A model that was read.
pub struct Loaded<T> {
    /// Its files.
    pub sources: Sources,
    /// All findings.
    pub findings: Vec<Diagnostic>,
    /// What it compiles to; nothing when there are errors.
    pub compiled: Option<T>,
}

/// One of the findings is as bad as this, or worse.
pub fn has(findings: &[Diagnostic], severity: Severity) -> bool {
    findings.iter().any(|finding| finding.severity <= severity)
}

/// Reads and compiles the model at this path, to its catalog alone.
pub fn read(path: &Path) -> Loaded<Catalog> {
    read_with(path, compile::catalog)
}

fn read_with<T: Send>(path: &Path, compile: impl Fn(&Sources) -> (Option<T>, Vec<Diagnostic>) + Sync) -> Loaded<T> {
    aside(|| read_here(path, &compile))
}

fn read_here<T>(path: &Path, compile: impl Fn(&Sources) -> (Option<T>, Vec<Diagnostic>)) -> Loaded<T> {
    let (sources, findings) = load(path);
    if !findings.is_empty() {
        return Loaded { sources, findings, compiled: None };
    }
    let (compiled, findings) = compile(&sources);
    Loaded { sources, findings, compiled }
}

/// Reads and compiles; says every finding; a model only when there is no error.
pub fn read_or_say(path: &Path, terminal: &mut Terminal) -> Option<(Compiled, Sources)> {
    let loaded = read_with(path, compile::compile);
    if loaded.compiled.is_none() {
        terminal.findings(&loaded.findings, &loaded.sources);
    }
    loaded.compiled.map(|compiled| (compiled, loaded.sources))
}

/// Hands the files of the back ends named (of all, when none is) to `pending`, each as it is done: what a large model
/// gives would take hundreds of megabytes if it were all held at once.
pub fn emit(catalog: &Catalog, model: &Path, only: &[String], pending: &mut Pending) -> Result<(), Failure> {
    let options = Options { templates: read_templates(&beside(model).join("templates")), ..Options::default() };
    let chosen = |backend: &&dyn Backend| only.is_empty() || only.iter().any(|name| name == backend.name());
    let waiting = Mutex::new(backends::all().iter().copied().filter(chosen));
    let next = || waiting.lock().unwrap_or_else(PoisonError::into_inner).next();
    std::thread::scope(|scope| {
        let (done, ready) = sync_channel(0);
        for done in [done.clone(), done] {
            let (next, options) = (&next, &options);
            scope.spawn(move || {
                // Nobody receives any more when a file could not be written: then what is left is not wanted.
                let mut wanted = true;
                while wanted && let Some(backend) = next() {
                    let mut send = |part| wanted &= done.send((backend.name(), part)).is_ok();
                    backend.emit_in_parts(catalog, options, &mut send);
                }
            });
        }
        ready.iter().try_for_each(|(name, tree)| pending.take(name, tree))
    })
}

/// The names of all back ends, sorted.
pub fn back_ends() -> Vec<&'static str> {
    let mut names: Vec<_> = backends::all().iter().map(|backend| backend.name()).collect();
    names.sort_unstable();
    names
}

/// The files of a model, relative to the root model's folder, with their SHA-256.
pub fn fingerprints(sources: &Sources, model: &Path) -> BTreeMap<String, String> {
    let folder = beside(model);
    let name = |path: &str| {
        let path = Path::new(path);
        path.strip_prefix(&folder).unwrap_or(path).to_string_lossy().replace('\\', "/")
    };
    sources.iter().map(|source| (name(&source.path), sha256(&source.text))).collect()
}

/// The folder of a file; `.` written as nothing.
fn beside(model: &Path) -> PathBuf {
    model.parent().map(Path::to_path_buf).unwrap_or_default()
}
