//! The models of `examples/` and `tests/models/`: they are read, they compile, and together they use every key of the
//! language.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use schemagen::diagnostics::{Diagnostic, Severity};
use schemagen::source::{Node, NodeKind};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Every key of the language, with `*` for a name that the author gives.
const KEYS: &str = include_str!("models/keys.txt");

/// The keys whose own keys are names.
const NAMED: &[&str] = &[
    "args",
    "columns",
    "composites",
    "domains",
    "elements",
    "enums",
    "extensions",
    "fields",
    "functions",
    "groups",
    "materialized_views",
    "mixins",
    "partitions",
    "principals",
    "roles",
    "rows",
    "schemas",
    "sequences",
    "set",
    "tables",
    "triggers",
    "views",
    "with",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// The root file of every model, by name.
fn models() -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = walkdir::WalkDir::new(root().join("tests/models"))
        .max_depth(2)
        .into_iter()
        .chain(walkdir::WalkDir::new(root().join("examples")).max_depth(2))
        .map(|entry| entry.unwrap().into_path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "yaml"))
        .collect();
    found.push(root().join("schema.yaml"));
    found.sort();
    found
}

fn errors(findings: &[Diagnostic]) -> Vec<&Diagnostic> {
    findings.iter().filter(|finding| finding.severity == Severity::Error).collect()
}

#[test]
fn every_model_compiles() {
    let mut wrong = Vec::new();
    for path in models() {
        let (sources, mut findings) = schemagen::source::load(&path);
        let (compiled, more) = schemagen::compile::compile(&sources);
        findings.extend(more);
        let name = path.strip_prefix(root()).unwrap().display();
        wrong.extend(errors(&findings).iter().map(|finding| {
            format!("{name}: {} {} at `{}`", finding.code, finding.message, sources.slice(finding.primary.span))
        }));
        assert!(!wrong.is_empty() || !compiled.unwrap().catalog.tables.is_empty(), "{name}");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_root_model_is_creator_os() {
    let read = |path: &str| std::fs::read_to_string(root().join(path)).unwrap();
    let (example, whole) = (read("examples/creator-os/schema.yaml"), read("schema.yaml"));
    let body = |text: &str| text.split_once("\nschemagen: 1\n").unwrap().1.replace("examples/creator-os/seed", "seed");
    assert_eq!(body(&whole), body(&example), "copy examples/creator-os/schema.yaml below the comment of schema.yaml");
}

#[test]
fn every_key_of_the_language_occurs() {
    let mut used = BTreeSet::new();
    for path in models() {
        let (sources, _) = schemagen::source::load(&path);
        for source in sources.iter() {
            if let Some(node) = schemagen::source::yaml::parse(source).0 {
                collect(&node, "", &mut used);
            }
        }
    }
    let missing: Vec<&str> = KEYS.lines().filter(|line| !line.is_empty() && !used.contains(*line)).collect();
    assert!(missing.is_empty(), "in no model:\n{}", missing.join("\n"));
}

/// Keys that no model here can have and still run: a function in C over a shell type, a server of foreign data. They
/// are read and written in `src/spec/parse/complete.yaml`.
const ELSEWHERE: &[&str] = &["range.canonical", "table.foreign"];

/// The keys that the language has by its JSON Schema, each as `what it belongs to.key`, and which of them models use.
#[test]
fn every_key_of_the_schema_occurs() {
    let schema = schemagen::spec::json_schema();
    let missing: BTreeSet<String> =
        unused(&schema, &models()).into_iter().filter(|key| !ELSEWHERE.contains(&key.as_str())).collect();
    assert!(missing.is_empty(), "in no model:\n{}", missing.into_iter().collect::<Vec<_>>().join("\n"));
    let others: Vec<PathBuf> =
        models().into_iter().filter(|path| !path.ends_with("kitchen-sink/schema.yaml")).collect();
    assert!(unused(&schema, &others).contains("an_identity.cycle"), "a key that is missing is not found");
}

fn unused(schema: &Value, models: &[PathBuf]) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    for path in models {
        let (sources, _) = schemagen::source::load(path);
        for source in sources.iter() {
            if let Some(node) = schemagen::source::yaml::parse(source).0 {
                follow(&node, &schema["definitions"]["model"], "model", &schema["definitions"], &mut used);
            }
        }
    }
    let mut every = BTreeSet::new();
    for (name, definition) in schema["definitions"].as_object().unwrap() {
        let forms = definition["anyOf"].as_array().cloned().unwrap_or_else(|| vec![definition.clone()]);
        let keys = forms.iter().filter_map(|form| form["properties"].as_object()).flat_map(|keys| keys.keys());
        every.extend(keys.map(|key| format!("{name}.{key}")));
    }
    assert!(every.len() > 200, "{}", every.len());
    every.difference(&used).cloned().collect()
}

/// Notes the keys of a node, of which the schema says what it is.
fn follow(node: &Node, schema: &Value, name: &str, definitions: &Value, used: &mut BTreeSet<String>) {
    if let Some(target) = schema["$ref"].as_str().and_then(|target| target.rsplit('/').next()) {
        follow(node, &definitions[target], target, definitions, used);
    }
    for form in schema["anyOf"].as_array().into_iter().flatten() {
        follow(node, form, name, definitions, used);
    }
    match &node.kind {
        NodeKind::Sequence(items) => {
            items.iter().for_each(|item| follow(item, &schema["items"], name, definitions, used))
        }
        NodeKind::Mapping(entries) => {
            for (key, value) in entries {
                let known = &schema["properties"][key.value.as_str()];
                if known.is_null() {
                    follow(value, &schema["additionalProperties"], name, definitions, used);
                } else {
                    used.insert(format!("{name}.{}", key.value));
                    follow(value, known, name, definitions, used);
                }
            }
        }
        _ => {}
    }
}

/// Adds the path of every key below a node, list levels left out and names as `*`.
fn collect(node: &Node, path: &str, used: &mut BTreeSet<String>) {
    match &node.kind {
        NodeKind::Sequence(items) => items.iter().for_each(|item| collect(item, path, used)),
        NodeKind::Mapping(entries) => {
            let named = NAMED.contains(&path.rsplit('.').next().unwrap_or(path));
            for (key, value) in entries {
                let word = if named { "*" } else { key.value.as_str() };
                let below = if path.is_empty() { word.to_owned() } else { format!("{path}.{word}") };
                used.insert(below.clone());
                collect(value, &below, used);
            }
        }
        _ => {}
    }
}
