//! The rules of ARCHITECTURE.md, read from it and held against the source.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: impl AsRef<Path>) -> String {
    fs::read_to_string(root().join(path.as_ref())).unwrap_or_default()
}

/// Rust files of the library with their texts, tests inside them cut off.
fn sources() -> Vec<(String, String)> {
    let files = WalkDir::new(root().join("src")).sort_by_file_name().into_iter().flatten();
    files
        .filter(|entry| entry.path().extension().is_some_and(|extension| extension == "rs"))
        .filter(|entry| {
            !entry.path().components().any(|part| part.as_os_str() == "tests" || part.as_os_str() == "tests.rs")
        })
        .map(|entry| {
            let name = entry.path().strip_prefix(root()).unwrap().to_string_lossy().into_owned();
            let text = fs::read_to_string(entry.path()).unwrap();
            (name, text.split("#[cfg(test)]").next().unwrap_or_default().to_owned())
        })
        .collect()
}

/// The rows of the table under a heading of ARCHITECTURE.md.
fn table(heading: &str) -> Vec<Vec<String>> {
    let text = read("ARCHITECTURE.md");
    let section =
        text.split(&format!("## {heading}\n")).nth(1).expect("heading").split("\n## ").next().unwrap().to_owned();
    let rows = section.lines().filter(|line| line.starts_with('|')).skip(2);
    rows.map(|row| row.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()).collect()
}

fn layer(file: &str) -> String {
    let rest = file.strip_prefix("src/").unwrap();
    rest.split('/').next().unwrap().trim_end_matches(".rs").to_owned()
}

/// `crate::x` wherever it stands in code.
fn imports(text: &str) -> BTreeSet<String> {
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let mut found = BTreeSet::new();
    for rest in code.split("crate::").skip(1) {
        let names = rest.strip_prefix('{').map_or(rest, |inside| inside.split('}').next().unwrap_or(""));
        let parts = if rest.starts_with('{') { names.split(',').collect() } else { vec![names] };
        for part in parts {
            let name: String =
                part.trim().chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
            found.insert(name);
        }
    }
    found
}

#[test]
fn layers_import_only_what_the_table_lists() {
    let allowed: BTreeMap<String, BTreeSet<String>> = table("Layers")
        .into_iter()
        .map(|row| (row[0].clone(), row[2].split(',').map(|name| name.trim().to_owned()).collect()))
        .collect();
    let mut wrong = Vec::new();
    for (file, text) in sources() {
        let own = layer(&file);
        if own == "lib" || own == "main" {
            continue;
        }
        let Some(allowed) = allowed.get(&own) else {
            wrong.push(format!("{file}: the layer `{own}` is not in the table"));
            continue;
        };
        let others = imports(&text).into_iter().filter(|name| *name != own && !allowed.contains(name));
        wrong.extend(others.map(|name| format!("{file} imports crate::{name}")));
    }
    let missing = allowed
        .keys()
        .filter(|name| !root().join("src").join(name).exists() && !root().join(format!("src/{name}.rs")).exists());
    wrong.extend(missing.map(|name| format!("the table lists `{name}`, which is not there")));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_back_end_imports_another() {
    let mut wrong = Vec::new();
    for (file, text) in sources().into_iter().filter(|(file, _)| file.starts_with("src/backends/")) {
        let own =
            file.trim_start_matches("src/backends/").split('/').next().unwrap().trim_end_matches(".rs").to_owned();
        if own == "mod" {
            continue;
        }
        for rest in text.split("backends::").skip(1) {
            let name: String = rest.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
            if name.chars().next().is_some_and(char::is_lowercase)
                && name != own
                && name != "psql" // no back end: what those that write for psql share
                && root().join(format!("src/backends/{name}")).is_dir()
            {
                wrong.push(format!("{file} imports backends::{name}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Which words may stand only in which layers.
#[test]
fn only_some_layers_touch_the_world() {
    let rules: &[(&str, &[&str])] = &[
        ("std::fs", &["source", "output", "cli", "postgres", "prove"]),
        ("std::env", &["source", "output", "cli", "postgres", "prove"]),
        ("SystemTime", &["cli", "postgres", "prove"]),
        ("Instant::now", &["cli", "postgres", "prove"]),
        ("serde_yaml", &["source"]),
        ("granit_parser", &["source"]),
        // `postgres` and `audit` use the lexer alone: for scripts, and for what a server prints
        ("squawk_", &["expression", "postgres", "audit"]),
        // For looking things up, where a model of 10,000 tables feels the difference; their order goes nowhere.
        ("HashMap", &["source", "model"]),
        ("HashSet", &["source", "model"]),
        (".connect(", &["postgres"]),
    ];
    let mut wrong = Vec::new();
    for (file, text) in sources() {
        let own = layer(&file);
        for (word, allowed) in rules {
            let uses = text.lines().any(|line| !line.trim_start().starts_with("//") && line.contains(word));
            if uses && !allowed.contains(&own.as_str()) {
                wrong.push(format!("{file} uses {word}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn files_are_short_or_listed_with_a_reason() {
    let listed: BTreeSet<String> = table("Long files")
        .into_iter()
        .filter(|row| row.len() > 1 && !row[1].is_empty())
        .map(|row| row[0].replace('`', ""))
        .collect();
    let long: BTreeSet<String> =
        sources().into_iter().filter(|(_, text)| text.lines().count() > 400).map(|(file, _)| file).collect();
    let unlisted: Vec<_> = long.difference(&listed).collect();
    let needless: Vec<_> = listed.difference(&long).collect();
    assert!(unlisted.is_empty() && needless.is_empty(), "over 400 lines: {unlisted:?}; listed and short: {needless:?}");
}

/// Files of the repository as git knows them, without those that other programs wrote.
fn committed() -> Vec<PathBuf> {
    let output = std::process::Command::new("git").args(["ls-files"]).current_dir(root()).output().expect("git");
    String::from_utf8_lossy(&output.stdout).lines().map(PathBuf::from).collect()
}

#[test]
fn nothing_names_this_machine_or_a_registry() {
    let words = [
        "/work/",
        "/root/",
        concat!("registry.", "npmjs"),
        concat!("static.", "crates.io"),
        concat!("files.", "pythonhosted"),
    ];
    let mut wrong = Vec::new();
    for path in committed().into_iter().filter(|path| path != Path::new("tests/tidy.rs")) {
        let Ok(text) = fs::read_to_string(root().join(&path)) else { continue };
        for word in words.iter().filter(|word| text.contains(**word)) {
            wrong.push(format!("{} contains {word}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_code_has_a_page_with_its_parts() {
    let mut wrong = Vec::new();
    for code in schemagen::diagnostics::Code::ALL {
        let page = code.page();
        let missing = ["## What", "## Why", "## Example", "## Instead"].into_iter().filter(|part| !page.contains(part));
        wrong.extend(missing.map(|part| format!("{code}: no {part}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
