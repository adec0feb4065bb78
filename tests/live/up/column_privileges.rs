//! Columns that are hidden or not to be written, while they come and while they go: between any two files nobody may more than
//! before.

use super::{apply, assert_same, fingerprint, servers};
use crate::psql;
use schemagen::backends::{Backend, Options, rollback::Rollback, sql::Sql, tests::Tests};
use schemagen::output::OutputTree;
use schemagen::postgres::{Database, Scratch};
use schemagen::source::Sources;

fn tree(tables: &str) -> OutputTree {
    let mut sources = Sources::default();
    sources.add("schema.yaml", format!("schemagen: 1\ntarget: supabase\ntables:\n{tables}"));
    let (compiled, findings) = schemagen::compile::compile(&sources);
    let catalog = compiled.unwrap_or_else(|| panic!("{findings:#?}")).catalog;
    let mut tree = Sql.emit(&catalog, &Options::default());
    tree.extend(Rollback.emit(&catalog, &Options::default()));
    tree.extend(Tests.emit(&catalog, &Options::default()));
    tree
}

fn people(name: &str, options: &str, columns: &str) -> String {
    format!(
        "  {name}:\n    owner: user_id\n    allow: [{{can: read, to: anyone}}]\n{options}    columns:
      id: {{type: bigint, identity: by_default, primary_key: true}}\n      user_id: {{references: auth.users}}\n{columns}"
    )
}

const SECRETS: &str =
    "      ssn: {type: text?, hidden: true}\n      balance: {type: integer, default: 0, read_only: true}\n";

fn without() -> OutputTree {
    tree(&people("people", "", "      name: text\n"))
}

fn with(extra: &str) -> OutputTree {
    tree(&people("people", "", &format!("      name: text\n{SECRETS}{extra}")))
}

fn started(server: &Scratch, model: &OutputTree, count: usize) -> Database {
    let database = server.supabase("columns").unwrap();
    apply(&database, model, "sql/up");
    psql(
        &database,
        &format!(
            "insert into auth.users (id) values ('00000000-0000-4000-8000-00000000000a');
             insert into public.people (user_id, name) select id, repeat('n', 500) from auth.users, generate_series(1, {count})"
        ),
    );
    database
}

/// Whether `anon` reads one column and `authenticated` writes another; nothing for one that is not there.
fn may(database: &Database, table: &str, read: &str, write: &str) -> String {
    psql(
        database,
        &format!(
            "select string_agg(privilege || ' ' || attname, ', ' order by privilege) from pg_attribute as a,
             (values ('anon', 'select', '{read}'), ('authenticated', 'update', '{write}'), ('authenticated', 'insert', '{write}')) as v (role_name, privilege, name)
             where a.attrelid = to_regclass('{table}') and a.attname = v.name and has_column_privilege(role_name, attrelid, attnum, privilege)"
        ),
    )
}

/// Runs up file by file, and looks after each.
fn file_by_file(database: &Database, tree: &OutputTree, look: impl Fn(&str)) {
    for (path, text) in tree.iter().filter(|(path, _)| path.starts_with("sql/up")) {
        let mut one = OutputTree::new();
        one.add(path, text);
        apply(database, &one, "sql/up");
        look(path);
    }
}

/// Catalogs and everything that up remembers, sequences as well.
fn everything(database: &Database) -> String {
    let remembered = "select schemaname, sequencename, last_value::text from pg_sequences where schemaname = 'schemagen' union all
        select object, kind, name from schemagen.known union all select object, phase, step from schemagen.pending order by 1, 2, 3";
    format!("{}\n{}", super::written(database), psql(database, remembered))
}

fn again_changes_nothing(database: &Database, tree: &OutputTree) {
    let before = everything(database);
    apply(database, tree, "sql/up");
    assert_same(&everything(database), &before);
    apply(database, tree, "sql/tests");
}

