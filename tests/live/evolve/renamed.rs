//! `renamed_from` on every kind of object: what hangs on it stays, down gives the old name back, and a smaller model puts
//! it aside under its new name.

use super::{HEAD, compiled, model};
use crate::{apply, psql, servers};
use schemagen::output::OutputTree;

/// Every kind, with the end of its name in place of `{x}`.
const MODEL: &str = "
enums: {mood{x}: {values: [low, high], renamed_from: mood}}
domains: {slug{x}: {type: text, check: value <> '', renamed_from: slug}}
composites: {place{x}: {fields: {street: text}, renamed_from: place}}
ranges: {floats{x}: {subtype: float8, renamed_from: floats}}
sequences: {numbers{x}: {start: 7, renamed_from: numbers}}
functions:
  doubled{x}(integer): {args: {n: integer}, returns: integer, language: sql, call: [signed_in], body: select n * 2, renamed_from: doubled}
  doubled(text): {args: {n: text}, returns: text, language: sql, body: select n || n}
  swap{x}: {kind: procedure, body: begin null; end, renamed_from: swap}
tables:
  notes{x}:
    renamed_from: notes
    access: internal
    columns: {id: {type: integer, primary_key: true}, feeling: mood{x}?, slug: slug{x}?, at: place{x}?, span: floats{x}?}
views: {seen{x}: {query: select n.id from public.notes{x} as n, columns: {id: integer}, read: [signed_in], renamed_from: seen}}
materialized_views: {kept{x}: {query: select n.id from public.notes{x} as n, columns: {id: integer}, indexes: [[id]], renamed_from: kept}}
";

pub fn text(suffix: &str, renamed: bool) -> String {
    let old_name = |line: &str| line.split_once("renamed_from: ").map_or(0, |(before, _)| before.len());
    let kept: Vec<String> = MODEL
        .replace("{x}", suffix)
        .lines()
        .map(|line| match old_name(line) {
            0 => line.to_owned(),
            _ if renamed => line.to_owned(),
            place => {
                line[..place].trim_end_matches([',', ' ']).to_owned()
                    + line[place + 14..].trim_start_matches(char::is_alphabetic)
            }
        })
        .collect();
    format!("{HEAD}{}\n", kept.join("\n"))
}

fn tree(suffix: &str, renamed: bool) -> OutputTree {
    let text = text(suffix, renamed);
    compiled(&text).unwrap_or_else(|| panic!("does not compile:\n{text}")).1
}

pub const NAMES: &str = "
    select string_agg(name, ' ' order by name) from (
      select typname from pg_type where typnamespace = 'public'::regnamespace and typtype in ('e', 'd', 'r') union
      select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'm', 'S', 'c') union
      select proname || '(' || pg_get_function_identity_arguments(oid) || ')' from pg_proc where pronamespace = 'public'::regnamespace and prolang <> 12
    ) as found (name) where name !~ '^(floats2?|mood|notes)_?(multirange|_)'";

#[test]
fn every_kind_of_object_takes_a_new_name() {
    for server in servers() {
        let database = server.supabase("renamed_kinds").unwrap();
        apply(&database, &tree("", false), "sql/up");
        psql(
            &database,
            "insert into public.notes values (1, 'high', 'a', row('Main'), '[1,2]'); select nextval('public.numbers');",
        );
        let oids = |suffix: &str| psql(&database, &MODEL_OIDS.replace("{x}", suffix));
        let (before, old_names) = (oids(""), psql(&database, NAMES));
        let renamed = tree("2", true);
        apply(&database, &renamed, "sql/up");
        assert_eq!(oids("2"), before, "the same objects");
        let untouched = super::untouched(&database);
        apply(&database, &renamed, "sql/up");
        assert_eq!(super::untouched(&database), untouched, "up again changes something");
        assert_eq!(psql(&database, "select * from public.notes2"), "1|high|a|(Main)|[1,2]");
        assert_eq!(psql(&database, "select nextval('public.numbers2')"), "8");
        assert!(!psql(&database, NAMES).contains("numbers "), "an old name is left");
        // a model without `renamed_from` is the same by now, and knows what was made under the old names
        apply(&database, &tree("2", false), "sql/up");
        assert_eq!(super::untouched(&database), untouched);
        let copy = server.copy(&database).unwrap();
        let said = apply(&copy, &smaller(), "sql/up");
        assert_eq!(psql(&copy, NAMES), "notes2", "{said}");
        apply(&database, &renamed, "sql/down");
        assert_eq!(psql(&database, NAMES), "");
        apply(&database, &tree("", false), "sql/up");
        assert_eq!(psql(&database, NAMES), old_names);
        assert_eq!(psql(&database, "select * from public.notes"), "1|high|a|(Main)|[1,2]");
    }
}

pub const MODEL_OIDS: &str = "select 'public.mood{x}'::regtype::oid, 'public.slug{x}'::regtype::oid, 'public.place{x}'::regtype::oid, 'public.floats{x}'::regtype::oid,
    'public.numbers{x}'::regclass::oid, 'public.doubled{x}(integer)'::regprocedure::oid, 'public.doubled(text)'::regprocedure::oid,
    'public.swap{x}()'::regprocedure::oid, 'public.notes{x}'::regclass::oid, 'public.seen{x}'::regclass::oid, 'public.kept{x}'::regclass::oid";

/// Only the table is left, without the columns of types that go.
fn smaller() -> OutputTree {
    let text = "tables: {notes2: {access: internal, columns: {id: {type: integer, primary_key: true}}}}\n";
    model(text).1
}
