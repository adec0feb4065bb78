//! `schemagen import` as a user runs it: files, exit codes, what is said.

use crate::servers;
use schemagen::postgres::Database;
use std::path::Path;
use std::process::{Command, Output};

fn import(database: Option<&Database>, arguments: &[&str], folder: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_schemagen"));
    command.arg("import").args(arguments).current_dir(folder).env("NO_COLOR", "1").env_remove("SCHEMAGEN_DATABASE_URL");
    if let Some(database) = database {
        command.env("SCHEMAGEN_DATABASE_URL", &database.url);
    }
    command.output().unwrap()
}

fn said(output: &Output) -> String {
    assert!(output.stdout.is_empty(), "messages go to standard error");
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn source() -> Database {
    let database = servers()[0].database("imported").unwrap();
    let script = "create schema app; create schema other;
        create table other.owners (id uuid primary key, name text);
        create table app.things (id integer primary key, owner_id uuid not null references other.owners on delete cascade);
        create rule kept as on delete to app.things do instead nothing;
        create table other.left_out (id integer);";
    schemagen::postgres::run_script(&mut database.client().unwrap(), script).unwrap();
    database
}

#[test]
fn import_writes_a_model_and_says_what_became_of_everything() {
    let (database, place) = (source(), tempfile::tempdir().unwrap());
    let output = import(Some(&database), &[], place.path());
    let told = said(&output);
    assert_eq!(output.status.code(), Some(0), "{told}");
    assert!(told.contains("objects lifted") && told.contains("kept as SQL: rule app.things.kept"), "{told}");
    let model = std::fs::read_to_string(place.path().join("schema.yaml")).unwrap();
    assert!(model.contains("owner_id: {references: other.owners, on_delete: cascade, index: false}"), "{model}");
}

#[test]
fn import_writes_over_nothing() {
    let (database, place) = (source(), tempfile::tempdir().unwrap());
    std::fs::write(place.path().join("schema.yaml"), "mine").unwrap();
    let output = import(Some(&database), &[], place.path());
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("name another file with -o"));
    assert_eq!(std::fs::read_to_string(place.path().join("schema.yaml")).unwrap(), "mine");
}

#[test]
fn import_without_a_database_says_how_to_name_one() {
    let place = tempfile::tempdir().unwrap();
    let output = import(None, &[], place.path());
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("SCHEMAGEN_DATABASE_URL"));
    let output = import(None, &["--database", "postgresql://nobody:secret@127.0.0.1:1/none"], place.path());
    assert_eq!(output.status.code(), Some(2));
    assert!(!said(&output).contains("secret"));
    assert!(!place.path().join("schema.yaml").exists());
}

#[test]
fn import_of_some_schemas_describes_what_they_refer_to() {
    let (database, place) = (source(), tempfile::tempdir().unwrap());
    let output = import(Some(&database), &["--schemas", "app", "-o", "app.yaml"], place.path());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let model = std::fs::read_to_string(place.path().join("app.yaml")).unwrap();
    assert!(model.contains("other: {managed: false}") && !model.contains("left_out"), "{model}");
    let compiled = super::compiled(&model).unwrap_or_else(|findings| panic!("{findings}"));
    let things = &compiled.catalog.tables[&schemagen::catalog::QualifiedName::new("app", "things")];
    assert_eq!(things.columns[1].data_type, "uuid");
}

#[test]
fn init_from_a_database_imports_it_and_adds_the_check_and_the_hook() {
    let (database, place) = (source(), tempfile::tempdir().unwrap());
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_schemagen"));
        command.args(arguments).current_dir(place.path()).env("NO_COLOR", "1").env_remove("SCHEMAGEN_DATABASE_URL");
        command.output().unwrap()
    };
    let refused = run(&["init", "new", "--from", "postgresql://nobody:secret@127.0.0.1:1/none"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(!place.path().join("new/schema.yaml").exists() && !place.path().join("new/.githooks").exists());
    let output = run(&["init", "new", "--from", &database.url]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert_eq!(run(&["import", "--database", &database.url, "-o", "same.yaml"]).status.code(), Some(0));
    let read = |path: &str| std::fs::read_to_string(place.path().join(path)).unwrap();
    assert_eq!(read("new/schema.yaml"), read("same.yaml"));
    for path in [".github/workflows/schemagen.yml", ".githooks/pre-commit"] {
        assert!(read(&format!("new/{path}")).contains("schemagen check"), "{path}");
    }
    let again = run(&["init", "new", "--from", &database.url]);
    assert_eq!(again.status.code(), Some(2));
    assert_eq!(run(&["init", "other", "--template", "postgres", "--from", &database.url]).status.code(), Some(2));
}

#[test]
fn import_says_which_secrets_it_left_out() {
    let (database, place) = (servers()[0].database("secrets").unwrap(), tempfile::tempdir().unwrap());
    let script = "create extension postgres_fdw;
        create server far foreign data wrapper postgres_fdw options (host 'localhost', dbname 'x');
        create user mapping for public server far options (user 'somebody', password 'hunter2');
        create foreign data wrapper own;
        create server own_far foreign data wrapper own options (api_key 'hunter2', region 'north');
        create subscription news connection 'host=/nowhere dbname=nowhere user=nobody password=hunter2 sslpassword=hunter2'
            publication p with (connect = false, slot_name = none);";
    schemagen::postgres::run_script(&mut database.superuser().unwrap(), script).unwrap();
    let output = import(Some(&database), &[], place.path());
    let told = said(&output);
    assert_eq!(output.status.code(), Some(0), "{told}");
    for line in [
        "not kept: user mapping public on far: password left out",
        "not kept: server own_far: api_key left out",
        "not kept: subscription news: password left out",
    ] {
        assert!(told.lines().any(|known| known.starts_with(line)), "{line}\n{told}");
    }
    assert!(!told.lines().any(|line| line.starts_with("not kept: server far")), "{told}");
    let model = std::fs::read_to_string(place.path().join("schema.yaml")).unwrap();
    assert!(!told.contains("hunter2") && !model.contains("hunter2"), "{model}");
    assert!(
        model.contains("'somebody'") && model.contains("region 'north'") && model.contains("user=nobody"),
        "{model}"
    );
}
