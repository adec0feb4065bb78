//! An up that failed or was cut off, and that nobody goes on with: the model before it, or one after it, is applied instead.

use super::{Life, Model, message, model};
use crate::up::assert_same;
use crate::{apply, psql, servers};
use schemagen::output::OutputTree;
use schemagen::postgres::Database;

/// A schema that was made stays.
fn fingerprint(database: &Database) -> String {
    crate::up::fingerprint(database).replace("schema private \n", "")
}

/// Runs, and stays.
const BEFORE: &str = "
composites: {address: {street: text}}
functions:
  touched: {returns: trigger, body: begin return new; end}
tables:
  notes:
    access: shared
    columns:
      id: {type: integer, primary_key: true}
      word: text?
      number: integer
      home: address?
    indexes: [[word]]
  events:
    access: internal
    primary_key: [at]
    partition_by: {range: [at]}
    partitions: {one: {from: '2026-01-01', to: '2026-07-01'}, two: {from: '2026-07-01', to: '2027-01-01'}}
    columns: {at: date}
materialized_views: {words: {query: select n.word from public.notes as n, columns: {word: text?}}}
";

/// Is given up: changes everything.
const MIDDLE: &str = "
composites: {address: {street: text, city: text}}
functions:
  touched: {returns: trigger, body: begin return new; end}
  fresh: {returns: text, language: sql, volatility: immutable, call: [signed_in], body: \"select 'fresh'\"}
tables:
  papers:
    renamed_from: notes
    access: shared
    realtime: true
    with: {fillfactor: '90'}
    columns:
      id: {type: bigint, primary_key: true}
      title: {type: text, renamed_from: word, backfill: \"'none'\", unique: true}
      number: {type: bigint, check: number > 0}
      home: address?
      added: {type: text, backfill: public.fresh(), index: true}
      other: {type: uuid, default: gen_random_uuid()}
      parent_id: {type: bigint?, references: papers}
    indexes: [[number, id]]
    allow: [{can: update, to: signed_in, when: title = public.fresh()}]
    triggers: {fires: {before: update, call: touched}}
  extra:
    access: internal
    columns: {id: {type: integer, primary_key: true}}
  events:
    access: internal
    primary_key: [at]
    partition_by: {range: [at]}
    partitions: {one: {from: '2026-01-01', to: '2026-08-01'}, two: {from: '2026-08-01', to: '2027-01-01'}}
    columns: {at: date}
materialized_views: {words: {query: select n.title as word from public.papers as n, columns: {word: text?}, indexes: [[word]]}}
";

/// What comes instead, in the end: some of it otherwise.
const AFTER: &str = "
composites: {address: {street: text}}
functions:
  touched: {returns: trigger, body: begin return new; end}
tables:
  sheets:
    renamed_from: notes
    access: shared
    columns:
      id: {type: integer, primary_key: true}
      word: {type: text, backfill: \"'was null'\"}
      number: {type: integer, check: number > -1}
      home: address?
      added: {type: text, default: later}
    indexes: [[word]]
  events:
    access: internal
    primary_key: [at]
    partition_by: {range: [at]}
    partitions: {one: {from: '2026-01-01', to: '2026-07-01'}, two: {from: '2026-07-01', to: '2027-01-01'}}
    columns: {at: date}
materialized_views: {words: {query: select n.word from public.sheets as n, columns: {word: text?}}}
";

const ROWS: &str = "
    insert into public.notes values (1, 'one', 1, row('Main')), (2, null, 2, null);
    insert into public.events values ('2026-02-02'), ('2026-09-09');
    refresh materialized view public.words";

const NOTES: &str =
    "select string_agg(concat_ws(' ', id, coalesce(word, 'null'), number, home), ', ' order by id) from public.notes";

/// Nothing of the run-time's own is left but what is aside.
const HELPERS: &str = "
    select count(*) from (
      select relname from pg_class where relname ~ '^schemagen_(new|old|key)_' union all
      select conname from pg_constraint where conname ~ '^schemagen_' union all
      select attname from pg_attribute where attname ~ '^column_[0-9a-f]{32}$' and attrelid in
        (select oid from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r') union all
      select step from schemagen.pending) as helpers";

/// The files up to this number.
fn begun(tree: &OutputTree, last: u32) -> OutputTree {
    let mut begun = OutputTree::new();
    let number = |path: &str| path.strip_prefix("sql/up/")?.get(..2)?.parse().ok();
    for (path, text) in tree.iter().filter(|(path, _)| number(path).is_some_and(|number: u32| number <= last)) {
        begun.add(path, text);
    }
    begun
}

/// Those of which something may be left behind.
const FILES: [u32; 7] = [10, 20, 30, 40, 60, 80, 87];

/// Life before it was begun, and what this and the other model make of it.
struct Start<'a> {
    life: Life<'a>,
    before: Model,
    middle: Model,
    after: Model,
    wanted: String,
    wanted_after: String,
}

impl<'a> Start<'a> {
    fn new(server: &'a schemagen::postgres::Scratch, name: &str) -> Self {
        let life = Life::new(server, name);
        let [before, middle, after] = [BEFORE, MIDDLE, AFTER].map(model);
        life.up(&before, "before");
        psql(&life.database, ROWS);
        let fresh = life.copy();
        fresh.up(&after, "the fresh path");
        let (wanted, wanted_after) = (fingerprint(&life.database), fingerprint(&fresh.database));
        Self { life, before, middle, after, wanted, wanted_after }
    }

    /// Whatever was begun in this database, one model and the other are as on a fresh path, and the next is not hindered.
    fn check(&self, database: &Database, when: &str) {
        let life = |database| Life { server: self.life.server, database, name: format!("{}, {when}", self.life.name) };
        let back = life(self.life.server.copy(database).unwrap());
        back.up(&self.before, "the one before");
        assert_same(&fingerprint(&back.database), &self.wanted);
        assert_rows(&psql(&back.database, NOTES), &["null", "none"], when);
        assert_eq!(psql(&back.database, HELPERS), "0", "{when}");
        back.up(&self.middle, "and all of it after that");
        let on = life(self.life.server.copy(database).unwrap());
        on.up(&self.after, "the one after");
        assert_same(&fingerprint(&on.database), &self.wanted_after);
        let rows = psql(
            &on.database,
            "select string_agg(concat_ws(' ', id, word, number, home), ', ' order by id) from public.sheets",
        );
        assert_rows(&rows, &["was null", "none"], when);
        assert_eq!(psql(&on.database, HELPERS), "0", "{when}");
        on.down_and_up(&self.after, "the one after");
    }
}

/// A value that was given to a row that had none stays: nobody can tell it from others.
fn assert_rows(found: &str, given: &[&str], when: &str) {
    let mut wanted = given.iter().map(|word| format!("1 one 1 (Main), 2 {word} 2"));
    assert!(wanted.any(|rows| rows == found), "{when}: {found}");
}

#[test]
fn behind_any_file() {
    for server in servers() {
        let start = Start::new(server, "abandoned_files");
        for file in FILES {
            let copy = start.life.copy();
            apply(&copy.database, &begun(&start.middle.1, file), "sql/up");
            start.check(&copy.database, &format!("after file {file}"));
        }
    }
}

/// Rows that refuse what the model says of them, each in another file.
const REFUSED: [(&str, &str); 3] = [
    ("could not be built", "insert into public.notes values (3, 'one', 3)"),
    ("check", "insert into public.notes values (3, 'three', -3)"),
    ("numeric", "insert into public.notes values (3, 'three', 3)"),
];

#[test]
fn where_a_statement_failed() {
    for server in servers() {
        for (word, rows) in REFUSED {
            let mut start = Start::new(server, "abandoned_failed");
            if word == "numeric" {
                let text = MIDDLE.replace("backfill: public.fresh()", "backfill: \"(1 / (number - 3))::text\"");
                start.middle = model(&text);
            }
            let copy = start.life.copy();
            psql(&copy.database, rows);
            let failure = std::panic::catch_unwind(|| apply(&copy.database, &start.middle.1, "sql/up")).unwrap_err();
            assert!(
                message(&failure).contains(if word == "numeric" { "division by zero" } else { word }),
                "{}",
                message(&failure)
            );
            let key = psql(
                &copy.database,
                "select coalesce(to_regclass('public.papers'), to_regclass('public.notes'))::text",
            );
            psql(&copy.database, &format!("delete from public.{} where id = 3", key.trim_start_matches("public.")));
            if word == "numeric" {
                start.middle = model(MIDDLE);
            }
            start.check(&copy.database, word);
        }
    }
}

/// A key that rows refuse is in nobody's way, also where the next model writes the table anew.
#[test]
fn a_key_that_could_not_be_built() {
    let notes = |word: &str, number: &str| {
        model(&format!(
            "tables:\n  notes:\n    access: internal\n    columns: {{id: {{type: integer, primary_key: true}}, word: {word}, number: {number}}}\n"
        ))
    };
    for server in servers() {
        let life = Life::new(server, "abandoned_key");
        let before = notes("text", "integer");
        life.up(&before, "before");
        psql(&life.database, "insert into public.notes values (1, 'same', 1), (2, 'same', 2)");
        let (middle, after) = (notes("{type: text, unique: true}", "bigint"), notes("text", "numeric"));
        let failure = std::panic::catch_unwind(|| apply(&life.database, &middle.1, "sql/up")).unwrap_err();
        assert!(message(&failure).contains("SG505"), "{}", message(&failure));
        for next in [&after, &before] {
            let copy = life.copy();
            copy.up(next, "instead");
            assert_eq!(psql(&copy.database, HELPERS), "0");
        }
    }
}

/// Cut off before changes that the run-time makes, with which everything goes that was not committed.
#[test]
fn before_a_change() {
    let each = super::number("SCHEMAGEN_CUT_EACH", 12);
    for server in servers() {
        let start = Start::new(server, "abandoned_changes");
        let mut cut = 0;
        for count in (1..).step_by(usize::try_from(each).unwrap()) {
            let copy = start.life.copy();
            if !crate::up::is_cut(&copy.database, &start.middle.1, "sql/up", count) {
                break;
            }
            let when = format!("before change {count}");
            apply(&copy.database, &start.before.1, "sql/up");
            assert_same(&fingerprint(&copy.database), &start.wanted);
            assert_rows(&psql(&copy.database, NOTES), &["null", "none"], &when);
            assert_eq!(psql(&copy.database, HELPERS), "0", "{when}");
            copy.up(&start.middle, &when);
            cut += 1;
        }
        assert!(cut > 0, "{}: nothing was cut off", start.life.name);
    }
}

/// Of a table that was there before us, down restores what was there, whatever was begun meanwhile.
#[test]
fn down_restores_what_was_there() {
    for server in servers() {
        let life = Life::new(server, "abandoned_down");
        psql(
            &life.database,
            "create type public.address as (street text);
             create table public.notes (id integer primary key, word text, number integer not null, home public.address);
             insert into public.notes values (1, 'one', 1, row('Main')), (2, null, 2, null)",
        );
        let wanted = fingerprint(&life.database);
        let [before, middle, after] = [BEFORE, MIDDLE, AFTER].map(model);
        life.up(&before, "before");
        for (file, next) in FILES.into_iter().flat_map(|file| [(file, &before), (file, &after)]) {
            let copy = life.copy();
            apply(&copy.database, &begun(&middle.1, file), "sql/up");
            let when = format!("after file {file}");
            copy.up(next, &when);
            apply(&copy.database, &next.1, "sql/down");
            assert_same(&fingerprint(&copy.database), &wanted);
            assert_rows(&psql(&copy.database, NOTES), &["null", "none", "was null"], &when);
        }
    }
}
