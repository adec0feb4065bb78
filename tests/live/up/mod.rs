//! Up: on an empty database, again, and on what is there already.

mod column_privileges;
mod converge;
mod cut;
mod described;
mod extensions;
mod fixture;
mod functions;
mod load;
mod partitions;
mod raw;
mod rows;
mod service;
mod squawk;
mod types;
mod whole_rows;

pub use cut::is_cut;

use crate::{apply, psql, servers};
use schemagen::backends::{Backend, Options, rollback::Rollback, sql::Sql, tests::Tests};
use schemagen::output::OutputTree;
use schemagen::postgres::Database;
use std::path::Path;

/// The SQL of a model in `models/`.
fn compiled(name: &str) -> OutputTree {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/live/up/models/{name}.yaml"));
    let (sources, found) = schemagen::source::load(&path);
    assert!(found.is_empty(), "{found:#?}");
    files_of(&sources)
}

/// The SQL of a model.
fn tree_of(text: &str) -> OutputTree {
    let mut sources = schemagen::source::Sources::default();
    sources.add("schema.yaml", text.to_owned());
    files_of(&sources)
}

fn files_of(sources: &schemagen::source::Sources) -> OutputTree {
    let (compiled, found) = schemagen::compile::compile(sources);
    let catalog = compiled.unwrap_or_else(|| panic!("{found:#?}")).catalog;
    let mut tree = Sql.emit(&catalog, &Options::default());
    tree.extend(Rollback.emit(&catalog, &Options::default()));
    tree.extend(Tests.emit(&catalog, &Options::default()));
    tree
}

fn tree() -> OutputTree {
    Sql.emit(&fixture::shop(), &Options::default())
}

/// The database in PostgreSQL's own words.
pub fn fingerprint(database: &Database) -> String {
    psql(database, &format!("set search_path = pg_catalog; {}", include_str!("fingerprint.sql")))
}

/// Every row of the catalog that belongs to the database's own schemas, by the transaction that wrote it: equal
/// only where nothing at all was written.
fn written(database: &Database) -> String {
    psql(database, include_str!("written.sql"))
}

fn ledger(database: &Database) -> String {
    psql(database, "select coalesce(max(seq), 0) from schemagen.ledger")
}

#[track_caller]
pub fn assert_same(found: &str, wanted: &str) {
    let missing: Vec<_> = wanted.lines().filter(|line| !found.lines().any(|other| other == *line)).collect();
    let extra: Vec<_> = found.lines().filter(|line| !wanted.lines().any(|other| other == *line)).collect();
    assert!(missing.is_empty() && extra.is_empty(), "missing: {missing:#?}\nextra: {extra:#?}");
}

#[test]
fn an_empty_database_then_nothing() {
    for server in servers() {
        let database = server.supabase("up").unwrap();
        apply(&database, &tree(), "sql/up");
        let (first, entries, transactions) = (fingerprint(&database), ledger(&database), written(&database));
        assert!(first.contains("policy public.items items_all_by_project"), "{first}");
        let said = apply(&database, &tree(), "sql/up");
        assert_same(&fingerprint(&database), &first);
        assert_same(&written(&database), &transactions);
        assert_eq!(ledger(&database), entries);
        assert_eq!(said, "");
        // Whatever was remembered of the first time is forgotten: everything is compared anew, with the same end.
        psql(&database, "truncate schemagen.settled");
        assert_eq!(apply(&database, &tree(), "sql/up"), "");
        assert_same(&written(&database), &transactions);
    }
}

/// Whatever part is there already, the end is the same.
#[test]
fn a_part_that_is_there_already() {
    for server in servers() {
        let clean = server.supabase("clean").unwrap();
        apply(&clean, &tree(), "sql/up");
        let wanted = fingerprint(&clean);
        for (number, part) in PARTS.iter().enumerate() {
            let database = server.supabase(&format!("part{number}")).unwrap();
            psql(&database, part);
            let files = psql(
                &database,
                "select array_agg(pg_relation_filenode(oid) order by relname) from pg_class where relname in ('items', 'projects')",
            );
            apply(&database, &tree(), "sql/up");
            assert_same(&fingerprint(&database), &wanted);
            let entries = ledger(&database);
            apply(&database, &tree(), "sql/up");
            assert_eq!(ledger(&database), entries);
            if number > 0 {
                assert_eq!(
                    psql(
                        &database,
                        "select array_agg(pg_relation_filenode(oid) order by relname) from pg_class where relname in ('items', 'projects')"
                    ),
                    files
                );
            }
        }
    }
}

