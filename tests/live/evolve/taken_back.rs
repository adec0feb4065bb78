//! Parts of things that a smaller model has no more: privileges on what is partly ours, attributes of composite types,
//! columns of foreign tables. And roles, which are made where they are missing.

use super::model;
use crate::{apply, psql, servers};
use schemagen::output::OutputTree;
use schemagen::postgres::Database;

fn tree(text: &str) -> OutputTree {
    model(text).1
}

/// Two models, after each of which a second `up` does nothing.
fn up_twice(database: &Database, tree: &OutputTree) -> String {
    let said = apply(database, tree, "sql/up");
    let before = super::untouched(database);
    apply(database, tree, "sql/up");
    assert_eq!(super::untouched(database), before);
    said
}

const NOTES: &str = "
tables:
  notes: {access: internal, columns: {id: {type: integer, primary_key: true}}}
";

fn privileges(database: &Database) -> String {
    psql(
        database,
        "select string_agg(concat_ws(' ', grantee, privilege_type, column_name), ', ' order by grantee, privilege_type) from (
           select grantee, privilege_type, null as column_name from information_schema.role_table_grants where table_name = 'theirs'
           union all
           select grantee, privilege_type, column_name from information_schema.column_privileges as c where table_name = 'theirs'
             and not exists (select from information_schema.role_table_grants as t where t.table_name = 'theirs'
               and (t.grantee, t.privilege_type) = (c.grantee, c.privilege_type))) as held
         where grantee in ('anon', 'authenticated')",
    )
}

#[test]
fn a_privilege_on_a_table_that_is_partly_ours_goes_with_its_grant() {
    let model = |grants: &str| {
        tree(&format!(
            "roles: {{more: anon_more}}{NOTES}  theirs:\n    managed: partly\n    access: internal\n    columns: {{id: {{type: integer, primary_key: true}}, word: text?}}\ngrants:\n{grants}"
        ))
    };
    let whole = model(
        "  - {privileges: [insert, 'update (word)'], on: {table: theirs}, to: [signed_in]}\n  - {privileges: [select], on: {table: theirs}, to: [signed_in, anonymous, more]}\n",
    );
    let rest = model("  - {privileges: [insert], on: {table: theirs}, to: [signed_in]}\n");
    for server in servers() {
        let database = server.supabase("partly").unwrap();
        psql(
            &database,
            "create table public.theirs (id integer primary key, word text); revoke all on public.theirs from anon, authenticated; grant select, delete on public.theirs to anon",
        );
        up_twice(&database, &whole);
        let all = "anon DELETE, anon SELECT, authenticated INSERT, authenticated SELECT, authenticated UPDATE word";
        assert_eq!(privileges(&database), all);
        up_twice(&database, &rest);
        // what was given to anon was there before, and that to another role whose name begins alike was not his
        assert_eq!(privileges(&database), "anon DELETE, anon SELECT, authenticated INSERT");
        up_twice(&database, &whole);
        assert_eq!(privileges(&database), all);
        apply(&database, &whole, "sql/down");
        assert_eq!(privileges(&database), "anon DELETE, anon SELECT");
    }
}

#[test]
fn an_attribute_of_a_composite_is_put_aside_with_its_values() {
    let model = |fields: &str| {
        tree(&format!(
            "composites:\n  address: {{{fields}}}\n  unused: {{{fields}}}\n  listed: {{{fields}}}\ntables:\n  people:\n    access: internal\n    columns: {{id: {{type: integer, primary_key: true}}, home: address?, places: \"listed[]?\"}}\n"
        ))
    };
    let (whole, rest) = (model("street: text, city: text"), model("street: text"));
    for server in servers() {
        let database = server.supabase("attributes").unwrap();
        apply(&database, &whole, "sql/up");
        psql(
            &database,
            "insert into public.people values (1, ('Main', 'Rome'), array[('Side', 'Bonn')::public.listed]), (2, null, null), (3, ('Low', 'Bern'), null)",
        );
        let said = up_twice(&database, &rest);
        assert!(said.contains("attribute city of public.listed has values in column places"), "{said}");
        let attributes = |name: &str| {
            psql(
                &database,
                &format!(
                    "select string_agg(attname, ' ' order by attnum) from pg_attribute where attrelid = 'public.{name}'::regclass and not attisdropped"
                ),
            )
        };
        assert_eq!(
            [attributes("address"), attributes("unused"), attributes("listed")],
            ["street", "street", "street city"]
        );
        psql(
            &database,
            "update public.people set home.street = 'High' where id = 3; insert into public.people values (4, row('New'))",
        );
        let copy = server.copy(&database).unwrap();
        let rows = "1|(Main,Rome)|{\"(Side,Bonn)\"}\n2||\n3|(High,Bern)|\n4|(New,)|";
        up_twice(&database, &whole);
        assert_eq!(psql(&database, "select * from public.people order by id"), rows);
        // also when a rollback comes in between
        apply(&copy, &rest, "sql/down");
        up_twice(&copy, &whole);
        assert_eq!(psql(&copy, "select * from public.people order by id"), rows);
    }
}

