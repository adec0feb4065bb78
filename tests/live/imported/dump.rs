//! Two views of what a database holds: pg_dump, and our own introspection.

use schemagen::postgres::{Database, Scope, introspect};
use std::path::Path;
use std::process::Command;

/// `pg_dump --schema-only`, object by object, sorted; without schemagen's own schemas.
pub fn dump(database: &Database) -> String {
    let whole = pg_dump(database);
    let mut objects: Vec<&str> = whole.split("\n--\n-- Name: ").skip(1).collect();
    assert!(!objects.is_empty(), "pg_dump printed no object");
    objects.sort_unstable();
    objects.join("\n-- Name: ")
}

/// The dump as it comes, for a restore.
pub fn pg_dump(database: &Database) -> String {
    let row = database.client().unwrap().query_one("select current_setting('server_version_num')::int / 10000", &[]);
    let major = u32::try_from(row.unwrap().get::<_, i32>(0)).unwrap();
    let output = Command::new(crate::pg_dump::pg_dump(major))
        .args([
            "--schema-only",
            "--exclude-schema=schemagen",
            "--exclude-schema=schemagen_aside_*",
            "-d",
            &database.url,
        ])
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    // newer ones put a random word into these
    text.lines().filter(|line| !line.contains("restrict ")).map(|line| format!("{line}\n")).collect()
}

/// What introspection reads, in words.
pub fn catalog(database: &Database) -> String {
    let mut client = database.superuser().unwrap();
    let catalog = introspect(&mut client, &Scope::default()).unwrap_or_else(|failure| panic!("{failure}"));
    format!("{catalog:#?}\n")
}

/// Runs a file on a database as psql does; a `.gz` is unpacked before.
pub fn load(database: &Database, file: &Path) {
    let mut path = file.to_owned();
    let place = tempfile::tempdir().unwrap();
    if file.extension().is_some_and(|extension| extension == "gz") {
        let output = Command::new("gzip").args(["-dc"]).arg(file).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        path = place.path().join("unpacked.sql");
        std::fs::write(&path, output.stdout).unwrap();
    }
    schemagen::postgres::psql_files(&database.url, &[&path])
        .unwrap_or_else(|failure| panic!("{}: {failure}", file.display()));
}