#[test]
fn a_column_that_comes_is_never_open() {
    let next = with("      nickname: text?\n");
    for server in servers() {
        let database = started(server, &without(), 3);
        file_by_file(&database, &next, |path| {
            assert_eq!(may(&database, "public.people", "ssn", "balance"), "", "{path}");
            assert_eq!(
                may(&database, "public.people", "name", "name"),
                "insert name, select name, update name",
                "{path}"
            );
        });
        assert_eq!(may(&database, "public.people", "nickname", "nickname").matches(',').count(), 2);
        again_changes_nothing(&database, &next);
        let clean = server.supabase("clean").unwrap();
        apply(&clean, &next, "sql/up");
        assert_same(&fingerprint(&database), &fingerprint(&clean));
    }
}

/// What is only added to what everybody may read is there for them at once: an application may ask for `*`.
#[test]
fn a_column_without_a_secret_is_open_at_once() {
    let next = tree(&people("people", "", "      name: text\n      nickname: {type: text, default: none}\n"));
    for server in servers() {
        let database = started(server, &without(), 3);
        file_by_file(&database, &next, |path| {
            let open = "insert nickname, select nickname, update nickname";
            assert_eq!(may(&database, "public.people", "nickname", "nickname"), open, "{path}");
        });
    }
}

/// The table gets another name, and so does a column.
#[test]
fn a_column_that_comes_with_new_names_is_never_open() {
    let columns = format!("      title: {{type: text, renamed_from: name}}\n{SECRETS}");
    let next = tree(&people("persons", "    renamed_from: people\n", &columns));
    let last = tree(&people("folk", "    renamed_from: persons\n", "      title: text\n"));
    for server in servers() {
        let database = started(server, &without(), 3);
        file_by_file(&database, &next, |path| {
            assert_eq!(may(&database, "public.persons", "ssn", "balance"), "", "{path}");
            let title = "insert title, select title, update title";
            assert_eq!(may(&database, "public.persons", "title", "title"), title, "{path}");
        });
        again_changes_nothing(&database, &next);
        file_by_file(&database, &last, |path| {
            assert_eq!(may(&database, "public.folk", "ssn", "balance"), "", "{path}");
        });
        again_changes_nothing(&database, &last);
    }
}

const OTHERS: &str = "create table public.people (id bigint generated by default as identity primary key, user_id uuid not null, name text not null);
    revoke all on public.people from public, anon, authenticated, service_role;
    grant select on public.people to anon, authenticated with grant option; grant insert, update on public.people to authenticated";

/// A table that was there before us: down gives it back as it was.
#[test]
fn down_gives_back_what_was_held_on_the_whole_table() {
    for server in servers() {
        let database = server.supabase("others").unwrap();
        psql(&database, OTHERS);
        let before = fingerprint(&database);
        apply(&database, &with(""), "sql/up");
        assert_eq!(may(&database, "public.people", "ssn", "balance"), "");
        again_changes_nothing(&database, &with(""));
        apply(&database, &with(""), "sql/down");
        assert_same(&fingerprint(&database), &before);
    }
}

/// Of a table that is only partly the model's, what others gave stays theirs; what the model gave follows it.
#[test]
fn a_table_that_is_partly_the_models() {
    let model = |columns: &str| tree(&people("people", "    managed: partly\n", columns));
    for server in servers() {
        let database = server.supabase("partly").unwrap();
        psql(&database, OTHERS);
        psql(&database, "revoke all on public.people from anon, authenticated; grant insert on public.people to anon");
        apply(&database, &model("      name: text\n"), "sql/up");
        let next = model(&format!("      name: text\n{SECRETS}"));
        file_by_file(&database, &next, |path| {
            assert_eq!(may(&database, "public.people", "ssn", "balance"), "", "{path}");
            assert_eq!(psql(&database, "select has_table_privilege('anon', 'public.people', 'insert')"), "t", "{path}");
        });
        again_changes_nothing(&database, &next);
        let last = model("      name: text\n");
        file_by_file(&database, &last, |path| {
            assert_eq!(may(&database, "public.people", "ssn", "balance"), "", "{path}");
        });
        again_changes_nothing(&database, &last);
        assert_eq!(psql(&database, "select has_table_privilege('anon', 'public.people', 'select')"), "t");
    }
}

