//! What is taken out of a model, and what comes back with it.

use super::{message, model};
use crate::{apply, psql, servers};
use schemagen::postgres::Database;

/// Has everything.
const WHOLE: &str = "
functions:
  fired: {returns: trigger, body: begin return new; end}
  twice: {args: {n: integer}, returns: integer, language: sql, call: [signed_in], body: select n * 2}
enums: {mood: [low, high]}
sequences: {numbers: {start: 100}}
tables:
  notes:
    owner: user_id
    realtime: true
    with: {fillfactor: '90'}
    columns:
      id: {type: uuid, primary_key: true, default: gen_random_uuid()}
      user_id: {references: auth.users, on_delete: cascade}
      title: {type: text, immutable: true, index: true}
      feeling: {type: mood, default: low}
    triggers: {fires: {before: update, call: fired}}
  tags:
    owner: note_id
    columns: {id: {type: uuid, primary_key: true, default: gen_random_uuid()}, note_id: {references: notes}, word: text}
  events:
    access: internal
    primary_key: [id, at]
    partition_by: {range: [at]}
    partitions: {y2026: {from: '2026-01-01', to: '2027-01-01'}, y2027: {from: '2027-01-01', to: '2028-01-01'}}
    columns: {id: bigint, at: timestamptz}
views: {titles: {query: select n.title from public.notes as n, columns: {title: text}, read: [signed_in]}}
sql: [{name: statistics, up: 'create statistics if not exists public.of_tags on word, note_id from public.tags', down: 'drop statistics if exists public.of_tags'}]
";

/// The same without most of it.
const REST: &str = "
tables:
  notes:
    owner: user_id
    columns:
      id: {type: uuid, primary_key: true, default: gen_random_uuid()}
      user_id: {references: auth.users, on_delete: cascade}
  events:
    access: internal
    primary_key: [id, at]
    partition_by: {range: [at]}
    partitions: {y2026: {from: '2026-01-01', to: '2027-01-01'}}
    columns: {id: bigint, at: timestamptz}
";

const ROWS: &str = "
    insert into auth.users (id) values ('00000000-0000-4000-8000-00000000000a');
    insert into public.notes (user_id, title, feeling) select id, 't' || n, 'high' from auth.users, generate_series(1, 3) as n;
    insert into public.tags (note_id, word) select id, title from public.notes;
    insert into public.events values (1, '2026-05-05'), (2, '2027-05-05');";

/// What others put into our table, and what needs what we made.
const OTHERS: &str = "
    alter table public.notes add column by_hand text default 'mine';
    create index by_hand on public.notes (by_hand);
    create function public.by_hand() returns trigger language plpgsql as 'begin return new; end';
    create trigger by_hand before update on public.notes for each row execute function public.by_hand();";

fn tree(text: &str) -> schemagen::output::OutputTree {
    model(text).1
}

fn has(database: &Database, kind: &str) -> String {
    psql(database, &format!("select string_agg(x, ' ' order by x) from ({kind}) as found (x)"))
}

#[test]
fn what_the_model_has_no_more_is_put_aside_and_comes_back() {
    for server in servers() {
        let database = server.supabase("removal").unwrap();
        apply(&database, &tree(WHOLE), "sql/up");
        psql(&database, ROWS);
        psql(&database, OTHERS);
        let all = "select (select md5(string_agg(n::text, ',' order by id)) from (select id, title, feeling from public.notes) as n),
            (select md5(string_agg(t::text, ',' order by id)) from (select id, note_id, word from public.tags) as t), (select count(*) from public.events)";
        let before = psql(&database, all);
        let said = apply(&database, &tree(REST), "sql/up");
        for word in [
            "column title of public.notes",
            "table public.tags",
            "view public.titles",
            "function public.twice(integer)",
            "sequence public.numbers",
        ] {
            assert!(said.contains(word), "{word}: {said}");
        }
        assert_eq!(
            has(
                &database,
                "select attname from pg_attribute where attrelid = 'public.notes'::regclass and attnum > 0 and not attisdropped"
            ),
            "by_hand id user_id"
        );
        assert_eq!(
            has(
                &database,
                "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'S')"
            ),
            "events events_y2026 notes"
        );
        assert_eq!(
            has(&database, "select indexrelid::regclass::text from pg_index where indrelid = 'public.notes'::regclass"),
            "by_hand idx_notes_user_id notes_pkey"
        );
        assert_eq!(
            has(
                &database,
                "select tgname from pg_trigger where tgrelid = 'public.notes'::regclass and not tgisinternal and tgname !~ 'immutable'"
            ),
            "by_hand"
        );
        assert_eq!(
            has(&database, "select proname from pg_proc where pronamespace = 'public'::regnamespace"),
            "by_hand"
        );
        assert_eq!(has(&database, "select tablename from pg_publication_tables"), "");
        assert_eq!(has(&database, "select stxname from pg_statistic_ext"), "");
        assert_eq!(
            psql(
                &database,
                "select count(*), array(select unnest(reloptions)) from public.events, pg_class where pg_class.oid = 'public.notes'::regclass group by 2"
            ),
            "1|{}"
        );
        // the application of the smaller model writes
        psql(&database, "insert into public.notes (user_id) select id from auth.users");
        psql(
            &database,
            "delete from public.notes where id in (select id from public.notes order by ctid desc limit 1)",
        );
        apply(&database, &tree(REST), "sql/up");
        let copy = server.copy(&database).unwrap();
        apply(&database, &tree(WHOLE), "sql/up");
        assert_eq!(psql(&database, all), before);
        // also when a rollback comes in between
        apply(&copy, &tree(REST), "sql/down");
        apply(&copy, &tree(WHOLE), "sql/up");
        assert_eq!(psql(&copy, all), before);
    }
}

/// Files on the wrong database put nothing aside.
#[test]
fn another_model_is_refused() {
    let server = &servers()[0];
    let database = server.supabase("another").unwrap();
    apply(&database, &tree(WHOLE), "sql/up");
    psql(&database, ROWS);
    let other =
        tree("\ntables:\n  posts:\n    access: internal\n    columns: {id: {type: integer, primary_key: true}}\n");
    let failure = std::panic::catch_unwind(|| apply(&database, &other, "sql/up")).unwrap_err();
    assert!(message(&failure).contains("SG510"), "{}", message(&failure));
    assert_eq!(psql(&database, "select count(*) from public.tags"), "3");
}