/// A type that was there before us: down takes our attribute away, up gives its values back.
#[test]
fn an_attribute_that_was_added_to_a_type_of_others_is_put_aside_by_down() {
    let model = tree(
        "composites: {address: {street: text, city: text}}\ntables: {people: {access: internal, columns: {id: {type: integer, primary_key: true}, home: address?}}}\n",
    );
    for server in servers() {
        let database = server.supabase("others").unwrap();
        psql(
            &database,
            "create type public.address as (street text); create table public.people (id integer primary key, home public.address); insert into public.people values (1, row('Main'))",
        );
        apply(&database, &model, "sql/up");
        psql(&database, "update public.people set home.city = 'Rome'");
        apply(&database, &model, "sql/down");
        assert_eq!(psql(&database, "select home from public.people"), "(Main)");
        apply(&database, &model, "sql/up");
        assert_eq!(psql(&database, "select home from public.people"), "(Main,Rome)");
    }
}

#[test]
fn a_foreign_table_follows_its_columns() {
    let model = |columns: &str| {
        tree(&format!(
            "{NOTES}  far:\n    access: written\n    row_security: 'false'\n    foreign: server files\n    columns: {{{columns}}}\n"
        ))
    };
    for server in servers() {
        let database = server.supabase("far").unwrap();
        let mut admin = database.superuser().unwrap();
        admin.batch_execute("create foreign data wrapper files; create server files foreign data wrapper files; grant usage on foreign server files to postgres").unwrap();
        let columns = || {
            psql(
                &database,
                "select string_agg(concat_ws(' ', attname, format_type(atttypid, atttypmod), attnotnull), ', ' order by attname) from pg_attribute
                 where attrelid = 'public.far'::regclass and attnum > 0 and not attisdropped",
            )
        };
        up_twice(&database, &model("id: integer, word: text?"));
        assert_eq!(columns(), "id integer t, word text f");
        up_twice(&database, &model("id: bigint?, other: {type: text, default: x}"));
        assert_eq!(columns(), "id bigint f, other text t");
        up_twice(&database, &model("id: bigint?, another: {type: text?, renamed_from: other}"));
        assert_eq!(columns(), "another text f, id bigint f");
        apply(&database, &model("id: bigint?"), "sql/down");
    }
}

/// Who is in `roles:` is made, unless Supabase has it; down takes it away.
#[test]
fn a_role_of_the_model_is_made() {
    let model = tree(
        "roles: {reporter: of_reports, service: service_role, admin: supabase_auth_admin}\ntables:\n  notes:\n    allow: [{can: read, to: reporter}]\n    columns: {id: {type: integer, primary_key: true}}\n",
    );
    for server in servers() {
        let database = server.supabase("roles").unwrap();
        let mut client = database.superuser().unwrap();
        let there = |client: &mut schemagen::postgres::Client| -> i64 {
            client
                .query_one("select count(*) from pg_roles where rolname = 'of_reports' and not rolcanlogin", &[])
                .unwrap()
                .get(0)
        };
        assert_eq!(there(&mut client), 0);
        up_twice(&database, &model);
        assert_eq!(there(&mut client), 1);
        psql(&database, "insert into public.notes values (1)");
        client.batch_execute("set role of_reports").unwrap();
        assert_eq!(client.query("select * from public.notes", &[]).unwrap().len(), 1);
        client.batch_execute("reset role").unwrap();
        apply(&database, &model, "sql/down");
        assert_eq!(there(&mut client), 0);
    }
}

