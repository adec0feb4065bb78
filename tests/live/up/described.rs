//! What was the model's and is only described by it from now on.

use super::partitions::tree;
use super::{apply, assert_same, fingerprint, ledger, servers};
use crate::psql;
use schemagen::output::OutputTree;

/// Of what table `t`, function `f` and view `v` are.
fn model(table: &str, managed: &str) -> OutputTree {
    tree(&format!(
        "schemagen: 1
target: supabase
tables:
  t:
{table}
  other:
    owner: user_id
    columns: {{id: {{type: integer, primary_key: true}}, user_id: {{references: auth.users}}}}
functions:
  f: {{{managed}args: {{n: integer}}, returns: integer, language: sql, body: select n}}
views:
  v: {{{managed}query: select id from t, columns: {{id: integer}}}}
enums:
  mood: {{{managed}values: [low, high]}}
"
    ))
}

const OURS: &str = "    owner: user_id
    with: {fillfactor: '90'}
    columns:
      id: {type: integer, primary_key: true}
      user_id: {references: auth.users}
      a: {type: text, check: length(a) > 0}
    indexes: [[a]]";
const DESCRIBED: &str = "    managed: false
    columns: {id: {type: integer, primary_key: true}, a: text}";
const PARTLY: &str = "    managed: partly
    access: written
    columns: {id: {type: integer, primary_key: true}, a: text}";

fn of_t(database: &schemagen::postgres::Database) -> String {
    fingerprint(database).lines().filter(|line| line.contains(" public.t")).map(|line| format!("{line}\n")).collect()
}

#[test]
fn it_stays_as_it_is() {
    for server in servers() {
        let database = server.supabase("described").unwrap();
        apply(&database, &model(OURS, ""), "sql/up");
        psql(
            &database,
            "insert into auth.users (id) select gen_random_uuid(); insert into public.t select 1, id, 'x' from auth.users",
        );
        let before = fingerprint(&database);
        let described = model(DESCRIBED, "managed: false, ");
        let said = apply(&database, &described, "sql/up");
        for name in ["public.t", "public.f(integer)", "public.v", "public.mood"] {
            assert!(said.contains(&format!("{name} is only described by the model")), "{name}: {said}");
        }
        assert_same(&fingerprint(&database), &before);
        let entries = ledger(&database);
        assert_eq!(apply(&database, &described, "sql/up"), "");
        assert_eq!(ledger(&database), entries);
        apply(&database, &described, "sql/down");
        assert_eq!(psql(&database, "select id, a, public.f(2) from public.t join public.v using (id)"), "1|x|2");
        assert_eq!(psql(&database, "select to_regclass('public.other') is null"), "t");
    }
}

#[test]
fn the_parts_that_are_not_named_stay() {
    for server in servers() {
        let database = server.supabase("partly").unwrap();
        apply(&database, &model(OURS, ""), "sql/up");
        let before = of_t(&database);
        assert!(before.contains("t_rw_mine"), "{before}");
        let partly = model(PARTLY, "");
        let said = apply(&database, &partly, "sql/up");
        assert!(said.contains("names only parts of public.t"), "{said}");
        assert_same(&of_t(&database), &before);
        apply(&database, &partly, "sql/up");
        assert_same(&of_t(&database), &before);
        // What it named goes when it names it no more.
        apply(&database, &model(&PARTLY.replace(", a: text", ""), ""), "sql/up");
        assert_eq!(
            psql(
                &database,
                "select attname from pg_attribute where attrelid = 'public.t'::regclass and attnum > 0 and not attisdropped order by 1"
            ),
            "id\nuser_id"
        );
    }
}
