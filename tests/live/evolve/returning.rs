//! Values of a column that a model had no more come back to the rows that they belonged to, whatever became of the table
//! meanwhile: its name, its key, the key's type; rows that went and rows that came.

use super::{Life, Model, message, model};
use crate::{apply, psql, servers};

const OTHER: &str = "tables:\n  other: {access: internal, columns: {id: {type: integer, primary_key: true}}}\n";

/// One table: its name and what else is said of it, and its columns.
fn table(name: &str, columns: &str) -> Model {
    model(&format!("{OTHER}  {name}\n    access: internal\n    columns: {{{columns}}}\n"))
}

fn rows(life: &Life, query: &str) -> String {
    psql(&life.database, query).replace('\n', " ")
}

const ID: &str = "id: {type: integer, primary_key: true}";
const THREE: &str = "insert into public.notes select n, 'w' || n from generate_series(1, 3) as n";

/// With one row less and one more, each model in its turn; then what the column has.
fn comes_back(name: &str, steps: &[Model], query: &str, change: &str) {
    for server in servers() {
        let life = Life::new(server, name);
        life.up(&table("notes:", &format!("{ID}, word: text?")), "first");
        psql(&life.database, THREE);
        life.up(&table("notes:", ID), "without it");
        let (last, before) = steps.split_last().unwrap();
        for (place, step) in before.iter().enumerate() {
            life.up(step, &format!("step {place}"));
        }
        psql(&life.database, change);
        let copy = server.copy(&life.database).unwrap();
        life.up(last, "with it again");
        assert_eq!(rows(&life, query), "1|w1 3|w3 4|", "{}", life.name);
        assert_eq!(psql(&life.database, "select count(*) from schemagen.stash where column_name <> 'id'"), "0");
        // also when a rollback comes in between
        apply(&copy, &last.1, "sql/down");
        apply(&copy, &last.1, "sql/up");
        assert_eq!(psql(&copy, query).replace('\n', " "), "1|w1 3|w3 4|", "{}, after down", life.name);
    }
}

#[test]
fn to_a_table_that_was_renamed() {
    let renamed = "papers:\n    renamed_from: notes";
    let steps = [table(renamed, ID), table(renamed, &format!("{ID}, word: text?"))];
    let change = "delete from public.papers where id = 2; insert into public.papers values (4)";
    comes_back("back_renamed", &steps, "select id, word from public.papers order by id", change);
}

#[test]
fn to_a_table_whose_key_was_renamed() {
    let key = "number: {type: integer, primary_key: true, renamed_from: id}";
    let steps = [table("notes:", key), table("notes:", &format!("{key}, title: {{type: text?, renamed_from: word}}"))];
    let change = "delete from public.notes where number = 2; insert into public.notes values (4)";
    comes_back("back_key_renamed", &steps, "select number, title from public.notes order by 1", change);
}

#[test]
fn to_a_table_whose_key_has_another_type() {
    for (data_type, fourth) in [("bigint", "4"), ("text", "'4'"), ("'numeric(9,2)'", "4")] {
        let key = format!("id: {{type: {data_type}, primary_key: true}}");
        let steps = [table("notes:", &key), table("notes:", &format!("word: text?, {key}"))];
        let change =
            format!("delete from public.notes where id::text ~ '^2'; insert into public.notes values ({fourth})");
        comes_back(
            "back_key_type",
            &steps,
            "select trunc(id::text::numeric), word from public.notes order by 1",
            &change,
        );
    }
    // the type changes with the model that has the column again
    let steps = [table("notes:", ID), table("notes:", "word: text?, id: {type: text, primary_key: true}")];
    let change = "delete from public.notes where id = 2; insert into public.notes values (4)";
    comes_back("back_key_type_now", &steps, "select id, word from public.notes order by 1", change);
}

#[test]
fn to_a_table_that_has_another_key() {
    let code = "code: {type: text, backfill: \"'c' || id::text\"}";
    let steps = [
        table("notes:", &format!("{ID}, {code}")),
        table("notes:", "id: integer, code: {type: text, primary_key: true}"),
        table("notes:", "code: {type: text, primary_key: true}"),
        table("notes:", "code: {type: text, primary_key: true}, word: text?"),
    ];
    let change = "delete from public.notes where code = 'c2'; insert into public.notes values ('c4')";
    comes_back("back_other_key", &steps, "select right(code, 1), word from public.notes order by 1", change);
}

