//! Golden output: a folder a case, with a model and what each back end makes of it. `BLESS=1 cargo test --test golden`
//! writes the output anew; what changed is then seen in the diff.

use schemagen::backends::{self, Options};
use schemagen::output::OutputTree;
use std::path::{Path, PathBuf};

/// The output of one back end for one case.
fn output(case: &str, backend: &str, options: &Options) -> OutputTree {
    let (sources, findings) = schemagen::source::load(&folder(case).join("schema.yaml"));
    assert!(findings.is_empty(), "{findings:?}");
    let (compiled, findings) = schemagen::compile::compile(&sources);
    let compiled = compiled.unwrap_or_else(|| panic!("{findings:?}"));
    let backend = backends::all().iter().find(|known| known.name() == backend).unwrap();
    backend.emit(&compiled.catalog, options)
}

fn folder(case: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(case)
}

/// Every file is as it was committed, and none is there that is no longer written.
fn same_as_committed(case: &str, backend: &str) {
    let tree = output(case, backend, &Options::default());
    let folder = folder(case);
    if std::env::var_os("BLESS").is_some() {
        let _ = std::fs::remove_dir_all(folder.join(backend));
        for (path, text) in tree.iter() {
            std::fs::create_dir_all(folder.join(path).parent().unwrap()).unwrap();
            std::fs::write(folder.join(path), text).unwrap();
        }
    }
    for (path, text) in tree.iter() {
        let committed = std::fs::read_to_string(folder.join(path)).unwrap_or_default();
        assert!(committed == text, "{case}/{path} differs; BLESS=1 writes it anew\n{}", difference(&committed, text));
    }
    for entry in walkdir::WalkDir::new(folder.join(backend)).into_iter().map(Result::unwrap) {
        let path = entry.path().strip_prefix(&folder).unwrap().to_str().unwrap();
        assert!(entry.file_type().is_dir() || tree.get(path).is_some(), "{case}/{path} is no longer written");
    }
}

fn difference(old: &str, new: &str) -> String {
    similar::TextDiff::from_lines(old, new).unified_diff().to_string()
}

#[test]
fn rust() {
    same_as_committed("types", "rust");
}

#[test]
fn typescript() {
    same_as_committed("types", "typescript");
}
