//! An older model, or another, takes names back that a later one gave: a deploy that is rolled back without `down`.

use super::{Life, Model, compiled, model, renamed};
use crate::{apply, psql, servers};

/// Tables of one form, each with how it is written after its name.
fn tables(names: &[&str]) -> Model {
    let table = |name: &&str| {
        let (name, old) = name
            .split_once(" < ")
            .map_or((*name, String::new()), |(name, old)| (name, format!("\n    renamed_from: {old}")));
        format!(
            "  {name}:{old}\n    access: internal\n    columns: {{id: {{type: integer, primary_key: true}}, word: text}}\n"
        )
    };
    model(&format!("tables:\n{}", names.iter().map(table).collect::<String>()))
}

fn words(life: &Life, table: &str) -> String {
    psql(&life.database, &format!("select string_agg(word, ' ' order by id) from public.{table}"))
}

fn there(life: &Life) -> String {
    psql(
        &life.database,
        "select string_agg(relname, ' ' order by relname) from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'",
    )
}

#[test]
fn every_kind_of_object_has_its_old_name_again() {
    let whole = |suffix: &str, renamed: bool| compiled(&renamed::text(suffix, renamed)).expect("the model compiles");
    let (older, newer) = (whole("", false), whole("2", true));
    for server in servers() {
        let life = Life::new(server, "older_kinds");
        let oids = |suffix: &str| psql(&life.database, &renamed::MODEL_OIDS.replace("{x}", suffix));
        life.up(&older, "first");
        psql(
            &life.database,
            "insert into public.notes values (1, 'high', 'a', row('Main'), '[1,2]'); select nextval('public.numbers');",
        );
        let (wanted, names) = (oids(""), psql(&life.database, renamed::NAMES));
        for when in ["once", "twice"] {
            life.up(&newer, when);
            assert_eq!(oids("2"), wanted, "{when}");
            life.up(&older, when);
            assert_eq!(oids(""), wanted, "{when}");
            assert_eq!(psql(&life.database, renamed::NAMES), names, "{when}");
        }
        assert_eq!(psql(&life.database, "select * from public.notes"), "1|high|a|(Main)|[1,2]");
        assert_eq!(psql(&life.database, "select nextval('public.numbers')"), "8");
    }
}

/// Names of a table, its column and a label of its enum; what each was called before.
fn small(table: [&str; 2], column: [&str; 2], label: [&str; 2]) -> Model {
    let old = |old: &str| if old.is_empty() { String::new() } else { format!(", renamed_from: '{old}'") };
    let before = |old: &str| if old.is_empty() { String::new() } else { format!("    renamed_from: '{old}'\n") };
    let (named, value) = (label[0], label[1]);
    let label =
        if value.is_empty() { format!("'{named}'") } else { format!("{{'{named}': {{renamed_from: '{value}'}}}}") };
    model(&format!(
        "enums: {{mood: [{label}, high]}}\ntables:\n  '{}':\n{}    access: shared\n    columns: {{id: {{type: integer, primary_key: true}}, '{}': {{type: text, index: true{}}}, feeling: mood}}\n",
        table[0],
        before(table[1]),
        column[0],
        old(column[1])
    ))
}

fn row(life: &Life, table: &str) -> String {
    psql(&life.database, &format!("select row_to_json(t) from public.{table} as t"))
}

