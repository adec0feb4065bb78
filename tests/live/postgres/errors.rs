//! The commands that read a live database, where it cannot be read: exit 2, what to do, and never a secret.

use super::connect::Listening;
use super::drift::{applied, example};
use super::imposter::old_server;
use crate::servers;
use schemagen::postgres::{Database, psql_command, run_script};
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};

/// What must stand nowhere: the password as it is, in part, and as a URL spells it; a driver's own words; a panic.
const NOWHERE: [&str; 10] = [
    "p@ss:w/rd",
    "p%40ss%3Aw%2Frd",
    "p%40ss%3aw%2frd",
    "ss:w/rd",
    "w/rd",
    "mistaken",
    "db error",
    "Kind",
    "Error {",
    "panicked",
];

/// Every command that takes a database; `URL` and `MODEL` stand for one, the last reads rows only.
const COMMANDS: [&str; 6] = [
    "audit --database URL",
    "check -m MODEL -o /nowhere --database URL",
    "diff URL MODEL",
    "import -o /nowhere/schema.yaml --database URL",
    "verify -m MODEL --database URL",
    "explain jobs -m MODEL --as anonymous --row 5c3e4a90-0000-4000-8000-000000000000 --database URL",
];

/// Those that read the schema.
const READERS: &[&str] = COMMANDS.split_at(4).0;

/// How a command ended, and all that it wrote.
struct Ended {
    exit: Option<i32>,
    out: String,
    message: String,
}

fn schemagen(command: &str, url: &str, variables: &[(&str, &str)]) -> Ended {
    let model = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/saas-foundation/schema.yaml");
    let fill = |word: &str| match word {
        "URL" => url.to_owned(),
        "MODEL" => model.display().to_string(),
        word => word.to_owned(),
    };
    let mut program = Command::new(env!("CARGO_BIN_EXE_schemagen"));
    program.args(command.split(' ').map(fill)).env_remove("PGPASSWORD").env_remove("PGPASSFILE");
    let output = program.envs(variables.iter().copied()).output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Ended { exit: output.status.code(), out: text(&output.stdout), message: text(&output.stderr) }
}

/// Exit 2, the code, what is wrong, and what to do about it; never a secret.
fn misled(command: &str, url: &str, variables: &[(&str, &str)], codes: &[&str], says: &str) -> Option<String> {
    let ended = schemagen(command, url, variables);
    let whole = format!("{}{}", ended.out, ended.message);
    let coded = codes.iter().any(|code| ended.message.contains(&format!("error[{code}]")));
    let told = coded && whole.contains(says) && whole.contains("  help: ") && ended.exit == Some(2);
    let shown = NOWHERE.iter().find(|secret| whole.contains(**secret));
    (!told || shown.is_some())
        .then(|| format!("{command}: wanted {codes:?} and `{says}`, {shown:?} shown: {:?} {whole}", ended.exit))
}