const DATA: &str = "
    insert into public.projects (user_id, slug) values (gen_random_uuid(), 'fresh');
    insert into public.items (project_id, title, status, price) select id, 'new', 'done', 2 from public.projects where slug = 'fresh'";

fn rows(database: &Database) -> String {
    psql(
        database,
        "select 'projects', count(*), md5(string_agg(p::text, ',' order by p::text))
         from (select id, user_id, slug::text, notes from public.projects) as p
         union all
         select 'items', count(*), md5(string_agg(i::text, ',' order by i::text))
         from (select id, project_id, title, status::text, price, token, updated_at from public.items) as i",
    )
}

/// Down gives back what was there before; the next up gives back the rows that were written in between.
#[test]
fn down_and_up_lose_nothing() {
    for server in servers() {
        for (number, part) in std::iter::once(&"select 1").chain(PARTS).enumerate() {
            let database = server.supabase(&format!("down{number}")).unwrap();
            psql(&database, part);
            let before = fingerprint(&database);
            apply(&database, &tree(), "sql/up");
            let wanted = fingerprint(&database);
            psql(&database, DATA);
            let data = rows(&database);
            let said = apply(&database, &down(), "sql/down");
            if number < 3 {
                assert_same(&fingerprint(&database), &before);
            } else {
                assert!(said.contains("stays: PostgreSQL cannot remove an enum value"), "{said}");
                assert!(said.contains("the table no primary key"), "{said}");
            }
            apply(&database, &down(), "sql/down");
            apply(&database, &tree(), "sql/up");
            assert_same(&fingerprint(&database), &wanted);
            assert_eq!(rows(&database), data);
        }
    }
}

fn down() -> OutputTree {
    Rollback.emit(&fixture::shop(), &Options::default())
}

/// Every kind of object, with names and texts that would break careless quoting.
#[test]
fn everything_and_hostile_names() {
    let tree = compiled("everything");
    for server in servers() {
        let database = server.supabase("everything").unwrap();
        let before = fingerprint(&database);
        assert_eq!(apply(&database, &tree, "sql/up"), "");
        let (wanted, entries, transactions) = (fingerprint(&database), ledger(&database), written(&database));
        for remembered in [true, false] {
            if !remembered {
                psql(&database, "truncate schemagen.settled");
            }
            assert_eq!(apply(&database, &tree, "sql/up"), "");
            assert_same(&written(&database), &transactions);
            assert_eq!(ledger(&database), entries);
        }
        apply(&database, &tree, "sql/down");
        assert_same(&fingerprint(&database), &before);
        apply(&database, &tree, "sql/up");
        assert_same(&fingerprint(&database), &wanted);
        assert_eq!(psql(&database, "select string_agg(name, ',' order by id) from public.plans"), "free,pro");
    }
}

const SHOPS: &str = "
    insert into auth.users (id) select gen_random_uuid() from generate_series(1, 5);
    insert into public.shops (user_id, title, old_note) select id, 'Shop' || row_number() over (), 'n' from auth.users;
    insert into public.goods (shop_id, state, price) select id, 'processing', n from public.shops, generate_series(1, 200) as n";

