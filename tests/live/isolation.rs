//! `sql/tests/20_isolation.sql` with psql alone: it passes on what we emit, also beside rows that are there, and fails where
//! a protection is taken out. With pgTAP the same is written as TAP.

use crate::examples::{Example, rows};
use crate::servers;
use schemagen::backends::{Backend, Options, tests::Tests};
use schemagen::postgres::{Database, Failure};
use std::path::Path;
use std::process::Output;

const MODELS: [&str; 7] = [
    "creator-os",
    "creator-os-review",
    "saas-foundation",
    "novel-to-comic",
    "profile-isolation",
    "membership",
    "carried",
];

fn file(name: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let example = root.join("examples").join(name).join("schema.yaml");
    let path = if example.is_file() { example } else { root.join("tests/models").join(name).join("schema.yaml") };
    let compiled = schemagen::compile::compile(&schemagen::source::load(&path).0).0.unwrap();
    Tests.emit(&compiled.catalog, &Options::default()).get("sql/tests/20_isolation.sql").unwrap().to_owned()
}

fn run(database: &Database, text: &str) -> Result<Output, Failure> {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("20_isolation.sql");
    std::fs::write(&path, text).unwrap();
    schemagen::postgres::psql_files(&database.url, &[&path])
}

fn applied(server: &schemagen::postgres::Scratch, name: &str) -> Database {
    let example = Example::compile(name);
    let database = example.database(server);
    example.up(&database);
    database
}

/// How many verdicts, and how many were not tried, by the notice at the end.
fn counts(output: &Output) -> (u32, u32) {
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let line = said.lines().find(|line| line.contains("verdicts are the model's")).unwrap_or_else(|| panic!("{said}"));
    let numbers: Vec<u32> =
        line.rsplit("ok: ").next().unwrap().split(' ').filter_map(|word| word.parse().ok()).collect();
    (numbers[0], numbers[1])
}

/// An id that is told within a claim, or chosen by the database; columns of types that few know, in a table without a key as well.
#[test]
fn nested_claims_and_rare_types_pass() {
    for server in servers() {
        // of what `moves` needs, two rows of one owner, there is one
        for (name, not_tried) in [("claims", 0), ("types", 0), ("owners", 2)] {
            let output = run(&applied(server, name), &file(name)).unwrap_or_else(|failure| panic!("{name}: {failure}"));
            let (tried, not) = counts(&output);
            assert!(
                tried >= 10 && not == not_tried,
                "{name}: {tried} {not}\n{}",
                String::from_utf8_lossy(&output.stderr)
            );
        }
    }
}

#[test]
fn what_we_emit_passes_and_leaves_nothing() {
    let mut wrong = Vec::new();
    for server in servers() {
        for name in MODELS {
            let database = applied(server, name);
            let text = file(name);
            for filled in [false, true] {
                if filled {
                    Example::compile(name).run(&database, "data.sql");
                }
                let before = rows(&database);
                match run(&database, &text) {
                    Ok(output) => {
                        let (tried, not) = counts(&output);
                        let said = String::from_utf8_lossy(&output.stderr).into_owned();
                        if tried < 40 || not > 0 {
                            wrong.push(format!(
                                "PostgreSQL {}, {name}, {filled}: {tried} {not}\n{said}",
                                server.major()
                            ));
                        }
                    }
                    Err(failure) => wrong.push(format!("PostgreSQL {}, {name}, {filled}: {failure}", server.major())),
                }
                assert!(rows(&database) == before, "{name}: rows are left");
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn what_is_loosened_fails() {
    for server in servers() {
        for (name, harm, told) in [
            (
                "creator-os",
                "alter policy contents_rw_by_project on public.contents using (true)",
                "caller b may not read row a",
            ),
            (
                "creator-os",
                "alter policy contents_rw_by_project on public.contents with check (true)",
                "caller b may not create row a",
            ),
            ("creator-os", "drop policy contents_read_published on public.contents", "caller b may read row c"),
            (
                "creator-os",
                "grant insert on public.tags to authenticated; create policy p on public.tags for insert to authenticated with check (true)",
                "caller a may not create row a",
            ),
            (
                "creator-os",
                "grant all on public.minds to anon; alter table public.minds disable row level security",
                "anonymous may not read row a",
            ),
            ("saas-foundation", "alter table public.jobs disable row level security", "caller b may not read row a"),
            (
                "membership",
                "create policy p on public.memberships to authenticated using (true)",
                "caller b may not read row a",
            ),
            ("profile-isolation", "revoke select on all tables in schema public from authenticated", "may read row"),
        ] {
            let database = applied(server, name);
            database.superuser().unwrap().batch_execute(harm).unwrap_or_else(|error| panic!("{harm}: {error:?}"));
            let failure = run(&database, &file(name)).expect_err(harm).to_string();
            assert!(failure.contains(told), "PostgreSQL {}: {harm}\n{failure}", server.major());
        }
    }
}

/// What a harness reads: the plan, and each line that passed or did not.
fn tap(output: &str) -> (usize, Vec<&str>, Vec<&str>) {
    let plan = output.lines().find_map(|line| line.strip_prefix("1..")).unwrap_or_else(|| panic!("no plan: {output}"));
    let passed = output.lines().filter(|line| line.starts_with("ok ")).collect();
    let failed = output.lines().filter(|line| line.starts_with("not ok ")).collect();
    (plan.parse().unwrap(), passed, failed)
}

/// What psql wrote of a file of `sql/tests`, whether or not it ended with an error.
fn harnessed(database: &Database, example: &Example, file: &str) -> String {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("test.sql");
    std::fs::write(&path, example.tree.get(file).unwrap()).unwrap();
    let output = std::process::Command::new("psql")
        .args(["-XAtq", "-v", "ON_ERROR_STOP=1", "-d", &database.url, "-f"])
        .arg(&path)
        .output();
    String::from_utf8(output.unwrap().stdout).unwrap()
}

/// Where pgTAP is installed, TAP is written: Debian has it for 15 (`tests/run` installs it).
#[test]
fn with_pgtap_it_is_tap() {
    let server = servers().iter().find(|server| server.major() == 15).unwrap();
    for name in MODELS {
        let example = Example::compile(name);
        let database = example.database(server);
        example.up(&database);
        let made = database
            .superuser()
            .unwrap()
            .batch_execute("create schema tap; create extension pgtap schema tap; grant usage on schema tap to public");
        made.unwrap_or_else(|error| panic!("pgTAP is needed, apt-get install postgresql-15-pgtap: {error:?}"));
        for (file, least) in [("sql/tests/10_access.sql", 1), ("sql/tests/20_isolation.sql", 40)] {
            let output = harnessed(&database, &example, file);
            let (planned, passed, failed) = tap(&output);
            assert!(planned >= least && passed.len() == planned && failed.is_empty(), "{name} {file}: {output}");
        }
        let harm = "do $$ declare p record; begin
            for p in select * from pg_policies where permissive = 'PERMISSIVE' and cmd <> 'INSERT' and qual <> 'true' loop
              execute format('alter policy %I on %I.%I using (true)', p.policyname, p.schemaname, p.tablename);
            end loop; end $$";
        database.superuser().unwrap().batch_execute(harm).unwrap();
        for file in ["sql/tests/10_access.sql", "sql/tests/20_isolation.sql"] {
            let output = harnessed(&database, &example, file);
            let (planned, passed, failed) = tap(&output);
            assert!(!failed.is_empty() && passed.len() + failed.len() == planned, "{name} {file}: {output}");
        }
    }
}
