//! What the application notices while up runs: nothing missing, and no long wait.

use super::{apply, fixture, servers};
use crate::{as_user, psql, user};
use schemagen::backends::{Backend, Options, sql::Sql};
use schemagen::output::OutputTree;
use schemagen::postgres::Database;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

const USER: &str = "00000000-0000-4000-8000-00000000000a";

/// The shop with its policy written in another way.
fn other_policies() -> OutputTree {
    let mut catalog = fixture::shop();
    for table in catalog.tables.values_mut() {
        if let Some(policy) = table.policies.get_mut("projects_all_own") {
            policy.using = Some("projects.user_id = auth.uid() and projects.slug is not null".to_owned());
        }
    }
    Sql.emit(&catalog, &Options::default())
}

/// Reads as a user all the while; gives how many rows were seen each time, and the longest wait.
fn watch(database: &Database, stop: &AtomicBool) -> (Vec<i64>, Duration) {
    let mut client = database.client().unwrap();
    let (mut counts, mut longest) = (Vec::new(), Duration::ZERO);
    while !stop.load(Ordering::Relaxed) {
        let begun = Instant::now();
        counts.push(as_user(&mut client, "authenticated", &user(USER), |transaction| {
            transaction.query_one("select count(*) from public.projects", &[]).unwrap().get(0)
        }));
        longest = longest.max(begun.elapsed());
    }
    (counts, longest)
}

#[test]
fn a_policy_swap_has_no_gap_and_nobody_waits_long() {
    let trees = [other_policies(), super::tree()];
    for server in servers() {
        let database = server.supabase("swap").unwrap();
        apply(&database, &trees[1], "sql/up");
        psql(
            &database,
            &format!(
                "insert into public.projects (user_id, slug) select '{USER}', repeat('a', n) from generate_series(1, 10) as n"
            ),
        );
        let stop = AtomicBool::new(false);
        let (counts, longest) = std::thread::scope(|scope| {
            let watcher = scope.spawn(|| watch(&database, &stop));
            for tree in trees.iter().cycle().take(4) {
                apply(&database, tree, "sql/up");
            }
            let idler = scope.spawn(|| {
                let mut client = database.client().unwrap();
                client
                    .batch_execute("begin; select count(*) from public.projects; select pg_sleep(3); rollback")
                    .unwrap();
            });
            std::thread::sleep(Duration::from_millis(300));
            apply(&database, &trees[0], "sql/up");
            idler.join().unwrap();
            stop.store(true, Ordering::Relaxed);
            watcher.join().unwrap()
        });
        assert!(counts.len() > 50, "{}", counts.len());
        assert!(counts.iter().all(|count| *count == 10), "{counts:?}");
        assert!(longest < Duration::from_millis(2000), "{longest:?}");
        assert!(psql(&database, "select qual from pg_policies where policyname = 'projects_all_own'").contains("slug"));
    }
}

/// What a build that was cut off leaves behind is invalid, and is not taken for the index.
#[test]
fn an_invalid_index_is_built_again() {
    let tree = super::tree();
    for server in servers() {
        let database = server.supabase("invalid").unwrap();
        apply(&database, &tree, "sql/up");
        psql(
            &database,
            &format!(
                "insert into public.projects (user_id, slug) select '{USER}', repeat('a', n) from generate_series(1, 10) as n"
            ),
        );
        let mut superuser = database.superuser().unwrap();
        superuser
            .batch_execute(
                "update pg_index set indisvalid = false where indexrelid = 'public.idx_projects_user_id'::regclass",
            )
            .unwrap();
        apply(&database, &tree, "sql/up");
        let valid = "select indisvalid from pg_index where indexrelid = 'public.idx_projects_user_id'::regclass";
        assert_eq!(psql(&database, valid), "t");
    }
}

/// What cannot be done says why, and what to do.
#[test]
fn a_required_column_without_a_value_is_refused() {
    let mut catalog = fixture::shop();
    for table in catalog.tables.values_mut().filter(|table| table.name.name == "projects") {
        table.columns.push(schemagen::catalog::Column {
            name: "needed".into(),
            data_type: "text".into(),
            not_null: true,
            ..Default::default()
        });
    }
    let tree = Sql.emit(&catalog, &Options::default());
    let database = servers()[0].supabase("refused").unwrap();
    apply(&database, &super::tree(), "sql/up");
    psql(&database, &format!("insert into public.projects (user_id, slug) values ('{USER}', 'a')"));
    let before = super::fingerprint(&database);
    let failure = std::panic::catch_unwind(|| apply(&database, &tree, "sql/up")).unwrap_err();
    let text = failure.downcast_ref::<String>().cloned().unwrap_or_default();
    assert!(text.contains("SG501") && text.contains("`backfill`"), "{text}");
    super::assert_same(&super::fingerprint(&database), &before);
}
