//! An independent linter on what up runs, with the guards unwrapped: squawk (npm) cannot see into a call's arguments.

use schemagen::backends::{Backend, Options, sql::Sql};
use squawk_lexer::{LiteralKind, TokenKind, tokenize};
use std::path::Path;
use std::process::Command;

/// Rules that do not apply, each with its reason.
const ALLOWED: &[(&str, &str)] = &[
    ("prefer-bigint-over-int", "the author chose the type"),
    ("ban-create-domain-with-constraint", "the author chose a domain"),
    (
        "require-concurrent-index-creation",
        "run as it stands only where there are no rows; else the run-time builds it concurrently",
    ),
];

#[test]
fn squawk_finds_nothing() {
    assert!(!crate::servers().is_empty(), "the first use of a server installs what npm has");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let squawk = folder.join("tests/node/node_modules/@squawk-cli/linux-x64/bin/squawk");
    assert!(squawk.exists(), "npm ci in tests/node installs squawk");
    let examples = ["creator-os", "creator-os-review", "novel-to-comic", "profile-isolation", "saas-foundation"];
    let models = examples.iter().map(|name| folder.join(format!("examples/{name}/schema.yaml")));
    let everything = folder.join("tests/live/up/models/everything.yaml");
    for model in models.chain([everything]) {
        let sql = unwrapped(&model);
        assert!(sql.contains("create table") && sql.contains("not valid;"), "{sql}");
        let file = tempfile::Builder::new().suffix(".sql").tempfile().unwrap();
        std::fs::write(file.path(), &sql).unwrap();
        let excluded: Vec<&str> = ALLOWED.iter().map(|(rule, _)| *rule).collect();
        let output = Command::new(&squawk)
            .args(["--pg-version", "15.0", "--assume-in-transaction", "--exclude", &excluded.join(",")])
            .arg(file.path())
            .output()
            .unwrap();
        assert!(output.status.success(), "{}\n{}", model.display(), String::from_utf8_lossy(&output.stdout));
    }
}

/// Every definition in the files, as a script.
fn unwrapped(model: &Path) -> String {
    let (sources, _) = schemagen::source::load(model);
    let catalog = schemagen::compile::compile(&sources).0.expect("the model compiles").catalog;
    let mut script = "set lock_timeout = '1s'; set statement_timeout = '5s';\n".to_owned();
    for (_, text) in Sql.emit(&catalog, &Options::default()).iter() {
        let (_, body) = text.split_once("-- The model").unwrap();
        definitions(body).iter().for_each(|definition| {
            let late = if definition.starts_with("alter table") { " not valid" } else { "" };
            script.push_str(&format!("{definition}{late};\n"));
        });
    }
    script
}

/// The texts between dollars that are statements.
fn definitions(body: &str) -> Vec<&str> {
    let mut position = 0;
    let mut list = Vec::new();
    for token in tokenize(body) {
        let text = &body[position..position + token.len as usize];
        position += token.len as usize;
        if matches!(token.kind, TokenKind::Literal { kind: LiteralKind::DollarQuotedString { .. } }) {
            let tag = text[1..].find('$').map_or(0, |end| end + 2);
            let inner = text[tag..text.len() - tag].trim().trim_end_matches(';');
            if ["create", "alter", "drop", "grant"].iter().any(|word| inner.starts_with(word)) {
                list.push(inner);
            }
        }
    }
    list
}