#[test]
fn to_a_table_that_has_lost_its_key() {
    let steps = [
        table("notes:", "id: integer"),
        table("notes:", "other: integer?"),
        table("notes:", "id: integer?, word: text?, other: integer?"),
    ];
    let change = "delete from public.notes where ctid = (select min(ctid) from public.notes where ctid > (select min(ctid) from public.notes)); insert into public.notes default values";
    for server in servers() {
        let life = Life::new(server, "back_no_key");
        life.up(&table("notes:", &format!("{ID}, word: text?")), "first");
        psql(&life.database, THREE);
        life.up(&table("notes:", ID), "without it");
        life.up(&steps[0], "no key");
        // a column that the table keeps, for it has no key, is nothing that the model knows
        apply(&life.database, &steps[1].1, "sql/up");
        psql(&life.database, change);
        life.up(&steps[2], "with it again");
        assert_eq!(rows(&life, "select id, word from public.notes order by id"), "1|w1 3|w3 |");
    }
}

#[test]
fn to_a_table_that_was_away() {
    let renamed = "papers:\n    renamed_from: notes";
    let steps = [model(OTHER), table(renamed, ID), model(OTHER), table(renamed, &format!("{ID}, word: text?"))];
    for server in servers() {
        let life = Life::new(server, "back_away");
        life.up(&table("notes:", &format!("{ID}, word: text?")), "first");
        psql(&life.database, THREE);
        life.up(&table("notes:", ID), "without it");
        for (place, step) in steps.iter().enumerate() {
            life.up(step, &format!("step {place}"));
        }
        assert_eq!(rows(&life, "select id, word from public.papers order by id"), "1|w1 2|w2 3|w3");
    }
}

/// Each partition gives its rows their own, and goes with its table from one name to another, and back.
#[test]
fn to_a_partitioned_table_that_was_renamed() {
    let events = |name: &str, word: &str| {
        model(&format!(
            "{OTHER}  {name}\n    access: internal\n    primary_key: [id, at]\n    partition_by: {{range: [at]}}\n    partitions: {{first: {{from: '2026-01-01', to: '2026-07-01'}}, rest: default}}\n    columns: {{id: integer, at: date{word}}}\n"
        ))
    };
    let renamed = "logs:\n    renamed_from: events";
    for server in servers() {
        let life = Life::new(server, "back_partitioned");
        life.up(&events("events:", ", word: text"), "first");
        psql(&life.database, "insert into public.events values (1, '2026-02-02', 'w1'), (2, '2026-09-09', 'w2')");
        life.up(&events("events:", ""), "without it");
        life.up(&events(renamed, ""), "renamed");
        psql(&life.database, "insert into public.logs values (3, '2026-03-03')");
        let computed = ", word: {type: text, backfill: \"'of ' || logs.id\"}";
        life.up(&events(renamed, computed), "with it again");
        assert_eq!(rows(&life, "select id, word from public.logs order by id"), "1|w1 2|w2 3|of 3");
        life.up(&events("events:", ", word: text"), "the first again");
        assert_eq!(rows(&life, "select id, word from public.events order by id"), "1|w1 2|w2 3|of 3");
    }
}

/// A table without a key keeps the column, under a name of ours.
#[test]
fn to_a_table_without_a_key_that_was_renamed() {
    let renamed = "papers:\n    renamed_from: notes";
    for server in servers() {
        let life = Life::new(server, "back_keyless");
        life.up(&table("notes:", "id: integer, word: text"), "first");
        psql(&life.database, THREE);
        apply(&life.database, &table("notes:", "id: integer").1, "sql/up");
        apply(&life.database, &table(renamed, "id: integer").1, "sql/up");
        psql(&life.database, "insert into public.papers values (4)");
        life.up(
            &table(renamed, "id: integer, title: {type: text, renamed_from: word, default: none}"),
            "with it again",
        );
        assert_eq!(rows(&life, "select id, title from public.papers order by id"), "1|w1 2|w2 3|w3 4|none");
    }
}

