//! The command line as a user meets it: exit codes, places of output, what is written and what is not.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use walkdir::WalkDir;

fn example(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name).join("schema.yaml")
}

fn schemagen(directory: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_schemagen"))
        .args(arguments)
        .current_dir(directory)
        .output()
        .expect("schemagen runs")
}

fn build(directory: &Path, model: &Path, out: &str, more: &[&str]) -> Output {
    let model = model.to_string_lossy().into_owned();
    schemagen(directory, &[&["build", "-m", &model, "-o", out], more].concat())
}

fn files(directory: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let entries =
        WalkDir::new(directory).sort_by_file_name().into_iter().flatten().filter(|entry| entry.file_type().is_file());
    entries
        .map(|entry| (entry.path().strip_prefix(directory).unwrap().to_path_buf(), fs::read(entry.path()).unwrap()))
        .collect()
}

#[test]
fn the_same_model_gives_the_same_bytes() {
    let directory = tempfile::tempdir().unwrap();
    for name in ["creator-os", "creator-os-review", "saas-foundation", "novel-to-comic", "profile-isolation"] {
        assert!(build(directory.path(), &example(name), "a", &[]).status.success(), "{name}");
        assert!(build(directory.path(), &example(name), "b", &[]).status.success(), "{name}");
        assert!(files(&directory.path().join("a")) == files(&directory.path().join("b")), "{name} differs");
    }
}

/// The root's and every example's: `for folder in . examples/*/; do (cd $folder && schemagen build); done` mends it.
#[test]
fn what_is_committed_is_fresh() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let examples = fs::read_dir(root.join("examples")).unwrap().map(|entry| entry.unwrap().path());
    let folders: Vec<PathBuf> = examples.filter(|path| path.is_dir()).chain([root.to_path_buf()]).collect();
    assert_eq!(folders.len(), 6);
    for folder in folders {
        let checked = schemagen(&folder, &["build", "--check"]);
        let shown = String::from_utf8_lossy(&checked.stdout).into_owned();
        assert_eq!(checked.status.code(), Some(0), "{}: {shown}", folder.display());
    }
}

#[test]
fn check_sees_every_edited_file_and_shows_the_difference() {
    let directory = tempfile::tempdir().unwrap();
    let out = directory.path().join("out");
    let model = example("saas-foundation");
    assert!(build(directory.path(), &model, "out", &[]).status.success());
    assert_eq!(build(directory.path(), &model, "out", &["--check"]).status.code(), Some(0));
    for (path, text) in files(&out) {
        fs::write(out.join(&path), [text.as_slice(), b"edited\n"].concat()).unwrap();
        let checked = build(directory.path(), &model, "out", &["--check"]);
        let shown = String::from_utf8_lossy(&checked.stdout).into_owned();
        assert_eq!(checked.status.code(), Some(1), "{}", path.display());
        assert!(shown.contains("edited") && shown.contains(&*path.to_string_lossy()), "{shown}");
        fs::write(out.join(&path), text).unwrap();
    }
    fs::remove_file(out.join("typescript/database.ts")).unwrap();
    let checked = build(directory.path(), &model, "out", &["--check"]);
    assert_eq!(checked.status.code(), Some(1));
    assert_eq!(String::from_utf8_lossy(&checked.stdout), "missing: typescript/database.ts\n");
}

#[test]
fn a_bad_model_writes_nothing_and_changes_nothing() {
    let directory = tempfile::tempdir().unwrap();
    assert!(build(directory.path(), &example("saas-foundation"), "out", &[]).status.success());
    let before = files(&directory.path().join("out"));
    let bad = directory.path().join("bad.yaml");
    fs::write(&bad, "schemagen: 1\ntables:\n  a:\n    columns: {id: uid}\n").unwrap();
    let built = build(directory.path(), &bad, "out", &[]);
    assert_eq!(built.status.code(), Some(2));
    assert!(built.stdout.is_empty());
    assert!(files(&directory.path().join("out")) == before);
    assert_eq!(build(directory.path(), &directory.path().join("none.yaml"), "new", &[]).status.code(), Some(2));
    assert!(!directory.path().join("new").exists());
}

const NOTES: &str = "schemagen: 1
tables:
  notes:
    owner: user_id
    columns:
      id: {type: uuid, primary_key: true, default: gen_random_uuid()}
      user_id: {references: auth.users}
      author: {references: auth.users?}
";

#[test]
fn an_expectation_that_fails_builds_nothing() {
    let directory = tempfile::tempdir().unwrap();
    let model = directory.path().join("schema.yaml");
    let expect = "expect:\n  - given: {notes: {hers: {user_id: ann}}}\n  - {as: {user: bob}, reads: {notes: hers}}\n";
    fs::write(&model, format!("{NOTES}{expect}")).unwrap();
    for command in [&["build"][..], &["build", "--check"], &["check"]] {
        let output = schemagen(directory.path(), command);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.contains("error[SG217]") && said.contains("1 error, 0 warnings"), "{said}");
        assert_eq!(output.status.code(), Some(2), "{command:?}");
    }
    assert!(!directory.path().join("generated").exists());
}