/// What callers are under Supabase, PostgREST's own role can become.
#[test]
fn a_role_of_callers_can_be_taken_on() {
    let model = tree(
        "roles: {signed_in: taken_member, anonymous: taken_guest, reporter: taken_reports}\ntables:\n  notes:\n    access: shared\n    columns: {id: {type: integer, primary_key: true}}\n",
    );
    for server in servers() {
        let database = server.supabase("taken_on").unwrap();
        let mut client = database.superuser().unwrap();
        let becomes = |client: &mut schemagen::postgres::Client| -> Vec<String> {
            let members = "select roleid::regrole::text from pg_auth_members where member = 'authenticator'::regrole
                           and roleid::regrole::text in ('taken_member', 'taken_guest', 'taken_reports') order by 1";
            client.query(members, &[]).unwrap().iter().map(|row| row.get(0)).collect()
        };
        up_twice(&database, &model);
        assert_eq!(becomes(&mut client), ["taken_guest", "taken_member"]);
        client
            .batch_execute("set session authorization authenticator; set role taken_member; select * from public.notes")
            .unwrap();
        client.batch_execute("reset role; reset session authorization").unwrap();
        apply(&database, &model, "sql/down");
        assert_eq!(becomes(&mut client), Vec::<String>::new());
        let left = client
            .query("select from pg_roles where rolname in ('taken_member', 'taken_guest', 'taken_reports')", &[])
            .unwrap();
        assert!(left.is_empty());
    }
}

/// The model knows the last of three names, and what was set aside has the first.
#[test]
fn what_had_many_names_comes_back_under_the_last() {
    let model = |table: &str, column: &str, sequence: &str| {
        tree(&format!(
            "\nsequences:\n  {sequence}\ntables:\n  {table}\n    access: internal\n    columns: {{id: {{type: integer, primary_key: true}}, {column}}}\n"
        ))
    };
    let models = [
        model("notes:", "word: text", "numbers: {}"),
        model(
            "'my notes':\n    renamed_from: notes",
            "'a word': {type: text, renamed_from: word}",
            "counts: {renamed_from: numbers}",
        ),
        model(
            "papers:\n    renamed_from: my notes",
            "title: {type: text, renamed_from: a word}",
            "'my counts': {renamed_from: counts}",
        ),
        model(
            "sheets:\n    renamed_from: papers",
            "heading: {type: text, renamed_from: title}",
            "tally: {renamed_from: my counts}",
        ),
    ];
    for server in servers() {
        let database = server.supabase("many_names").unwrap();
        for (place, tree) in models.iter().enumerate() {
            up_twice(&database, tree);
            if place == 0 {
                psql(&database, "insert into public.notes values (1, 'kept'); select setval('public.numbers', 40)");
            }
        }
        for next in 41..43 {
            apply(&database, &models[3], "sql/down");
            assert_eq!(psql(&database, "select to_regclass('public.sheets') is null"), "t");
            up_twice(&database, &models[3]);
            assert_eq!(
                psql(&database, "select row_to_json(s) from public.sheets as s"),
                r#"{"id":1,"heading":"kept"}"#
            );
            assert_eq!(psql(&database, "select nextval('public.tally')"), next.to_string());
        }
    }
}

/// PostgreSQL prints `in (…)` on a varchar column otherwise once it has read what it printed.
#[test]
fn a_list_of_varchar_is_made_once() {
    let model = |status: &str, rest: &str| {
        let text = format!(
            "\ntables:\n  jobs:\n    access: internal\n    columns:\n      id: {{type: integer, primary_key: true}}\n      status: {status}\n{rest}"
        );
        super::model(&text)
    };
    let first = model("{type: text, one_of: [\"it's\", 'b, c'], default: 'b, c'}", "");
    let then = model(
        "{type: varchar(20), one_of: [\"it's\", 'b, c'], default: 'b, c'}",
        "      list: {type: 'varchar(9)[]', default: \"array['a','b']\", check: \"list <@ array['a', 'b']::varchar[]\"}\n    indexes:\n      - {columns: [id], where: \"status in ('it''s', 'b, c')\"}\n      - {columns: [\"(status in ('x', null))\"], name: idx_jobs_x}\n",
    );
    for server in servers() {
        let database = server.supabase("varchar_list").unwrap();
        up_twice(&database, &first.1);
        psql(&database, "insert into public.jobs values (1, 'b, c')");
        up_twice(&database, &then.1);
        let drift = schemagen::postgres::drift_on(server, &then.0, &mut database.client().unwrap()).unwrap();
        assert!(drift.is_empty(), "{}", schemagen::diff::text(&drift));
    }
}
