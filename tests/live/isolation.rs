//! `sql/tests/20_isolation.sql` with psql alone: it passes on what we emit, also beside rows that are there, and fails where
//! a protection is taken out. With pgTAP (a stub of it) the same is written as TAP.

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

/// Where pgTAP is installed, TAP is written: a stub of its three functions stands for it.
#[test]
fn with_pgtap_it_is_tap() {
    const STUB: &str = "create schema tap;
        create function tap.plan(bigint) returns text language sql as $$ select '1..' || $1 $$;
        create function tap.ok(boolean, text) returns text language sql as
          $$ select case when $1 then 'ok - ' else 'not ok - ' end || $2 $$;
        create function tap.finish() returns setof text language sql as $$ select '# done' $$;
        grant usage on schema tap to public;
        set allow_system_table_mods = on;
        insert into pg_extension (oid, extname, extowner, extnamespace, extrelocatable, extversion)
          values (999999, 'pgtap', 10, 'tap'::regnamespace, false, '1')";
    for server in servers() {
        let database = applied(server, "creator-os");
        database.superuser().unwrap().batch_execute(STUB).unwrap();
        let output = run(&database, &file("creator-os")).unwrap();
        let tap = String::from_utf8_lossy(&output.stdout).into_owned();
        let lines: Vec<&str> = tap.lines().filter(|line| !line.is_empty()).collect();
        let planned: usize = lines[0].strip_prefix("1..").unwrap_or_else(|| panic!("{tap}")).parse().unwrap();
        assert_eq!(lines.iter().filter(|line| line.starts_with("ok - ")).count(), planned, "{tap}");
        assert!(planned > 40 && lines.last() == Some(&"# done"), "{tap}");
    }
}