/// Renamed tables, columns and enum values, other types, new keys, backfills that read other tables, views whose columns
/// change: the same end as on an empty database, no table rewritten, and back again without losing a row.
#[test]
fn from_one_model_to_the_next() {
    let (before, after) = (compiled("before"), compiled("after"));
    for server in servers() {
        let clean = server.supabase("after").unwrap();
        apply(&clean, &after, "sql/up");
        let wanted = fingerprint(&clean);
        let database = server.supabase("evolving").unwrap();
        apply(&database, &before, "sql/up");
        psql(&database, SHOPS);
        let files =
            psql(&database, "select pg_relation_filenode('public.goods'), pg_relation_filenode('public.shops')");
        apply(&database, &after, "sql/up");
        assert_same(&fingerprint(&database), &wanted);
        assert_eq!(
            psql(&database, "select pg_relation_filenode('public.goods'), pg_relation_filenode('public.stores')"),
            files
        );
        let entries = ledger(&database);
        assert_eq!(apply(&database, &after, "sql/up"), "");
        assert_eq!(ledger(&database), entries);
        let hash = "select md5(string_agg(s::text, ',' order by s::text)) from public.stores as s union all
                    select md5(string_agg(g::text, ',' order by g::text)) from (select id, store_id, state, price, note, owner_title from public.goods) as g";
        let rows = psql(&database, hash);
        apply(&database, &after, "sql/down");
        apply(&database, &after, "sql/up");
        assert_same(&fingerprint(&database), &wanted);
        assert_eq!(psql(&database, hash), rows);
    }
}

/// `sql/tests` is content with what up made, and names each thing that somebody changed.
#[test]
fn the_tests_for_psql_find_what_was_changed() {
    let tree = compiled("after");
    for server in servers() {
        let database = server.supabase("tests").unwrap();
        apply(&database, &tree, "sql/up");
        let before = fingerprint(&database);
        assert!(apply(&database, &tree, "sql/tests").contains("ok: row security"));
        for (change, undo, word) in CHANGES {
            psql(&database, change);
            let failure = std::panic::catch_unwind(|| apply(&database, &tree, "sql/tests")).unwrap_err();
            let text = failure.downcast_ref::<String>().cloned().unwrap_or_default();
            assert!(text.contains("differs from the model in 1 places") && text.contains(word), "{change}: {text}");
            psql(&database, undo);
        }
        apply(&database, &tree, "sql/tests");
        assert_same(&fingerprint(&database), &before);
    }
}

const CHANGES: &[(&str, &str, &str)] = &[
    ("grant delete on public.notes to anon", "revoke delete on public.notes from anon", "revoke delete"),
    (
        "grant update (title) on public.stores to anon",
        "revoke update (title) on public.stores from anon",
        "revoke update (title)",
    ),
    (
        "alter table public.stores disable row level security",
        "alter table public.stores enable row level security",
        "enable row level",
    ),
    ("create policy open on public.notes using (true)", "drop policy open on public.notes", "drop policy open"),
    (
        "grant execute on function public.price_of to public",
        "revoke execute on function public.price_of from public",
        "price_of",
    ),
];

/// Earlier states of the shop: nothing, then tables with rows that lack more and more.
const PARTS: &[&str] = &[
    "create schema private; create type public.status as enum ('draft', 'done')",
    "create domain public.slug as text check (value ~ '^[a-z]+$');
     create table public.projects (id uuid primary key default gen_random_uuid(), user_id uuid not null, slug public.slug not null, notes text);
     insert into public.projects (user_id, slug) select gen_random_uuid(), 'abc' from generate_series(1, 1000);
     create table public.items (id bigint generated always as identity primary key, project_id uuid not null, title text);
     insert into public.items (project_id, title) select id, 'x' from public.projects;",
    "create type public.status as enum ('done');
     create domain public.slug as text;
     create table public.projects (id uuid primary key, user_id uuid, slug public.slug, notes varchar(10));
     insert into public.projects (id, user_id, slug) select gen_random_uuid(), gen_random_uuid(), 'abc' from generate_series(1, 1000);
     create table public.items (id bigint generated by default as identity, project_id uuid, title text, price numeric(8,2) default 3);
     insert into public.items (project_id, title, price) select id, 'x', 2 from public.projects;
     create index other_name on public.items (project_id);
     create index idx_items_title on public.items (title);
     create policy items_read_published on public.items for select to anon using (true);
     create policy stranger on public.items using (true);
     grant all on public.items to anon with grant option;
     grant select (title) on public.items to public;
     alter table public.items add constraint items_price_check check (price > 1) not valid;
     comment on table public.projects is 'old';",
];
