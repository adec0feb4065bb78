//! Drift: the five examples, compiled, applied and compared; then changed by hand.

use crate::{apply, servers};
use schemagen::backends::{Options, all};
use schemagen::compile::{Compiled, compile};
use schemagen::diff::{Change, text};
use schemagen::output::OutputTree;
use schemagen::postgres::{Database, Scratch, drift_on, run_script};

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
    let mut tree = OutputTree::new();
    for backend in all().iter().filter(|backend| backend.name() == "sql") {
        tree.extend(backend.emit(catalog, &Options::default()));
    }
    apply(&database, &tree, "sql/up");
    database
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

/// Each change to the saas-foundation example, and the object that is reported, alone.
const CHANGES: &[(&str, &str)] = &[
    ("alter table public.jobs disable row level security", "table public.jobs"),
    ("create policy sneaky on public.jobs for select to authenticated using (true)", "policy sneaky on public.jobs"),
    ("grant truncate on public.jobs to anon", "privileges of anon on public.jobs"),
    ("alter table public.jobs add column extra text", "column extra on public.jobs"),
    ("create index extra on public.jobs (created_at)", "index extra on public.jobs"),
    ("comment on table public.jobs is 'Changed'", "table public.jobs"),
    ("revoke usage on schema public from authenticated, anon, public", ""),
];

#[test]
fn each_change_by_hand_is_drift() {
    let compiled = example("saas-foundation");
    for scratch in servers() {
        let database = applied(scratch, &compiled);
        for (statement, object) in CHANGES {
            let changed = scratch.copy(&database).unwrap();
            run_script(&mut changed.superuser().unwrap(), statement).unwrap();
            let found: Vec<String> =
                drift(scratch, &compiled, &changed).iter().map(|change| change.object.to_string()).collect();
            assert!(!found.is_empty(), "{statement}: not seen");
            if !object.is_empty() {
                assert_eq!(found, [*object], "{statement}");
            }
        }
    }
}
