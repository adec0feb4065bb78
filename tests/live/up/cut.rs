//! Cut off anywhere, up and down are run again, or the other way, with the same end and every row.
//!
//! They are cut in two ways: behind every statement of a file, as when the connection breaks; and before every change
//! that the run-time makes, with which everything goes that was not committed.

use super::{apply, assert_same, compiled, fingerprint, servers};
use crate::psql;
use schemagen::output::OutputTree;
use schemagen::postgres::{Database, Scratch, split};

const BEFORE: &str = include_str!("models/cut.sql");
const ROWS: &str = "select md5(string_agg(r::text, ',' order by id)) from (select id, list_id, title, state, token, note from public.items) as r";
const ROWS_BEFORE: &str =
    "select md5(string_agg(r::text, ',' order by id)) from (select id, list_id, title, note from public.items) as r";

/// A database before us, the same after up with the rows that it has then, and what each is to look like.
struct Ends {
    before: Database,
    up: Database,
    fingerprint_before: String,
    fingerprint_up: String,
    rows_before: String,
    rows_up: String,
}

impl Ends {
    fn new(server: &Scratch, tree: &OutputTree) -> Self {
        let before = server.supabase("cut").unwrap();
        psql(&before, BEFORE);
        let up = server.copy(&before).unwrap();
        apply(&up, tree, "sql/up");
        psql(&up, "insert into public.items (id, list_id, title, state) values (1000, 1, 'written since', 'done')");
        Self {
            fingerprint_before: fingerprint(&before),
            fingerprint_up: fingerprint(&up),
            rows_before: psql(&before, ROWS_BEFORE),
            rows_up: psql(&up, ROWS),
            before,
            up,
        }
    }

    /// What was cut off on its way up can go on.
    fn check_up(&self, tree: &OutputTree, database: &Database, place: &str) {
        apply(database, tree, "sql/up");
        assert_same(&fingerprint(database), &self.fingerprint_up);
        assert_eq!(psql(database, ROWS_BEFORE), self.rows_before, "{place}");
        let undone = "select (select count(*) from schemagen.pending)
            + (select count(*) from public.items where (state = 'done') <> (title = 'x') or token is null)";
        assert_eq!(psql(database, undone), "0", "{place}");
    }

    /// It can go back as well.
    fn check_back(&self, tree: &OutputTree, database: &Database, place: &str) {
        apply(database, tree, "sql/down");
        assert_same(&fingerprint(database), &self.fingerprint_before);
        assert_eq!(psql(database, ROWS_BEFORE), self.rows_before, "{place}");
    }

    /// What was cut off on its way down can go on, and after either the next up has every row and value again.
    fn check_down(&self, server: &Scratch, tree: &OutputTree, database: Database, place: &str) {
        let other = server.copy(&database).unwrap();
        apply(&database, tree, "sql/down");
        assert_same(&fingerprint(&database), &self.fingerprint_before);
        for database in [database, other] {
            apply(&database, tree, "sql/up");
            assert_same(&fingerprint(&database), &self.fingerprint_up);
            assert_eq!(psql(&database, ROWS), self.rows_up, "{place}");
        }
    }
}

/// The script cut off behind each of its statements, of those after the run-time. The statements that build indexes are
/// made by the script itself: they count as its own. What only sets something changes nothing.
fn cuts(text: &str) -> Vec<String> {
    let (head, model) = text.split_once("-- The model").unwrap();
    if let Some((before, _)) = model.split_once("\n\\set ON_ERROR_STOP off\n\\gexec") {
        let limited = |count| format!("{head}\n{} limit {count}\n\\gexec\n", before.trim_end_matches(';'));
        return (1..10).map(limited).collect();
    }
    let statements = split(model);
    let changes = |count: &usize| !["set ", "begin"].iter().any(|word| statements[count - 1].starts_with(word));
    let cut = |count: usize| format!("{head}\n{};\n", statements[..count].join(";\n"));
    (1..=statements.len()).filter(changes).map(cut).collect()
}

#[test]
fn behind_any_statement() {
    let tree = compiled("cut");
    for server in servers() {
        let ends = Ends::new(server, &tree);
        let mut done = OutputTree::new();
        for (path, text) in tree.iter().filter(|(path, _)| path.starts_with("sql/up")) {
            for (count, cut) in cuts(text).into_iter().enumerate() {
                let database = server.copy(&ends.before).unwrap();
                let mut part = done.clone();
                part.add(path, cut);
                apply(&database, &part, "sql/up");
                ends.check_up(&tree, &database, &format!("{path} cut off for the time {count}"));
            }
            done.add(path, text);
        }
    }
}

/// The files with a run-time that fails before its change number `count`.
fn failing(tree: &OutputTree, count: usize) -> OutputTree {
    let mut failing = OutputTree::new();
    for (path, text) in tree.iter() {
        let counted = format!(
            "if nextval('pg_temp.changes') = {count} then raise exception 'cut off'; end if;\n      execute statement;\n      perform set_config"
        );
        let text = text.replacen("execute statement;\n      perform set_config", &counted, 1);
        let begin = "set client_min_messages = warning;\ncreate temporary sequence if not exists changes;\nset client_min_messages = notice;\n";
        failing.add(path, text.replacen("\n-- The model\n", &format!("\n{begin}-- The model\n"), 1));
    }
    failing
}

/// Whether the files were cut off before this change; they have fewer when not.
pub fn is_cut(database: &Database, tree: &OutputTree, folder: &str, count: usize) -> bool {
    let failing = failing(tree, count);
    let ended = std::panic::catch_unwind(|| apply(database, &failing, folder));
    let text = ended.as_ref().err().and_then(|failure| failure.downcast_ref::<String>()).cloned().unwrap_or_default();
    assert!(ended.is_ok() || text.contains("cut off"), "{text}");
    ended.is_err()
}

#[test]
fn before_any_change_of_up() {
    let tree = compiled("cut");
    for server in servers() {
        let ends = Ends::new(server, &tree);
        let mut cuts = 0;
        for count in 1.. {
            let database = server.copy(&ends.before).unwrap();
            if !is_cut(&database, &tree, "sql/up", count) {
                break;
            }
            cuts = count;
            ends.check_back(&tree, &server.copy(&database).unwrap(), &format!("before change {count}"));
            ends.check_up(&tree, &database, &format!("before change {count}"));
        }
        assert!(cuts > 20, "{cuts}");
    }
}

#[test]
fn before_any_change_of_down() {
    let tree = compiled("cut");
    for server in servers() {
        let ends = Ends::new(server, &tree);
        let mut cuts = 0;
        for count in 1.. {
            let database = server.copy(&ends.up).unwrap();
            if !is_cut(&database, &tree, "sql/down", count) {
                break;
            }
            cuts = count;
            ends.check_down(server, &tree, database, &format!("before change {count}"));
        }
        assert!(cuts > 10, "{cuts}");
    }
}
