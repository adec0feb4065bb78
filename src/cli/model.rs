//! What every command does first: read a model, compile it, say what is wrong with it.

use super::Terminal;
use crate::backends::{self, Options};
use crate::compile::{Compiled, compile};
use crate::diagnostics::Diagnostic;
use crate::output::{OutputTree, read_templates, sha256};
use crate::source::{Sources, load};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A model that was read.
pub struct Loaded {
    /// Its files.
    pub sources: Sources,
    /// All findings.
    pub findings: Vec<Diagnostic>,
    /// What it compiles to; nothing when there are errors.
    pub compiled: Option<Compiled>,
}

/// Reads and compiles the model at this path.
pub fn read(path: &Path) -> Loaded {
    let (sources, findings) = load(path);
    if !findings.is_empty() {
        return Loaded { sources, findings, compiled: None };
    }
    let (compiled, findings) = compile(&sources);
    Loaded { sources, findings, compiled }
}

/// Reads and compiles; says every finding; a model only when there is no error.
pub fn read_or_say(path: &Path, terminal: &mut Terminal) -> Option<(Compiled, Sources)> {
    let loaded = read(path);
    if loaded.compiled.is_none() {
        terminal.findings(&loaded.findings, &loaded.sources);
    }
    loaded.compiled.map(|compiled| (compiled, loaded.sources))
}

/// Files of the back ends named (of all, when none is), by back end.
pub fn emit(compiled: &Compiled, model: &Path, only: &[String]) -> BTreeMap<&'static str, OutputTree> {
    let options = Options { templates: read_templates(&beside(model).join("templates")), ..Options::default() };
    let chosen: Vec<_> =
        backends::all().iter().filter(|one| only.is_empty() || only.iter().any(|name| name == one.name())).collect();
    std::thread::scope(|scope| {
        let running: Vec<_> = chosen
            .iter()
            .map(|backend| (backend.name(), scope.spawn(|| backend.emit(&compiled.catalog, &options))))
            .collect();
        // A back end cannot fail (architecture); one that panics all the same passes its panic on.
        running
            .into_iter()
            .map(|(name, thread)| (name, thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))))
            .collect()
    })
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
