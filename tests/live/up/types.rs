//! Columns that change their types: what stands on them steps aside and comes back, and no value is lost on the way.

use super::{assert_same, fingerprint};
use crate::evolve::compiled;
use crate::{apply, psql, servers};
use schemagen::output::OutputTree;
use schemagen::postgres::{Database, Scratch};

fn model(text: &str) -> OutputTree {
    compiled(&format!("schemagen: 1\nproject: types\ntarget: supabase\n{text}")).unwrap().1
}

/// A table that nobody owns, with these columns.
fn table(columns: &str) -> OutputTree {
    model(&format!("enums: {{st: [a, b]}}\n{}", internal(columns)))
}

fn internal(columns: &str) -> String {
    format!(
        "tables:\n  t:\n    access: internal\n    columns:\n      id: {{type: integer, primary_key: true}}\n{columns}"
    )
}

/// What up says where it fails.
#[track_caller]
fn refused(database: &Database, tree: &OutputTree) -> String {
    let failure = std::panic::catch_unwind(|| apply(database, tree, "sql/up")).unwrap_err();
    failure.downcast_ref::<String>().cloned().unwrap_or_default()
}

/// From one model to the next and back, with rows: the end is as on an empty database.
#[track_caller]
fn changes(server: &Scratch, before: &OutputTree, rows: &str, after: &OutputTree) -> Database {
    let clean = server.supabase("types_clean").unwrap();
    apply(&clean, after, "sql/up");
    let database = server.supabase("types").unwrap();
    apply(&database, before, "sql/up");
    psql(&database, rows);
    apply(&database, after, "sql/up");
    assert_same(&fingerprint(&database), &fingerprint(&clean));
    assert_eq!(apply(&database, after, "sql/up"), "");
    apply(&database, after, "sql/down");
    apply(&database, after, "sql/up");
    assert_same(&fingerprint(&database), &fingerprint(&clean));
    database
}

const CHAIN: &str = "
functions: {noop: {returns: trigger, body: 'begin return new; end'}}
tables:
  projects:
    owner: user_id
    columns:
      id: {type: KEY, identity: always, primary_key: true}
      user_id: {references: auth.users}
  tasks:
    owner: project_id
    triggers: {x: {after: {update: [project_id]}, when: old.project_id <> new.project_id, each: row, call: noop}}
    columns:
      id: {type: KEY, identity: always, primary_key: true}
      project_id: {references: projects}
";

#[test]
fn keys_that_triggers_name_become_longer() {
    let (before, after) = (model(&CHAIN.replace("KEY", "integer")), model(&CHAIN.replace("KEY", "bigint")));
    for server in servers() {
        let rows = "insert into auth.users (id) values ('00000000-0000-4000-8000-00000000000a');
             insert into public.projects (user_id) select id from auth.users; insert into public.tasks (project_id) values (1)";
        let database = changes(server, &before, rows, &after);
        assert_eq!(psql(&database, "select id, project_id from public.tasks"), "1|1");
    }
}

/// Each old type with a value, the new type, and a value that fits it.
const LOSSES: &[(&str, &str, &str, &str)] = &[
    ("text", "varchar(5)", "'abcdefgh'", "'abc'"),
    ("varchar(50)", "char(3)", "'abcdef'", "'abc'"),
    ("'text[]'", "'varchar(3)[]'", "'{abcdef}'", "'{abc}'"),
    ("bit varying(8)", "bit(4)", "'10101010'", "'1010'"),
    ("timestamptz", "date", "'2026-01-02 03:04:05'", "'2026-01-02'"),
    ("'numeric(10,4)'", "'numeric(10,2)'", "1.2345", "1.23"),
    ("float8", "integer", "1.5", "2"),
    ("text", "'numeric(10,2)'", "'1.234'", "'1.23'"),
];

#[test]
fn values_that_do_not_fit_are_refused() {
    for server in servers() {
        for (old, new, value, fitting) in LOSSES {
            let database = server.supabase("loss").unwrap();
            apply(&database, &table(&format!("      c: {{type: {old}}}")), "sql/up");
            psql(&database, &format!("insert into public.t values (1, {value}), (2, {fitting})"));
            let after = table(&format!("      c: {{type: {new}}}"));
            let rows = psql(&database, "select * from public.t");
            let said = refused(&database, &after);
            assert!(said.contains("SG511: column c of public.t") && said.contains("1 rows"), "{old} to {new}: {said}");
            assert_eq!(psql(&database, "select * from public.t"), rows);
            psql(&database, &format!("update public.t set c = {fitting}"));
            apply(&database, &after, "sql/up");
        }
    }
}

