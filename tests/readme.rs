//! What the README shows is what the program does.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::Path;
use std::process::{Command, Output};

fn readme() -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).expect("README.md")
}

/// The n-th block of a kind.
fn block(kind: &str, number: usize) -> String {
    let text = readme();
    let block = text.split(&format!("```{kind}\n")).nth(number + 1).expect("the block is there");
    block.split("```").next().unwrap_or_default().to_owned()
}

fn schemagen(directory: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_schemagen"))
        .args(arguments)
        .current_dir(directory)
        .output()
        .expect("schemagen runs")
}

#[test]
fn the_example_is_real() {
    let directory = tempfile::tempdir().expect("a directory");
    let model = block("yaml", 0);
    std::fs::write(directory.path().join("schema.yaml"), &model).expect("written");

    let built = schemagen(directory.path(), &["build"]);
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    for path in [
        "sql/up/10_expand.sql",
        "sql/down",
        "rust/public.rs",
        "typescript/database.ts",
        "access/matrix.html",
        "schemagen.lock",
    ] {
        assert!(directory.path().join("generated").join(path).exists(), "{path}");
    }
    let explained = schemagen(directory.path(), &["explain", "scenes"]);
    assert_eq!(String::from_utf8_lossy(&explained.stdout), block("text", 0));
}

#[test]
fn the_error_is_real() {
    let directory = tempfile::tempdir().expect("a directory");
    let model = block("yaml", 0).replace("when: status", "when: stauts");
    std::fs::write(directory.path().join("schema.yaml"), &model).expect("written");
    let built = schemagen(directory.path(), &["build"]);
    assert_eq!(built.status.code(), Some(2));
    let message = String::from_utf8_lossy(&built.stderr).into_owned();
    assert!(message.contains(&block("text", 1)), "{message}");
    assert!(!directory.path().join("generated").exists());
}

/// Every command that the README lists is one, and every one that is there is listed.
#[test]
fn the_commands_are_all_listed() {
    let help = Command::new(env!("CARGO_BIN_EXE_schemagen")).arg("--help").output().expect("schemagen runs");
    let help = String::from_utf8_lossy(&help.stdout).into_owned();
    let section = help.split("Commands:\n").nth(1).and_then(|rest| rest.split("\n\n").next()).expect("commands");
    let commands = section.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let text = readme();
    for command in commands.filter_map(|line| line.split_whitespace().next()) {
        assert!(text.contains(&format!("`{command}")), "the README does not list `{command}`");
    }
}