/// Nobody is left of the rows that had the values: those that came have none, and may have the column taken away in their turn.
#[test]
fn not_to_rows_that_are_new() {
    let (with, without) = (table("notes:", &format!("{ID}, word: text?")), table("notes:", ID));
    for server in servers() {
        let life = Life::new(server, "back_new_rows");
        life.up(&with, "first");
        psql(&life.database, THREE);
        life.up(&without, "without it");
        psql(&life.database, "delete from public.notes");
        life.up(&with, "with it again");
        psql(&life.database, "insert into public.notes values (1), (2)");
        life.up(&without, "without it again");
        life.up(&with, "with it at last");
        assert_eq!(rows(&life, "select id, word from public.notes order by id"), "1| 2|");
    }
}

/// Rows that came meanwhile have the default, or the backfill, or are what up speaks of, with nothing lost.
#[test]
fn rows_that_came_meanwhile_need_a_value() {
    let with = |word: &str| table("notes:", &format!("{ID}, word: {word}"));
    let without = table("notes:", ID);
    for server in servers() {
        let life = Life::new(server, "back_required");
        life.up(&with("text"), "first");
        psql(&life.database, THREE);
        life.up(&without, "without it");
        psql(&life.database, "insert into public.notes values (4)");
        let start = server.copy(&life.database).unwrap();
        for (word, fourth) in [("{type: text, default: none}", "none"), ("{type: text, backfill: \"'b' || id\"}", "b4")]
        {
            let copy = Life { server, database: server.copy(&start).unwrap(), name: life.name.clone() };
            copy.up(&with(word), word);
            assert_eq!(rows(&copy, "select word from public.notes order by id"), format!("w1 w2 w3 {fourth}"));
        }
        let failure = std::panic::catch_unwind(|| apply(&life.database, &with("text").1, "sql/up")).unwrap_err();
        assert!(message(&failure).contains("SG501"), "{}", message(&failure));
        let copy = Life { server, database: server.copy(&life.database).unwrap(), name: life.name.clone() };
        psql(&life.database, "update public.notes set word = 'given' where word is null");
        life.up(&with("text"), "given by hand");
        assert_eq!(rows(&life, "select word from public.notes order by id"), "w1 w2 w3 given");
        copy.up(&without, "given up");
        copy.up(&with("text?"), "with less asked of it");
        assert_eq!(rows(&copy, "select word from public.notes order by id").trim(), "w1 w2 w3");
    }
}

/// Attributes of composite types are put aside in the same way.
#[test]
fn attributes_follow_their_table_and_column() {
    let with = |fields: &str, table: &str, key: &str, column: &str| {
        model(&format!(
            "composites: {{address: {{{fields}}}}}\n{OTHER}  {table}\n    access: internal\n    columns: {{id: {{type: {key}, primary_key: true}}, {column}}}\n"
        ))
    };
    let renamed = "persons:\n    renamed_from: people";
    for server in servers() {
        let life = Life::new(server, "back_attribute");
        life.up(&with("street: text, city: text", "people:", "integer", "home: address?"), "first");
        psql(&life.database, "insert into public.people values (1, ('Main', 'Rome'))");
        life.up(&with("street: text", "people:", "integer", "home: address?"), "without it");
        life.up(&with("street: text", renamed, "text", "place: {type: address?, renamed_from: home}"), "renamed");
        life.up(
            &with("street: text, city: text", renamed, "text", "place: {type: address?, renamed_from: home}"),
            "with it again",
        );
        assert_eq!(rows(&life, "select * from public.persons"), "1|(Main,Rome)");
    }
}

#[test]
fn values_of_a_table_that_somebody_renamed_stay_aside() {
    for server in servers() {
        let life = Life::new(server, "renamed by hand");
        life.up(&table("notes:", &format!("{ID}, word: text?")), "first");
        psql(&life.database, THREE);
        life.up(&table("notes:", ID), "without it");
        psql(
            &life.database,
            "alter table public.notes rename to mine; alter table public.mine rename constraint notes_pkey to mine_pkey",
        );
        apply(&life.database, &table("notes:", &format!("{ID}, word: text?")).1, "sql/up");
        assert_eq!(rows(&life, "select count(*) from public.notes"), "0", "{}", life.name);
        let stash =
            psql(&life.database, "select oid::regclass from pg_class where relname ~ '^column_' and relkind = 'r'");
        assert_eq!(rows(&life, &format!("select * from {stash} order by id")), "1|w1 2|w2 3|w3", "{}", life.name);
    }
}
