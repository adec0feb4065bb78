//! Drift: the five examples, compiled, applied and compared; then changed by hand.

use super::diff::told;
use crate::pg_dump::pg_dump;
use crate::roundtrip::{compiled, lifted};
use crate::{apply, servers};
use schemagen::backends::{Options, all};
use schemagen::compile::{Compiled, compile};
use schemagen::diff::{Change, text};
use schemagen::output::OutputTree;
use schemagen::postgres::{Database, Expected, Scratch, Version, drift_on, psql_files, run_script};

/// The five source systems.
pub const EXAMPLES: [&str; 5] =
    ["creator-os", "creator-os-review", "novel-to-comic", "profile-isolation", "saas-foundation"];

/// An example, compiled.
pub fn example(name: &str) -> Compiled {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name).join("schema.yaml");
    let (sources, findings) = schemagen::source::load(&path);
    assert!(findings.is_empty(), "{findings:?}");
    let (compiled, findings) = compile(&sources);
    compiled.unwrap_or_else(|| panic!("{name}: {findings:#?}"))
}

/// Its SQL, applied to a new database.
pub fn applied(scratch: &Scratch, compiled: &Compiled) -> Database {
    let catalog = &compiled.catalog;
    let database = if catalog.hints.supabase { scratch.supabase("live") } else { scratch.database("live") }.unwrap();
    applied_to(&database, compiled);
    database
}

/// Its SQL, applied to a new database that has what others own.
pub fn applied_beside_others(scratch: &Scratch, compiled: &Compiled) -> Database {
    let hints = &compiled.catalog.hints;
    let database = if hints.supabase { scratch.supabase("live") } else { scratch.database("live") }.unwrap();
    schemagen::postgres::prepare_unmanaged(&database, &compiled.catalog).unwrap();
    applied_to(&database, compiled);
    database
}

/// Its SQL, applied to this database.
pub fn applied_to(database: &Database, compiled: &Compiled) {
    let catalog = &compiled.catalog;
    let mut tree = OutputTree::new();
    for backend in all().iter().filter(|backend| backend.name() == "sql") {
        tree.extend(backend.emit(catalog, &Options::default()));
    }
    apply(database, &tree, "sql/up");
}

fn drift(scratch: &Scratch, compiled: &Compiled, database: &Database) -> Vec<Change> {
    drift_on(scratch, &compiled.catalog, &mut database.client().unwrap()).unwrap_or_else(|failure| panic!("{failure}"))
}

#[test]
fn an_unchanged_database_has_not_drifted() {
    for name in EXAMPLES {
        let compiled = example(name);
        for scratch in servers() {
            let database = applied(scratch, &compiled);
            let unmanaged = "create schema other; create table other.t (id int); create table public.unrelated (id int);
                create function public.unrelated() returns int language sql as 'select 1';
                create view public.unrelated_view as select 1 as one; create role drifter; grant usage on schema public to drifter;";
            run_script(&mut database.client().unwrap(), unmanaged).unwrap();
            let changes = drift(scratch, &compiled, &database);
            assert!(changes.is_empty(), "{name} on {}:\n{}", scratch.major(), text(&changes));
            run_script(&mut database.superuser().unwrap(), "drop owned by drifter; drop role drifter").unwrap();
        }
    }
}

/// Servers of our own: some changes are of roles, which all databases of a server share.
fn own_servers() -> Vec<Scratch> {
    [15, 18].into_iter().map(|major| Scratch::start(Version::Major(major)).unwrap()).collect()
}

/// The model below `drift/written`.
fn drifting() -> Compiled {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/live/drift/written");
    let (sources, findings) = schemagen::source::load(&folder.join("schema.yaml"));
    assert!(findings.is_empty(), "{findings:?}");
    compile(&sources).0.expect("the model compiles")
}

/// `schema.sql`, as a model.
fn imported(scratch: &Scratch) -> Compiled {
    let source = scratch.database("imported").unwrap();
    run_script(&mut source.client().unwrap(), include_str!("../drift/imported/schema.sql")).unwrap();
    let model = schemagen::spec::format(&lifted(&source, scratch.major()).spec);
    compiled(&model).unwrap_or_else(|findings| panic!("{findings}"))
}

