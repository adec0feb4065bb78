//! Introspection: every kind of object, and how long 500 tables take.

use crate::servers;
use schemagen::catalog::{Catalog, QualifiedName};
use schemagen::postgres::{Client, Database, Scope, introspect, introspect_showing, run_script};
use std::time::{Duration, Instant};

/// A new database with every kind of object in it.
pub fn kinds(hint: &str, scratch: &schemagen::postgres::Scratch) -> Database {
    let database = scratch.database(hint).unwrap();
    let mut client = database.client().unwrap();
    let roles = "do $$begin create role reader; create role writer; exception when duplicate_object then null; end$$;";
    let script = include_str!("kinds.sql").replace("create role reader;\ncreate role writer;", roles);
    run_script(&mut client, &script).unwrap_or_else(|failure| panic!("{failure}"));
    database
}

/// Its catalog.
pub fn read(database: &Database) -> Catalog {
    introspect(&mut database.client().unwrap(), &Scope::default()).unwrap_or_else(|failure| panic!("{failure}"))
}

#[test]
fn every_kind_is_read() {
    let catalogs: Vec<Catalog> = servers().iter().map(|scratch| read(&kinds("kinds", scratch))).collect();
    insta::assert_debug_snapshot!("kinds", catalogs[0]);
    let [older, newer] = catalogs.try_into().map_err(drop).unwrap();
    assert_same(&without_what_prints_otherwise(older), &without_what_prints_otherwise(newer));
}

/// PostgreSQL 18 brings newer extensions, and leaves out the table's name in a view of one table.
fn without_what_prints_otherwise(mut catalog: Catalog) -> Catalog {
    catalog.extensions.values_mut().for_each(|extension| extension.version = None);
    catalog.views.values_mut().for_each(|view| view.query.clear());
    catalog.materialized_views.values_mut().for_each(|view| view.query.clear());
    catalog
}

fn assert_same(left: &Catalog, right: &Catalog) {
    let (left, right) = (format!("{left:#?}"), format!("{right:#?}"));
    let difference = similar::TextDiff::from_lines(&left, &right);
    assert!(left == right, "{}", difference.unified_diff().context_radius(6));
}

#[test]
fn extensions_and_our_own_schemas_are_left_out() {
    for scratch in servers() {
        let database = kinds("left out", scratch);
        let mut client = database.client().unwrap();
        let ours = "create schema schemagen; create table schemagen.ledger (); create schema schemagen_aside_app;
            create table schemagen_aside_app.t (); create schema schemagenx";
        run_script(&mut client, ours).unwrap();
        let catalog = read(&database);
        assert_eq!(catalog.schemas.keys().collect::<Vec<_>>(), ["app", "public", "schemagenx"]);
        assert!(catalog.functions.keys().all(|name| !name.name.name.starts_with("citext")));
        let scope = Scope { schemas: Some(vec!["public".to_owned()]) };
        let catalog = introspect(&mut client, &scope).unwrap();
        assert!(catalog.tables.is_empty() && catalog.schemas.len() == 1);
    }
}

/// How many queries it takes to read a database.
fn round_trips(client: &mut Client) -> usize {
    let count = std::cell::Cell::new(0);
    introspect_showing(client, &Scope::default(), &|_| count.set(count.get() + 1)).unwrap();
    count.get()
}

#[test]
fn five_hundred_tables_take_a_second_or_two() {
    for scratch in servers() {
        let database = scratch.supabase("many").unwrap();
        let script = "do $$begin for i in 1..500 loop
            execute format('create table t%s (id bigint generated always as identity primary key, a text not null default %L,
                b uuid references auth.users, c numeric(10,2) check (c > 0), d jsonb)', i, 'x');
            execute format('create index on t%s (b)', i);
            execute format('alter table t%s enable row level security', i);
            execute format('create policy p on t%s for select to authenticated using (b = (select auth.uid()))', i);
        end loop; end$$";
        let mut client = database.client().unwrap();
        let before = round_trips(&mut client);
        run_script(&mut client, script).unwrap();
        assert_eq!(round_trips(&mut client), before, "as many queries for 500 tables as for none");
        let start = Instant::now();
        let catalog = introspect(&mut client, &Scope::default()).unwrap();
        let elapsed = start.elapsed();
        println!("PostgreSQL {}: 500 tables in {elapsed:?}", scratch.major());
        let table = &catalog.tables[&QualifiedName::new("public", "t7")];
        assert_eq!((table.columns.len(), table.policies.len(), table.indexes.len()), (5, 1, 1));
        assert!(elapsed < Duration::from_secs(10), "{elapsed:?}");
    }
}