#[test]
fn an_error_of_a_lint_is_written_and_told_by_the_exit_code() {
    let directory = tempfile::tempdir().unwrap();
    let model = directory.path().join("schema.yaml");
    fs::write(&model, format!("{NOTES}    allow: [{{can: update, to: author}}]\n")).unwrap();
    for command in [&["build"][..], &["build", "--check"], &["check"]] {
        let output = schemagen(directory.path(), command);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.contains("error[SG301]"), "{said}");
        assert_eq!(output.status.code(), Some(1), "{command:?}");
    }
    assert!(directory.path().join("generated/sql/up").exists());
}

#[test]
fn only_some_back_ends() {
    let directory = tempfile::tempdir().unwrap();
    let model = example("saas-foundation");
    assert!(build(directory.path(), &model, "out", &["--only", "rust,typescript"]).status.success());
    let out = directory.path().join("out");
    assert!(out.join("rust").exists() && out.join("typescript").exists() && !out.join("sql").exists());
    assert!(build(directory.path(), &model, "out", &["--only", "sql"]).status.success());
    assert!(out.join("rust").exists() && out.join("sql").exists());
    let unknown = build(directory.path(), &model, "out", &["--only", "cobol"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&unknown.stderr).contains("typescript"));
}

#[test]
fn a_template_of_the_users_replaces_the_built_in_one() {
    let directory = tempfile::tempdir().unwrap();
    fs::copy(example("saas-foundation"), directory.path().join("schema.yaml")).unwrap();
    fs::create_dir_all(directory.path().join("templates/access")).unwrap();
    fs::write(directory.path().join("templates/access/matrix.md.jinja"), "tables: {{ tables|length }}\n").unwrap();
    assert!(schemagen(directory.path(), &["build"]).status.success());
    assert_eq!(fs::read_to_string(directory.path().join("generated/access/matrix.md")).unwrap(), "tables: 5\n");

    let before = files(&directory.path().join("generated"));
    for (template, text) in
        [("access/matrix.md.jinja", "{% if %}"), ("typescript/database.ts.jinja", "{{ nothing.such }}")]
    {
        let path = directory.path().join("templates").join(template);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        let broken = schemagen(directory.path(), &["build"]);
        assert_eq!(broken.status.code(), Some(2), "{template}");
        assert!(String::from_utf8_lossy(&broken.stderr).contains(template), "{broken:?}");
        fs::remove_file(&path).unwrap();
    }
    assert!(files(&directory.path().join("generated")) == before, "nothing is written with a broken template");
}

#[test]
fn what_init_writes_builds_and_is_fresh() {
    for template in ["supabase", "postgres", "organizations"] {
        let directory = tempfile::tempdir().unwrap();
        let done = schemagen(directory.path(), &["init", "--template", template]);
        assert!(done.status.success(), "{template}: {}", String::from_utf8_lossy(&done.stderr));
        let done = schemagen(directory.path(), &["build"]);
        assert!(done.status.success(), "{template}: {}", String::from_utf8_lossy(&done.stderr));
        let done = schemagen(directory.path(), &["check"]);
        assert!(done.status.success(), "{template}: {}", String::from_utf8_lossy(&done.stderr));
        assert_eq!(schemagen(directory.path(), &["init"]).status.code(), Some(2), "nothing is overwritten");
    }
}

#[test]
fn pages_schema_completions_and_pictures() {
    let directory = tempfile::tempdir().unwrap();
    fs::copy(example("saas-foundation"), directory.path().join("schema.yaml")).unwrap();
    let text = |arguments: &[&str]| {
        let output = schemagen(directory.path(), arguments);
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    assert!(text(&["explain", "SG101"]).contains("## Instead"));
    assert!(text(&["explain", "jobs"]).contains("user_id = the caller's user id"));
    assert!(text(&["schema"]).contains("\"$schema\""));
    assert!(text(&["completions", "bash"]).contains("schemagen"));
    assert!(text(&["graph"]).contains("jobs"));
    assert!(text(&["graph", "--format", "dot"]).starts_with("digraph"));
    assert_eq!(schemagen(directory.path(), &["explain", "jbos"]).status.code(), Some(2));
}

/// Neither on PATH nor where it is told to look: it says how to get one, a line a platform.
#[test]
fn verify_without_postgresql_says_how_to_get_it() {
    let directory = tempfile::tempdir().unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_schemagen"))
        .args(["verify", "-m"])
        .arg(example("saas-foundation"))
        .current_dir(directory.path())
        .env("PATH", "")
        .env("SCHEMAGEN_PG_BIN", directory.path())
        .env_remove("SCHEMAGEN_DATABASE_URL")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(output.stdout.is_empty());
    assert!(said.starts_with("error[SG401]: no PostgreSQL 15 or later was found on this machine"), "{said}");
    assert!(said.contains(&*directory.path().to_string_lossy()), "it says where it looked: {said}");
    for platform in ["Debian, Ubuntu:", "Fedora, RHEL:", "macOS:", "Windows:", "npm:"] {
        let lines: Vec<&str> =
            said.lines().filter(|line| line.trim_start().starts_with(&format!("help: {platform}"))).collect();
        assert_eq!(lines.len(), 1, "{platform} {said}");
    }
}
