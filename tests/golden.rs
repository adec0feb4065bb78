//! Golden output: a folder a case, with a model and what each back end makes of it. `BLESS=1 cargo test --test golden`
//! writes the output anew; what changed is then seen in the diff.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use schemagen::backends::{self, Options};
use schemagen::output::OutputTree;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Once;

/// What one back end makes of a model.
fn emitted(model: &Path, backend: &str, options: &Options) -> OutputTree {
    let (sources, findings) = schemagen::source::load(model);
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
    let folder = folder(case);
    let tree = emitted(&model(case), backend, &Options::default());
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

/// The case's own model, or the one for tests of that name.
fn model(case: &str) -> PathBuf {
    let own = folder(case).join("schema.yaml");
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/models").join(case).join("schema.yaml");
    if own.is_file() { own } else { shared }
}

#[test]
fn rust() {
    same_as_committed("types", "rust");
}

#[test]
fn typescript() {
    same_as_committed("types", "typescript");
}

/// Names that become one in Rust, or are its words.
#[test]
fn names_that_collide() {
    same_as_committed("collisions", "rust");
}

/// Every key of the language is in this model.
#[test]
fn every_key() {
    same_as_committed("kitchen-sink", "rust");
    same_as_committed("kitchen-sink", "typescript");
}

/// What the SQL back end says of every key, without the run-time, which is the same for all models.
#[test]
fn every_key_in_sql() {
    let tree = emitted(&model("kitchen-sink"), "sql", &Options::default());
    let path = folder("kitchen-sink/sql.txt");
    let behind = |text: &str| text.split_once("-- The model\n\n").map(|(_, model)| model.to_owned()).unwrap();
    let wanted: String = tree.iter().map(|(path, text)| format!("==== {path}\n{}\n", behind(text))).collect();
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, &wanted).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == wanted, "BLESS=1 writes it anew\n{}", difference(&committed, &wanted));
}

/// `typescript: strict` in a model is what the back end calls strict; without it there is more.
#[test]
fn strict_typescript_is_asked_for_in_the_model() {
    let path = model("written");
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains("\ntypescript: strict\n"));
    let enriched = tempfile::Builder::new().suffix(".yaml").tempfile().unwrap();
    std::fs::write(enriched.path(), text.replace("\ntypescript: strict\n", "\n")).unwrap();
    let strict = emitted(&path, "typescript", &Options::default());
    let options = Options { strict_types: true, ..Options::default() };
    assert_eq!(strict, emitted(enriched.path(), "typescript", &options));
    assert_ne!(strict, emitted(enriched.path(), "typescript", &Options::default()));
}

/// The golden TypeScript, and its use through supabase-js, pass `tsc --strict`.
#[test]
fn typescript_is_used_through_supabase_js() {
    type_check(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").as_path());
}

/// What the examples and the models for tests compile to passes `tsc --strict` as well, enriched and strict.
#[test]
fn typescript_of_every_model_compiles() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let place = tempfile::tempdir_in(root.join("tests/golden")).unwrap();
    let models =
        ["examples", "tests/models"].into_iter().flat_map(|folder| std::fs::read_dir(root.join(folder)).unwrap());
    let models: Vec<PathBuf> = models.map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()).collect();
    assert!(models.len() >= 5);
    for model in models {
        for strict_types in [false, true] {
            let options = Options { strict_types, ..Options::default() };
            let tree = emitted(&model.join("schema.yaml"), "typescript", &options);
            let folder = place.path().join(model.file_name().unwrap()).join(strict_types.to_string());
            for (path, text) in tree.iter() {
                std::fs::create_dir_all(folder.join(path).parent().unwrap()).unwrap();
                std::fs::write(folder.join(path), text).unwrap();
            }
        }
    }
    let configuration = include_str!("golden/tsconfig.json").replace("../node", "../../node").replace("*/", "**/");
    std::fs::write(place.path().join("tsconfig.json"), configuration).unwrap();
    type_check(place.path());
}

fn type_check(project: &Path) {
    let compiler = node_modules().join(".bin/tsc");
    let output = Command::new(compiler).arg("-p").arg(project).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

/// The npm packages of the tests, installed when they are missing or older than the lock file.
fn node_modules() -> PathBuf {
    static INSTALLED: Once = Once::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/node");
    INSTALLED.call_once(|| {
        let written = |path: &str| std::fs::metadata(folder.join(path)).and_then(|file| file.modified()).ok();
        let stale = written("node_modules/.package-lock.json") < written("package-lock.json");
        if stale || !folder.join("node_modules/typescript").is_dir() {
            let npm = Command::new("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(&folder).status();
            assert!(npm.is_ok_and(|status| status.success()), "npm ci in tests/node failed");
        }
    });
    folder.join("node_modules")
}
