//! The commands that read a live database, where it cannot be read: exit 2, what to do, and never a secret.

use super::connect::Listening;
use super::drift::{applied, example};
use crate::servers;
use schemagen::postgres::{Database, psql_command, run_script};
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};

/// What must stand nowhere: the password as it is, and as a URL spells it.
const SECRETS: [&str; 4] = ["p@ss:w/rd", "p%40ss%3Aw%2Frd", "p%40ss%3aw%2frd", "mistaken"];

/// How a command ended, and all that it wrote.
struct Ended {
    exit: Option<i32>,
    out: String,
    message: String,
}

fn schemagen(arguments: &[&str], variables: &[(&str, &str)]) -> Ended {
    let model = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/saas-foundation/schema.yaml");
    let mut command = Command::new(env!("CARGO_BIN_EXE_schemagen"));
    command.args(arguments).env_remove("PGPASSWORD").env_remove("PGPASSFILE").envs(variables.iter().copied());
    if arguments[0] == "check" {
        command.arg("-m").arg(&model);
    }
    if arguments[0] == "diff" {
        command.arg(&model);
    }
    let output = command.output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Ended { exit: output.status.code(), out: text(&output.stdout), message: text(&output.stderr) }
}

/// Each command that takes a database ends in the same way.
#[track_caller]
fn cannot(url: &str, variables: &[(&str, &str)], code: &str, says: &str) {
    for arguments in
        [&["audit", "--database", url][..], &["check", "-o", "/nowhere", "--database", url], &["diff", url]]
    {
        let ended = schemagen(arguments, variables);
        let whole = format!("{}{}", ended.out, ended.message);
        assert_eq!(ended.exit, Some(2), "{arguments:?}: {whole}");
        assert!(ended.message.contains(&format!("error[{code}]")) && ended.message.contains(says), "{whole}");
        assert!(ended.message.contains("  help: "), "{whole}");
        for secret in SECRETS {
            assert!(!whole.contains(secret), "{secret} in {whole}");
        }
    }
}

#[test]
fn who_cannot_connect_is_told_why() {
    let server = Listening::start(false);
    psql_command(&server.database.url, "alter role ana password 'p@ss:w/rd'").unwrap();
    let right = ":p%40ss%3Aw%2Frd";
    cannot("postgresql://ana:p%40ss%3Aw%2Frd@localhost:1/x", &[], "SG403", "refused");
    cannot(&server.url(":mistaken", ""), &[], "SG405", "wrong password for role ana");
    cannot(&server.url("", "?passfile=/nowhere"), &[], "SG405", "wants a password");
    cannot(&server.url("", "?passfile=/nowhere"), &[("PGPASSWORD", "mistaken")], "SG405", "wrong password");
    let file = server.files.path().join("pass");
    std::fs::write(&file, "*:*:*:ana:mistaken\n").unwrap();
    let mode = std::os::unix::fs::PermissionsExt::from_mode(0o600);
    std::fs::set_permissions(&file, mode).unwrap();
    cannot(&server.url("", ""), &[("PGPASSFILE", &file.display().to_string())], "SG405", "wrong password");
    cannot(&server.url(right, "?sslmode=verify-full"), &[], "SG404", "does not speak TLS");
    cannot(&server.url(right, "").replace(&server.database.name, "nothing"), &[], "SG406", "there is no database");
    cannot("postgresql://ana:p%40ss%3Aw%2Frd@localhost:port/x", &[], "SG410", "cannot be read");
    let good = schemagen(&["audit", "--database", &server.url("", "")], &[("PGPASSWORD", "p@ss:w/rd")]);
    assert_eq!(good.exit, Some(0), "{}", good.message);
}

/// A role that may not read what introspection reads. Catalogs are readable by everybody unless somebody saw to it.
#[test]
fn who_lacks_privileges_is_told_which() {
    let server = Listening::start(false);
    psql_command(&server.database.url, "alter role ana password 'p@ss:w/rd'").unwrap();
    let url = server.url(":p%40ss%3Aw%2Frd", "");
    let mut client = server.database.superuser().unwrap();
    for catalog in ["pg_policy", "pg_class", "pg_constraint", "pg_roles", "pg_proc"] {
        run_script(&mut client, &format!("revoke select on pg_catalog.{catalog} from public")).unwrap();
        cannot(&url, &[], "SG407", catalog);
        run_script(&mut client, &format!("grant select on pg_catalog.{catalog} to public")).unwrap();
    }
    // a schema that the role may not use is read all the same
    run_script(&mut client, "create schema closed; create table closed.t (id int primary key)").unwrap();
    let found = schemagen(&["audit", "--database", &url], &[]);
    assert_eq!(found.exit, Some(0), "{}", found.message);
}

/// While somebody changes the schema all the time, a reading is either whole or refused, and never wrong.
#[test]
fn a_schema_that_changes_is_read_whole_or_not_at_all() {
    for scratch in servers() {
        let compiled = example("saas-foundation");
        let database = applied(scratch, &compiled);
        let stop = AtomicBool::new(false);
        std::thread::scope(|scope| {
            let worker = scope.spawn(|| migrate(&database, &stop));
            let mut ends = Vec::new();
            for _ in 0..6 {
                let ended = schemagen(&["diff", &database.url, "--format", "json"], &[]);
                match ended.exit {
                    Some(0) => assert_eq!(ended.out.trim(), "[]", "{}", ended.message),
                    Some(2) => {
                        assert!(
                            ended.message.contains("error[SG411]") && ended.message.contains("help: run"),
                            "{}",
                            ended.message
                        );
                    }
                    other => panic!("{other:?}: {}{}", ended.out, ended.message),
                }
                ends.push(ended.exit);
            }
            stop.store(true, Ordering::Relaxed);
            println!("PostgreSQL {}: {ends:?} beside {} migrations", scratch.major(), worker.join().unwrap());
        });
    }
}

/// Makes and drops what the model does not manage, each a transaction.
fn migrate(database: &Database, stop: &AtomicBool) -> usize {
    let mut client = database.client().unwrap();
    let mut count = 0;
    while !stop.load(Ordering::Relaxed) {
        let script = "create table public.passing (id int primary key, at timestamptz default now(), check (id > 0));
            create index passing_at on public.passing (at);
            create view public.passing_view as select id from public.passing where at > now();
            create function public.passing_function(a int default 1) returns int language sql as 'select a';
            drop function public.passing_function(int); drop view public.passing_view; drop table public.passing";
        run_script(&mut client, script).unwrap();
        count += 1;
    }
    count
}