/// What the wider type took in stays when the rollback would cut it.
#[test]
fn a_rollback_cuts_nothing() {
    let after = table("      c: text");
    for server in servers() {
        let database = server.supabase("loss_down").unwrap();
        psql(&database, "create table public.t (id integer primary key, c varchar(5) not null)");
        apply(&database, &after, "sql/up");
        psql(&database, "insert into public.t values (1, 'abcdefgh')");
        assert!(apply(&database, &after, "sql/down").contains("does not come back: SG511"));
        assert_eq!(psql(&database, "select c from public.t"), "abcdefgh");
    }
}

#[test]
fn a_text_that_is_compared_becomes_an_enum() {
    let before = table(
        "      s: {type: text, one_of: [a, b], default: a}\n    indexes: [{columns: [id], where: s = 'b', name: of_b}]",
    );
    let after = table("      s: {type: st, default: a}\n    indexes: [{columns: [id], where: s = 'b', name: of_b}]");
    for server in servers() {
        let database = changes(server, &before, "insert into public.t values (1, 'b')", &after);
        assert_eq!(psql(&database, "select id, s from public.t"), "1|b");
    }
}

const COMPARED: &str = "
enums: {st: [a, b]}
tables:
  t:
    owner: user_id
    allow: [{can: read, to: anyone, when: s = 'b'}]
    deny: [{can: update, when: s = 'b'}]
    columns:
      id: {type: integer, primary_key: true}
      user_id: {references: auth.users}
      s: TYPE
views: {v: {query: select id from public.t where s = 'b', read: [signed_in], columns: {id: integer}}}
";

#[test]
fn a_policy_and_a_view_compare_what_becomes_an_enum() {
    let (before, after) = (model(&COMPARED.replace("TYPE", "text")), model(&COMPARED.replace("TYPE", "st")));
    for server in servers() {
        let rows = "insert into auth.users (id) values ('00000000-0000-4000-8000-00000000000a');
             insert into public.t select 1, id, 'b' from auth.users";
        let database = changes(server, &before, rows, &after);
        assert_eq!(psql(&database, "select s from public.t"), "b");
    }
}

/// Between the files of up a policy that forbids is not missing: one stands there that lets nobody through.
#[test]
fn nobody_gets_more_in_between() {
    let (before, after) = (model(&COMPARED.replace("TYPE", "text")), model(&COMPARED.replace("TYPE", "st")));
    for server in servers() {
        let database = server.supabase("between").unwrap();
        apply(&database, &before, "sql/up");
        let forbid = "select count(*) from pg_policy where polrelid = 'public.t'::regclass and not polpermissive";
        let count = psql(&database, forbid);
        apply(&database, &after, "sql/up/10_");
        assert_eq!(psql(&database, forbid), count);
        assert_eq!(
            psql(&database, &format!("{forbid} and coalesce(pg_get_expr(polqual, polrelid), 'false') = 'false'")),
            count
        );
        assert_eq!(psql(&database, "select relrowsecurity from pg_class where oid = 'public.t'::regclass"), "t");
    }
}

#[test]
fn what_a_column_is_computed_from_changes() {
    let columns = |price: &str| {
        let rest =
            "      n: integer\n      total: {type: numeric, generated: price * n, check: total > 0, index: true}";
        table(&format!("      price: {{type: '{price}'}}\n{rest}"))
    };
    let (before, after) = (columns("numeric(10,2)"), columns("numeric(12,4)"));
    for server in servers() {
        let database = changes(server, &before, "insert into public.t (id, price, n) values (1, 1.5, 2)", &after);
        assert_eq!(psql(&database, "select price, total from public.t"), "1.5000|3.0000");
        psql(
            &database,
            "create function public.f() returns setof numeric begin atomic select price from public.t; end",
        );
        apply(&database, &columns("numeric(14,6)"), "sql/up");
        assert_eq!(psql(&database, "select public.f()"), "1.500000");
    }
}

#[test]
fn an_attribute_in_use_is_refused() {
    let composite = |city: &str| {
        model(&format!("composites: {{address: {{city: {city}}}}}\n{}", internal("      a: {type: address?}")))
    };
    for server in servers() {
        let database = server.supabase("attribute").unwrap();
        apply(&database, &composite("text"), "sql/up");
        let said = refused(&database, &composite("varchar"));
        assert!(said.contains("SG503: attribute city of public.address") && said.contains("public.t.a"), "{said}");
    }
}
