//! `schemagen verify` as a process: beside a user's database it leaves everything as it was, and killed at any moment it
//! leaves nothing behind.

use postgres::{Client, NoTls};
use schemagen::postgres::{Scratch, Version};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

/// When the tool is killed: while it starts, applies, fills, probes.
const MOMENTS: &[u64] = &[30, 150, 400, 900, 1800, 3200];

fn model() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/models/membership/schema.yaml")
}

fn verify(temporary: &Path, model: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_schemagen"));
    command.args(["verify", "-m"]).arg(model).env("TMPDIR", temporary).env_remove("SCHEMAGEN_DATABASE_URL");
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
}

fn beside(url: &str, model: &Path) -> Output {
    let temporary = tempfile::tempdir().unwrap();
    let mut command = verify(temporary.path(), model);
    command.args(["--database", url]).stdout(Stdio::piped()).stderr(Stdio::piped()).output().unwrap()
}

/// What a server holds: databases, roles, memberships, and the tables of the database that the URL names.
fn everything(client: &mut Client) -> Vec<String> {
    let query = "select 'database ' || datname from pg_database
        union all select 'role ' || rolname || rolsuper || rolbypassrls || rolcanlogin from pg_roles
        union all select 'member ' || roleid::regrole || ' ' || member::regrole || admin_option from pg_auth_members
        union all select 'relation ' || oid::regclass from pg_class where relnamespace = 'public'::regnamespace
        union all select 'schema ' || nspname from pg_namespace where nspname !~ '^pg_' order by 1";
    client.query(query, &[]).unwrap().iter().map(|row| row.get(0)).collect()
}

/// A server of a user's, with a database of his that has something in it.
struct Live {
    _scratch: Scratch,
    database: schemagen::postgres::Database,
}

impl Live {
    fn start(major: u32) -> Live {
        // The other tests' helper installs it where it is missing.
        assert!(crate::servers().iter().any(|server| server.major() == major));
        let scratch = Scratch::start(Version::Major(major)).unwrap();
        let database = scratch.database("live").unwrap();
        let mut client = database.client().unwrap();
        client
            .batch_execute(
                "create table public.precious (id int); create role anon nologin; create role plain login createdb",
            )
            .unwrap();
        Live { _scratch: scratch, database }
    }

    fn client(&self) -> Client {
        Client::connect(&self.database.url, NoTls).unwrap()
    }
}

/// A CI job often names its database by these; the server of a proof is another one.
#[test]
fn a_server_of_its_own_hears_of_no_setting() {
    let mut command = verify(Path::new("/nowhere"), &model());
    let settings = [
        ("PGPORT", "6543"),
        ("PGSERVICE", "none"),
        ("PGTZ", "none"),
        ("PGHOSTADDR", "192.0.2.1"),
        ("PGDATA", "/nowhere"),
    ];
    let output = command.envs(settings).stderr(Stdio::piped()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn beside_a_database_all_is_as_it_was() {
    for major in [15, 18] {
        let live = Live::start(major);
        let before = everything(&mut live.client());
        for model in [model(), Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/models/carried/schema.yaml")] {
            let output = beside(&live.database.url, &model);
            let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
            assert_eq!(output.status.code(), Some(0), "{said}");
            assert!(said.contains(&format!("PostgreSQL {major}: isolated as the model says")), "{said}");
            assert_eq!(everything(&mut live.client()), before, "PostgreSQL {major}, {}", model.display());
        }
    }
}

#[test]
fn who_is_no_superuser_is_told() {
    let live = Live::start(15);
    let before = everything(&mut live.client());
    let url = live.database.url.replacen("://schemagen@", "://plain@", 1);
    let output = beside(&url, &model());
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.starts_with("error[SG407]: plain is not a superuser of "), "{said}");
    assert_eq!(everything(&mut live.client()), before);
}

#[test]
fn killed_beside_a_database_it_leaves_nothing() {
    for (major, signal) in [(15, "-KILL"), (18, "-KILL"), (15, "-INT"), (18, "-TERM")] {
        let live = Live::start(major);
        let before = everything(&mut live.client());
        for moment in MOMENTS.iter().skip(1).step_by(2) {
            let temporary = tempfile::tempdir().unwrap();
            let mut command = verify(temporary.path(), &model());
            killed(command.args(["--database", &live.database.url]), *moment, signal);
            wait(&format!("{signal} after {moment} ms on {major}"), || everything(&mut live.client()) == before);
            wait("temporary files", || is_empty(temporary.path()));
        }
    }
}

#[test]
fn killed_at_any_moment_it_leaves_nothing() {
    for (place, moment) in MOMENTS.iter().enumerate() {
        let signal = ["-KILL", "-INT", "-TERM"][place % 3];
        let temporary = tempfile::tempdir().unwrap();
        let process = killed(&mut verify(temporary.path(), &model()), *moment, signal);
        let prefix = format!("schemagen-{process}-");
        wait(&format!("{signal} after {moment} ms"), || !is_there(Path::new("/tmp"), &prefix) && !runs(&prefix));
        wait("temporary files", || is_empty(temporary.path()));
    }
}

/// Runs it for so many milliseconds; gives its process number.
fn killed(command: &mut Command, moment: u64, signal: &str) -> u32 {
    let mut child = command.spawn().unwrap();
    std::thread::sleep(Duration::from_millis(moment));
    Command::new("kill").args([signal, &child.id().to_string()]).status().unwrap();
    child.wait().unwrap();
    child.id()
}

fn wait(what: &str, happens: impl Fn() -> bool) {
    let start = Instant::now();
    while !happens() {
        assert!(start.elapsed() < Duration::from_secs(30), "something is left: {what}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

fn is_empty(folder: &Path) -> bool {
    std::fs::read_dir(folder).unwrap().next().is_none()
}

fn is_there(folder: &Path, prefix: &str) -> bool {
    std::fs::read_dir(folder).unwrap().flatten().any(|entry| entry.file_name().to_string_lossy().starts_with(prefix))
}

fn runs(text: &str) -> bool {
    let processes = std::fs::read_dir("/proc").unwrap().flatten();
    let mut lines = processes.filter_map(|entry| std::fs::read_to_string(entry.path().join("cmdline")).ok());
    lines.any(|line| line.contains(text))
}