/// Each line of `changes.txt` through what `check --database` calls: reported, and nothing else with it.
fn each_is_reported_alone(list: &str, model: impl Fn(&Scratch) -> Compiled + Sync) {
    let wrong: Vec<String> = std::thread::scope(|scope| {
        let model = &model;
        let servers = own_servers().into_iter().map(|scratch| scope.spawn(move || misreports(&scratch, list, model)));
        let servers: Vec<_> = servers.collect();
        servers.into_iter().flat_map(|server| server.join().unwrap()).collect()
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn misreports(scratch: &Scratch, list: &str, model: impl Fn(&Scratch) -> Compiled) -> Vec<String> {
    let lines = list.lines().filter(|line| !line.starts_with('#'));
    let cases: Vec<Case<'_>> = lines.map(case).filter(|case| case.from <= scratch.major()).collect();
    assert!(cases.iter().filter(|case| !case.report.is_empty()).count() >= 60);
    let compiled = model(scratch);
    let database = applied(scratch, &compiled);
    let expected = Expected::of(scratch, &compiled.catalog).unwrap_or_else(|failure| panic!("{failure}"));
    let wrong = cases.iter().filter_map(|case| misreported(scratch, &database, &expected, case));
    wrong.map(|fault| format!("PostgreSQL {}: {fault}", scratch.major())).collect()
}

#[test]
fn each_change_by_hand_is_reported_alone() {
    each_is_reported_alone(include_str!("../drift/written/changes.txt"), |_| drifting());
}

#[test]
fn each_change_by_hand_to_what_was_imported_too() {
    each_is_reported_alone(include_str!("../drift/imported/changes.txt"), imported);
}

/// A line of `changes.txt`.
struct Case<'l> {
    /// The lowest version of the server that can do it.
    from: u32,
    statement: &'l str,
    report: &'l str,
    /// Puts roles right again.
    undo: &'l str,
}

fn case(line: &str) -> Case<'_> {
    let (statement, rest) = line.rsplit_once("=>").expect("statement => report");
    let (report, undo) = rest.split_once(" <= ").unwrap_or((rest, ""));
    let versioned = statement.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    let (from, statement) = versioned.map_or((0, statement), |(from, rest)| (from.parse().unwrap(), rest));
    Case { from, statement: statement.trim(), report: report.trim(), undo }
}

fn misreported(scratch: &Scratch, database: &Database, expected: &Expected<'_>, case: &Case<'_>) -> Option<String> {
    misreported_in(&scratch.copy(database).unwrap(), expected, case)
}

fn misreported_in(
    changed: &Database,
    expected: &Expected<'_>,
    Case { statement, report, undo, .. }: &Case<'_>,
) -> Option<String> {
    let mut client = changed.superuser().unwrap();
    if let Err(failure) = run_script(&mut client, statement) {
        return Some(format!("{statement}\n  {failure}"));
    }
    let changes = expected.drift(&mut client).unwrap_or_else(|failure| panic!("{statement}: {failure}"));
    run_script(&mut client, undo).unwrap();
    let found = changes.iter().map(told).collect::<Vec<_>>().join("; ");
    (found != **report).then(|| format!("{statement}\n  expected {report}\n  found    {found}"))
}

/// A copy of a database has no subscriptions: each change is made to the database itself, and taken back.
#[test]
fn each_change_of_a_subscription_is_reported_alone() {
    let list: Vec<_> =
        include_str!("../drift/subscriptions.txt").lines().filter(|line| !line.starts_with('#')).collect();
    for scratch in own_servers() {
        let source = scratch.database("subscriptions").unwrap();
        run_script(&mut source.superuser().unwrap(), include_str!("../roundtrip/cases/subscriptions.sql")).unwrap();
        let compiled = compiled(&schemagen::spec::format(&lifted(&source, scratch.major()).spec)).unwrap();
        let expected = Expected::of(&scratch, &compiled.catalog).unwrap();
        let cases = list.iter().map(|line| case(line)).filter(|case| case.from <= scratch.major());
        let wrong: Vec<_> = cases.filter_map(|case| misreported_in(&source, &expected, &case)).collect();
        assert!(wrong.is_empty(), "{}: {}", scratch.major(), wrong.join("\n"));
    }
}

/// What a dump brings back has not drifted.
#[test]
fn dump_and_restore_is_no_drift() {
    let models = [drifting(), example("saas-foundation"), example("profile-isolation")];
    for (scratch, compiled) in servers().iter().flat_map(|scratch| models.iter().map(move |model| (scratch, model))) {
        let database = applied(scratch, compiled);
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("dump.sql");
        let mut dump = std::process::Command::new(pg_dump(scratch.major()));
        let output = dump.arg("-f").arg(&file).arg(&database.url).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let restored = scratch.database("restored").unwrap();
        psql_files(&restored.url, &[&file]).unwrap_or_else(|failure| panic!("{failure}"));
        let changes = drift(scratch, compiled, &restored);
        assert!(changes.is_empty(), "{} on {}:\n{}", compiled.catalog.hints.project, scratch.major(), text(&changes));
    }
}

/// The command itself: differences to standard output, exit 1; none, exit 0.
#[test]
fn check_shows_drift_and_ends_with_1() {
    let compiled = example("saas-foundation");
    let database = applied(&servers()[0], &compiled);
    let model = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/saas-foundation/schema.yaml");
    let out = tempfile::tempdir().unwrap();
    let schemagen = |arguments: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_schemagen"));
        command.arg(arguments[0]).arg("-m").arg(&model).arg("-o").arg(out.path()).args(&arguments[1..]);
        let output = command.output().unwrap();
        (output.status.code(), String::from_utf8_lossy(&output.stdout).into_owned())
    };
    assert_eq!(schemagen(&["build"]).0, Some(0));
    assert_eq!(schemagen(&["check", "--database", &database.url]), (Some(0), String::new()));
    run_script(&mut database.client().unwrap(), "alter table public.jobs disable row level security").unwrap();
    let (exit, text) = schemagen(&["check", "--database", &database.url]);
    assert_eq!((exit, text.as_str()), (Some(1), "~ table public.jobs\n    row security\n    - yes\n"));
    let (exit, text) = schemagen(&["check", "--format", "json", "--database", &database.url]);
    let found: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!((exit, found.as_array().unwrap().len()), (Some(1), 1));
    assert_eq!((&found[0]["name"], &found[0]["severity"]), (&"jobs".into(), &"security".into()));
}