/// All commands, or those named, end in the same way.
#[track_caller]
fn cannot(commands: &[&str], url: &str, variables: &[(&str, &str)], code: &str, says: &str) {
    let wrong: Vec<String> =
        commands.iter().filter_map(|command| misled(command, url, variables, &[code], says)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A server with a role whose password takes care to write.
fn listening(tls: bool) -> Listening {
    let server = Listening::start(tls);
    psql_command(&server.database.url, "alter role ana password 'p@ss:w/rd'").unwrap();
    server
}

const RIGHT: &str = ":p%40ss%3Aw%2Frd";

#[test]
fn who_cannot_connect_is_told_why() {
    let server = listening(false);
    let file = |mode: u32| {
        let file = server.files.path().join("pass");
        std::fs::write(&file, "*:*:*:ana:mistaken\n").unwrap();
        let mode = std::os::unix::fs::PermissionsExt::from_mode(mode);
        std::fs::set_permissions(&file, mode).unwrap();
        file.display().to_string()
    };
    let url = server.url("", "");
    cannot(&COMMANDS, "postgresql://ana:p%40ss%3Aw%2Frd@localhost:1/x", &[], "SG403", "the connection was refused");
    cannot(&COMMANDS, "postgresql://ana:p%40ss%3Aw%2Frd@nowhere.invalid/x", &[], "SG403", "nowhere.invalid:5432");
    cannot(&COMMANDS, &server.url(":mistaken", ""), &[], "SG405", "wrong password for role ana");
    cannot(&COMMANDS, &server.url("", "?passfile=/nowhere"), &[], "SG405", "wants a password");
    cannot(&COMMANDS, &url, &[("PGPASSWORD", "mistaken")], "SG405", "wrong password");
    cannot(&COMMANDS, &url, &[("PGPASSFILE", &file(0o600))], "SG405", "wrong password");
    cannot(&COMMANDS, &url, &[("PGPASSFILE", &file(0o644))], "SG405", "so it is not used: chmod 600 ");
    cannot(&COMMANDS, &server.url(RIGHT, "?sslmode=verify-full"), &[], "SG404", "does not speak TLS");
    let other = server.url(RIGHT, "").replace(&server.database.name, "nothing");
    cannot(&COMMANDS, &other, &[], "SG406", "there is no database nothing");
    let good = schemagen(COMMANDS[0], &url, &[("PGPASSWORD", "p@ss:w/rd")]);
    assert_eq!(good.exit, Some(0), "{}", good.message);
}

/// Certificates: another host's, nobody's, and one that is not there.
#[test]
fn who_cannot_be_trusted_is_said() {
    let server = listening(true);
    let root = server.files.path().join("server.crt").display().to_string();
    let by_number =
        server.url(RIGHT, &format!("?sslmode=verify-full&sslrootcert={root}")).replace("localhost", "127.0.0.1");
    cannot(&COMMANDS, &by_number, &[], "SG404", "it is for another host");
    cannot(&COMMANDS, &server.url(RIGHT, "?sslmode=verify-ca"), &[], "SG404", "no authority that we trust signed it");
    cannot(
        &COMMANDS,
        &server.url(RIGHT, "?sslmode=require&sslrootcert=/nowhere"),
        &[],
        "SG404",
        "sslrootcert /nowhere",
    );
    cannot(&COMMANDS, &server.url(RIGHT, ""), &[("PGSSLROOTCERT", "/nowhere/root.crt")], "SG404", "/nowhere/root.crt");
}

/// What is no URL, or not the one that was meant, is not repeated: it may hold a password anywhere.
#[test]
fn nonsense_is_refused_and_not_repeated() {
    let nonsense = [
        "postgresql://ana:p@ss:w/rd@localhost/x",
        "postgresql://ana:p%40ss%3Aw%2Frd@localhost:port/x",
        "postgresql://ana:p%40ss%3Aw%2Frd@localhost:99999/x",
        "postgresql://ana:p%40ss%3Aw%2Frd@localhost/x?sslmode=mistaken",
        "postgresql://ana:p%40ss%3Aw%2Frd@localhost/x?mistaken=1",
        "postgresql://ana:p%40ss%3Aw%2Frd@[::1/x",
        "postgresql://ana:p%40ss%3Aw%2Frd@localhost/x?connect_timeout=mistaken",
    ];
    cannot(&COMMANDS, nonsense[0], &[], "SG410", "more than one @");
    for url in nonsense {
        cannot(&COMMANDS[..1], url, &[], "SG410", "database");
    }
    // of `diff`, these would be files
    let with_option: Vec<&str> = COMMANDS.into_iter().filter(|command| command.contains("--database")).collect();
    for url in ["localhost:5432", "mysql://ana:mistaken@localhost/x", "p@ss:w/rd", "💥", "host=localhost"] {
        cannot(&with_option[..2], url, &[], "SG410", "is not given as a URL");
    }
    for (name, value) in [("PGPORT", "mistaken"), ("PGCONNECT_TIMEOUT", "mistaken"), ("PGSSLMODE", "mistaken")] {
        cannot(&COMMANDS[..1], "postgresql://ana@localhost/x", &[(name, value)], "SG410", "");
    }
}

#[test]
fn an_old_server_is_not_read() {
    let url = old_server();
    cannot(READERS, &url, &[], "SG408", "PostgreSQL 14 cannot be read");
    cannot(&COMMANDS[4..5], &url, &[], "SG407", "it is PostgreSQL 14");
}

/// A role that may not read what introspection reads. Catalogs are readable by everybody unless somebody saw to it.
#[test]
fn who_lacks_privileges_is_told_which() {
    let server = listening(false);
    let url = server.url(RIGHT, "");
    let mut client = server.database.superuser().unwrap();
    for catalog in ["pg_policy", "pg_class", "pg_roles"] {
        run_script(&mut client, &format!("revoke select on pg_catalog.{catalog} from public")).unwrap();
        cannot(READERS, &url, &[], "SG407", catalog);
        run_script(&mut client, &format!("grant select on pg_catalog.{catalog} to public")).unwrap();
    }
    cannot(&COMMANDS[4..5], &url, &[], "SG407", "ana is not a superuser");
    run_script(
        &mut client,
        "create table public.jobs (id uuid primary key); revoke usage on schema public from public",
    )
    .unwrap();
    cannot(&COMMANDS[5..], &url, &[], "SG407", "permission denied for schema public");
    // a schema that the role may not use is read all the same
    run_script(&mut client, "create schema closed; create table closed.t (id int primary key)").unwrap();
    let found = schemagen(COMMANDS[0], &url, &[]);
    assert_eq!(found.exit, Some(0), "{}", found.message);
}

/// A server that ends statements early, and one that ends the session in the middle.
#[test]
fn who_is_cut_off_is_told_what_to_do() {
    let server = listening(false);
    let url = server.url(RIGHT, "");
    cannot(READERS, &url, &[("PGOPTIONS", "-c statement_timeout=1")], "SG408", "statement_timeout=0");
    let stop = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let mut client = server.database.superuser().unwrap();
            let end = "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'ana' and backend_type = 'client backend'";
            while !stop.load(Ordering::Relaxed) {
                client.batch_execute(end).unwrap();
            }
        });
        let wrong: Vec<String> = READERS
            .iter()
            .cycle()
            .take(8)
            .filter_map(|command| misled(command, &url, &[], &["SG403", "SG409"], ""))
            .collect();
        stop.store(true, Ordering::Relaxed);
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    });
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
                let ended = schemagen("diff URL MODEL --format json", &database.url, &[]);
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