#[test]
fn a_column_that_goes_is_closed_until_it_is_gone() {
    for server in servers() {
        let database = started(server, &with("      note: text?\n"), 3);
        file_by_file(&database, &without(), |path| {
            assert_eq!(may(&database, "public.people", "ssn", "balance"), "", "{path}");
        });
        let clean = server.supabase("clean").unwrap();
        apply(&clean, &without(), "sql/up");
        assert_same(&fingerprint(&database), &fingerprint(&clean));
        again_changes_nothing(&database, &without());
    }
}

/// What everybody may read goes at last: until then an application may ask for `*`.
#[test]
fn a_column_without_a_secret_is_open_until_it_is_gone() {
    let before = tree(&people("people", "", "      name: text\n      note: text?\n"));
    for server in servers() {
        let database = started(server, &before, 25_000);
        file_by_file(&database, &without(), |path| {
            assert_eq!(
                may(&database, "public.people", "note", "note"),
                "insert note, select note, update note",
                "{path}"
            );
        });
        again_changes_nothing(&database, &without());
    }
}

/// In a big table it stays, and so does what is closed; until an operator lets it be put aside.
#[test]
fn a_column_that_stays_is_closed_for_good() {
    for server in servers() {
        let database = started(server, &with(""), 25_000);
        file_by_file(&database, &without(), |path| {
            assert_eq!(may(&database, "public.people", "ssn", "balance"), "", "{path}");
        });
        assert_eq!(
            psql(
                &database,
                "select count(*) from pg_attribute where attname in ('ssn', 'balance') and attrelid = 'public.people'::regclass"
            ),
            "2"
        );
        assert_eq!(may(&database, "public.people", "name", "name"), "insert name, select name, update name");
        again_changes_nothing(&database, &without());
        let back = server.copy(&database).unwrap();
        apply(&back, &with(""), "sql/up");
        assert_eq!(may(&back, "public.people", "ssn", "balance"), "");
        assert_eq!(psql(&back, "select count(*) from schemagen.pending"), "0");
        again_changes_nothing(&back, &with(""));
        let mut removed = OutputTree::new();
        let text = without().get("sql/up/87_removed.sql").unwrap().to_owned();
        removed.add("sql/up/87_removed.sql", format!("set schemagen.allow_rewrite = on;\n{text}"));
        apply(&database, &removed, "sql/up");
        let clean = server.supabase("clean").unwrap();
        apply(&clean, &without(), "sql/up");
        assert_same(&fingerprint(&database), &fingerprint(&clean));
        again_changes_nothing(&database, &without());
    }
}

/// A table without a primary key keeps the values under another name.
#[test]
fn a_column_that_is_kept_under_another_name_is_closed() {
    let model = |extra: &str| {
        tree(&format!(
            "  people:\n    owner: user_id\n    allow: [{{can: read, to: anyone}}]\n    columns:\n      user_id: {{references: auth.users}}\n      name: text\n{extra}"
        ))
    };
    for server in servers() {
        let database = started(server, &model(SECRETS), 3);
        let closed = |path: &str| {
            let kept = "select count(*) from pg_attribute as a where attrelid = 'public.people'::regclass and not attisdropped
                and (attname ~ '^column_' or attname in ('ssn', 'balance')) and has_column_privilege('anon', attrelid, attnum, 'select')";
            // `balance` may be read
            assert_eq!(psql(&database, kept), "1", "{path}");
        };
        file_by_file(&database, &model(""), closed);
        again_changes_nothing(&database, &model(""));
        closed("up again");
        file_by_file(&database, &model(SECRETS), closed);
        again_changes_nothing(&database, &model(SECRETS));
    }
}

/// Up stops behind its first file, and the author takes the column out again.
#[test]
fn a_column_that_came_halfway_and_goes_is_closed() {
    for server in servers() {
        let database = started(server, &without(), 3);
        let mut first = OutputTree::new();
        first.add("sql/up/10_expand.sql", with("").get("sql/up/10_expand.sql").unwrap().to_owned());
        apply(&database, &first, "sql/up");
        file_by_file(&database, &without(), |path| {
            assert_eq!(may(&database, "public.people", "ssn", "balance"), "", "{path}");
        });
        let clean = server.supabase("clean").unwrap();
        apply(&clean, &without(), "sql/up");
        assert_same(&fingerprint(&database), &fingerprint(&clean));
    }
}