#[test]
fn names_of_a_chain_are_taken_back_and_given_again() {
    let models = [
        small(["notes", ""], ["word", ""], ["low", ""]),
        small(["my notes", "notes"], ["a word", "word"], ["its low", "low"]),
        small(["papers", "my notes"], ["title", "a word"], ["lower", "its low"]),
    ];
    let rows = [
        ("notes", r#"{"id":1,"word":"kept","feeling":"low"}"#),
        (r#""my notes""#, r#"{"id":1,"a word":"kept","feeling":"its low"}"#),
        ("papers", r#"{"id":1,"title":"kept","feeling":"lower"}"#),
    ];
    for server in servers() {
        let life = Life::new(server, "older_chain");
        life.up(&models[0], "first");
        psql(&life.database, "insert into public.notes values (1, 'kept', 'low')");
        for place in [1, 2, 0, 2, 1, 0, 1, 0, 2, 0] {
            life.up(&models[place], &format!("model {place}"));
            assert_eq!(row(&life, rows[place].0), rows[place].1);
            assert_eq!(there(&life), rows[place].0.replace('"', ""));
        }
        for places in [[2, 0], [1, 2], [0, 2]] {
            life.up(&models[places[0]], &format!("before down: {places:?}"));
            apply(&life.database, &models[places[0]].1, "sql/down");
            assert_eq!(there(&life), "");
            life.up(&models[places[1]], &format!("after down: {places:?}"));
            assert_eq!(row(&life, rows[places[1]].0), rows[places[1]].1, "{places:?}");
        }
    }
}

/// What has the place of another by now makes room first.
#[test]
fn names_that_moved_on_move_back() {
    let models = [tables(&["a", "b"]), tables(&["c < a", "b"]), tables(&["c", "a < b"])];
    for server in servers() {
        let life = Life::new(server, "older_moved");
        life.up(&models[0], "first");
        psql(&life.database, "insert into public.a values (1, 'of a'); insert into public.b values (1, 'of b')");
        life.up(&models[1], "c");
        life.up(&models[2], "a");
        assert_eq!([words(&life, "a"), words(&life, "c")], ["of b", "of a"]);
        for _ in 0..2 {
            life.up(&models[0], "first again");
            assert_eq!([words(&life, "a"), words(&life, "b")], ["of a", "of b"]);
            life.up(&models[1], "c again");
            assert_eq!([words(&life, "b"), words(&life, "c")], ["of b", "of a"]);
            life.up(&models[0], "first, and on");
            life.up(&models[2], "a again");
            assert_eq!([words(&life, "a"), words(&life, "c")], ["of b", "of a"]);
        }
    }
}

/// What `renamed_from` claims is not what had the old name once.
#[test]
fn a_new_thing_takes_the_old_name_of_one_that_gets_another() {
    let columns = |columns: &str| {
        model(&format!(
            "tables:\n  a:\n    access: internal\n    columns: {{id: {{type: integer, primary_key: true}}, {columns}}}\n"
        ))
    };
    for server in servers() {
        let life = Life::new(server, "older_claimed");
        life.up(&tables(&["a"]), "old");
        psql(&life.database, "insert into public.a values (1, 'first')");
        life.up(&tables(&["b < a"]), "new");
        for _ in 0..2 {
            life.up(&tables(&["a", "c < b"]), "both");
            assert_eq!([words(&life, "a"), words(&life, "c")], ["", "first"]);
            apply(&life.database, &tables(&["a", "c < b"]).1, "sql/down");
        }
        life.up(&tables(&["c < b"]), "one");
        assert_eq!([there(&life), words(&life, "c")], ["c", "first"]);
    }
    for server in servers() {
        let life = Life::new(server, "older_claimed_columns");
        life.up(&columns("word: text"), "old");
        psql(&life.database, "insert into public.a values (1, 'first')");
        life.up(&columns("title: {type: text, renamed_from: word}"), "new");
        life.up(&columns("word: text?, name: {type: text, renamed_from: title}"), "both");
        assert_eq!(psql(&life.database, "select word, name from public.a"), "|first");
    }
}

/// A new table under the old name is another table.
#[test]
fn a_model_that_has_both_names_has_two_tables() {
    let (old, new, both) = (tables(&["a"]), tables(&["b < a"]), tables(&["a", "b"]));
    for server in servers() {
        let life = Life::new(server, "older_both");
        life.up(&old, "old");
        psql(&life.database, "insert into public.a values (1, 'first')");
        life.up(&new, "new");
        life.up(&both, "both");
        assert_eq!([words(&life, "a"), words(&life, "b")], ["", "first"]);
        psql(&life.database, "insert into public.a values (1, 'second')");
        life.up(&new, "new again");
        assert_eq!([there(&life), words(&life, "b")], ["b", "first"]);
        life.up(&both, "both again");
        assert_eq!([words(&life, "a"), words(&life, "b")], ["second", "first"]);
        life.up(&old, "old again");
        assert_eq!([there(&life), words(&life, "a")], ["a", "second"]);
        life.up(&both, "both at last");
        assert_eq!([words(&life, "a"), words(&life, "b")], ["second", "first"]);
    }
}

/// Somebody made a table by hand that has the old name: it stays, with its rows.
#[test]
fn a_table_of_others_keeps_the_old_name() {
    let (old, new) = (tables(&["a"]), tables(&["b < a"]));
    for server in servers() {
        let life = Life::new(server, "older_by_hand");
        life.up(&old, "old");
        psql(&life.database, "insert into public.a values (1, 'ours')");
        life.up(&new, "new");
        psql(
            &life.database,
            "create table public.a (id integer primary key, word text not null); insert into public.a values (1, 'theirs')",
        );
        life.up(&old, "old again");
        assert_eq!([there(&life), words(&life, "a")], ["a", "theirs"]);
        life.up(&new, "new again");
        assert_eq!([words(&life, "a"), words(&life, "b")], ["theirs", "ours"]);
    }
}

/// Put aside under its new name by a model that has neither.
#[test]
fn what_is_aside_under_a_new_name_comes_back_under_the_old() {
    let (old, new) = (tables(&["a", "other"]), tables(&["b < a", "other"]));
    let (without, columns) = (tables(&["other"]), |column: &str| {
        model(&format!(
            "tables:\n  a:\n    access: internal\n    columns: {{id: {{type: integer, primary_key: true}}{column}}}\n"
        ))
    });
    for server in servers() {
        let life = Life::new(server, "older_aside");
        life.up(&old, "old");
        psql(&life.database, "insert into public.a values (1, 'kept')");
        life.up(&new, "new");
        life.up(&without, "without");
        assert_eq!(there(&life), "other");
        life.up(&old, "old again");
        assert_eq!(words(&life, "a"), "kept");
        life.up(&columns(", title: {type: text, renamed_from: word}"), "column");
        life.up(&columns(""), "no column");
        life.up(&columns(", word: text"), "old column");
        assert_eq!(words(&life, "a"), "kept");
    }
}

/// The table was there before us: the way back leads to what it was.
#[test]
fn a_table_that_was_there_before_us_goes_all_the_way_back() {
    let models = [
        small(["notes", ""], ["word", ""], ["low", ""]),
        small(["papers", "notes"], ["title", "word"], ["lower", "low"]),
    ];
    let before = "create type public.mood as enum ('low', 'high');
        create table public.notes (id integer primary key, word text not null, feeling public.mood not null);
        create index idx_notes_word on public.notes (word); insert into public.notes values (1, 'kept', 'low');
        revoke all on public.notes from anon, authenticated, service_role";
    for server in servers() {
        let life = Life::new(server, "older_before_us");
        psql(&life.database, before);
        let fingerprint = crate::up::fingerprint(&life.database);
        for place in [0, 1, 0, 1, 0] {
            life.up(&models[place], &format!("model {place}"));
        }
        let copy = server.copy(&life.database).unwrap();
        apply(&copy, &models[0].1, "sql/down");
        crate::up::assert_same(&crate::up::fingerprint(&copy), &fingerprint);
        life.up(&models[1], "the last");
        apply(&life.database, &models[0].1, "sql/down");
        crate::up::assert_same(&crate::up::fingerprint(&life.database), &fingerprint);
        assert_eq!(psql(&life.database, "select * from public.notes"), "1|kept|low");
    }
}
