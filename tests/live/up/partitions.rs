//! Partitions that change places, and foreign tables.

use super::{apply, assert_same, fingerprint, ledger, servers};
use crate::psql;
use schemagen::backends::{Backend, Options, rollback::Rollback, sql::Sql};
use schemagen::output::OutputTree;
use schemagen::source::Sources;

pub fn tree(text: &str) -> OutputTree {
    let mut sources = Sources::default();
    sources.add("schema.yaml", text.to_owned());
    let (compiled, findings) = schemagen::compile::compile(&sources);
    let catalog = compiled.unwrap_or_else(|| panic!("{findings:#?}")).catalog;
    let mut tree = Sql.emit(&catalog, &Options::default());
    tree.extend(Rollback.emit(&catalog, &Options::default()));
    tree
}

fn events(partitions: &str) -> OutputTree {
    tree(&format!(
        "schemagen: 1\ntarget: supabase\ntables:\n  events:\n    access: internal\n    primary_key: [at]\n    partition_by: {{range: [at]}}\n    partitions: {partitions}\n    columns: {{at: date}}\n"
    ))
}

const HALVES: &str = "{one: {from: '2026-01-01', to: '2026-07-01'}, two: {from: '2026-07-01', to: '2027-01-01'}}";
const LATER: &str = "{one: {from: '2026-01-01', to: '2026-08-01'}, two: {from: '2026-08-01', to: '2027-01-01'}}";
const SWAPPED: &str = "{one: {from: '2026-07-01', to: '2027-01-01'}, two: {from: '2026-01-01', to: '2026-07-01'}}";

/// Whoever came first would lie in the other's way.
#[test]
fn partitions_trade_places() {
    for server in servers() {
        for (rows, next) in [("", SWAPPED), ("insert into public.events values ('2026-02-02'), ('2026-09-09')", LATER)]
        {
            let wanted = server.supabase("wanted").unwrap();
            apply(&wanted, &events(next), "sql/up");
            // made by us, and there before us
            for ours in [true, false] {
                let database = server.supabase("partitions").unwrap();
                apply(&database, &events(HALVES), "sql/up");
                psql(&database, rows);
                if !ours {
                    psql(&database, "drop schema schemagen cascade");
                }
                let before = fingerprint(&database);
                apply(&database, &events(next), "sql/up");
                assert_same(&fingerprint(&database), &fingerprint(&wanted));
                let entries = ledger(&database);
                assert_eq!(apply(&database, &events(next), "sql/up"), "");
                assert_eq!(ledger(&database), entries);
                assert_eq!(
                    psql(&database, "select count(*) from public.events"),
                    if rows.is_empty() { "0" } else { "2" }
                );
                if !ours {
                    apply(&database, &events(next), "sql/down");
                    assert_same(&fingerprint(&database), &before);
                }
            }
        }
    }
}

/// A partition that is called after its table goes with it to another name.
#[test]
fn a_partitioned_table_is_renamed_with_its_partitions() {
    let other = "schemagen: 1\ntarget: supabase\ntables:\n  logs:\n    renamed_from: events\n    access: internal\n    primary_key: [at]\n    partition_by: {range: [at]}\n    partitions: {one: {from: '2026-01-01', to: '2026-07-01'}}\n    columns: {at: date}\n";
    for server in servers() {
        let database = server.supabase("renamed").unwrap();
        apply(&database, &events("{one: {from: '2026-01-01', to: '2026-07-01'}}"), "sql/up");
        psql(&database, "insert into public.events values ('2026-02-02')");
        apply(&database, &tree(other), "sql/up");
        assert_eq!(psql(&database, "select tableoid::regclass, count(*) from public.logs group by 1"), "logs_one|1");
    }
}

#[test]
fn a_foreign_table_goes_up_twice_and_down() {
    let model = |columns: &str| {
        tree(&format!(
            "schemagen: 1\ntarget: postgres\ntables:\n  far:\n    access: written\n    row_security: 'false'\n    comment: Far away\n    foreign: server files options (path '/tmp/x')\n    columns: {{{columns}}}\n  near:\n    access: internal\n    columns: {{id: {{type: integer, primary_key: true}}}}\n"
        ))
    };
    for server in servers() {
        let database = server.database("foreign").unwrap();
        psql(&database, "create foreign data wrapper files; create server files foreign data wrapper files;");
        let one = model("id: integer, word: text?");
        apply(&database, &one, "sql/up");
        let (wanted, entries) = (fingerprint(&database), ledger(&database));
        assert_eq!(apply(&database, &one, "sql/up"), "");
        psql(&database, "truncate schemagen.settled");
        assert_eq!(apply(&database, &one, "sql/up"), "");
        assert_same(&fingerprint(&database), &wanted);
        assert_eq!(ledger(&database), entries);
        apply(&database, &one, "sql/down");
        assert_eq!(psql(&database, "select to_regclass('public.far') is null"), "t");
        apply(&database, &one, "sql/up");
        assert_same(&fingerprint(&database), &wanted);
    }
}

const YEAR: &str = "{year: {from: '2026-01-01', to: '2027-01-01'}}";

/// Under another name it is the same; what has to be taken apart is refused, and so is what the default partition holds.
#[test]
fn a_partition_is_renamed_and_no_other_takes_its_place() {
    for server in servers() {
        let database = server.supabase("year").unwrap();
        apply(&database, &events(YEAR), "sql/up");
        psql(&database, "insert into public.events values ('2026-02-02'), ('2026-09-09')");
        let renamed = events("{all2026: {from: '2026-01-01', to: '2027-01-01'}, rest: default}");
        apply(&database, &renamed, "sql/up");
        let places = "select string_agg(distinct tableoid::regclass::text, ',') from public.events";
        assert_eq!(psql(&database, places), "events_all2026");
        let entries = ledger(&database);
        assert_eq!(apply(&database, &renamed, "sql/up"), "");
        assert_eq!(ledger(&database), entries);
        psql(&database, "insert into public.events values ('2027-02-02')");
        let next = "{all2026: {from: '2026-01-01', to: '2027-01-01'}, rest: default, all2027: {from: '2027-01-01', to: '2028-01-01'}}";
        for (partitions, word) in [(HALVES, "would overlap"), (next, "lie in the default partition")] {
            let failure = std::panic::catch_unwind(|| apply(&database, &events(partitions), "sql/up")).unwrap_err();
            let text = failure.downcast_ref::<String>().cloned().unwrap_or_default();
            assert!(text.contains("SG503") && text.contains(word), "{text}");
        }
        assert_eq!(psql(&database, "select count(*) from public.events"), "3");
    }
}
