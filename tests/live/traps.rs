//! The traps of row security, each sprung twice: against what we emit, where it ends in nothing, and with the
//! protection taken away, where it succeeds. `traps/traps.txt` has a line each; `traps/model.yaml` is the model.
//! `by_hand.txt`: what somebody opens by hand after us, and the next `up` closes. `open.txt`: what no compiler can
//! prevent. `README.md` goes through the list of traps and says which line is about each.

use crate::{apply, servers};
use postgres::{Client, Transaction};
use schemagen::backends::{Backend, Options, sql::Sql};
use schemagen::output::OutputTree;
use schemagen::postgres::{Database, Scratch};
use std::path::Path;

const FOLDER: &str = "tests/live/traps";

fn tree() -> OutputTree {
    let (sources, findings) = schemagen::source::load(&Path::new(FOLDER).join("model.yaml"));
    assert!(findings.is_empty(), "{findings:?}");
    let (compiled, findings) = schemagen::compile::compile(&sources);
    Sql.emit(&compiled.unwrap_or_else(|| panic!("{findings:?}")).catalog, &Options::default())
}

fn prepared(server: &Scratch) -> Database {
    let tree = tree();
    let database = server.supabase("traps").unwrap();
    apply(&database, &tree, "sql/up");
    let data = std::fs::read_to_string(Path::new(FOLDER).join("data.sql")).unwrap();
    database.superuser().unwrap().batch_execute(&data).unwrap();
    database
}

#[test]
fn every_trap_is_closed_and_opens_without_its_protection() {
    let lines = lines("traps.txt");
    for server in servers() {
        let database = prepared(server);
        let mut client = database.superuser().unwrap();
        let wrong: Vec<String> = lines.iter().filter_map(|line| sprung(&mut client, line)).collect();
        assert!(wrong.is_empty(), "PostgreSQL {}:\n{}", server.major(), wrong.join("\n"));
    }
}

/// The lines of a file of traps.
fn lines(file: &str) -> Vec<String> {
    let text = std::fs::read_to_string(Path::new(FOLDER).join(file)).unwrap();
    text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).map(with_ids).collect()
}

fn with_ids(line: &str) -> String {
    ["a", "b", "c"].iter().fold(line.to_owned(), |line, letter| {
        line.replace(&format!("{{{letter}}}"), &format!("00000000-0000-4000-8000-0000000000{letter}1"))
    })
}

/// Whatever is opened by hand is closed by the next `up`.
#[test]
fn what_is_opened_by_hand_is_closed_again() {
    let mut wrong = Vec::new();
    for server in servers() {
        let (database, tree) = (prepared(server), tree());
        let mut client = database.superuser().unwrap();
        let traps = lines("by_hand.txt");
        let parts = |line: &String| line.split(" | ").map(str::to_owned).collect::<Vec<_>>();
        let traps: Vec<Vec<String>> = traps.iter().map(parts).collect();
        for trap in &traps {
            client.batch_execute(&format!("set search_path = public; {}; reset search_path", trap[1])).unwrap();
        }
        for trap in &traps {
            let opened = attempt(&mut client, &trap[2], &trap[3], "");
            if opened.split(' ').next() != Some(&trap[4]) {
                wrong.push(format!("PostgreSQL {}: {}: {opened}, not {}", server.major(), trap[0], trap[4]));
            }
        }
        apply(&database, &tree, "sql/up");
        for trap in &traps {
            let closed = attempt(&mut client, &trap[2], &trap[3], "");
            if !closed.starts_with("0") && !closed.starts_with("42501") {
                wrong.push(format!("PostgreSQL {}: {}: {closed} after up", server.major(), trap[0]));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What nobody can prevent from a model is said to be so, and is so.
#[test]
fn what_no_compiler_prevents_is_named() {
    for server in servers() {
        let database = prepared(server);
        let mut client = database.superuser().unwrap();
        for line in lines("open.txt") {
            let [name, beside, caller, attack, ends] = line.split(" | ").collect::<Vec<_>>()[..] else {
                panic!("not a trap: {line}");
            };
            let ended = attempt(&mut client, caller, attack, beside);
            assert_eq!(ended.split(' ').next(), Some(ends), "PostgreSQL {}: {name}: {ended}", server.major());
        }
    }
}

/// The README's table names every line, and no line that is not there.
#[test]
fn every_trap_of_the_list_is_accounted_for() {
    let readme = std::fs::read_to_string(Path::new(FOLDER).join("README.md")).unwrap();
    let named: std::collections::BTreeSet<String> = readme
        .lines()
        .filter(|line| line.starts_with('|'))
        .flat_map(|line| line.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>())
        .collect();
    let written: std::collections::BTreeSet<String> = ["traps.txt", "by_hand.txt", "open.txt"]
        .iter()
        .flat_map(|file| lines(file))
        .map(|line| line.split(" | ").next().unwrap().to_owned())
        .chain(["two_owners_cannot_leave_at_once".to_owned()])
        .collect();
    let unnamed: Vec<_> = written.difference(&named).collect();
    let unwritten: Vec<_> = named.difference(&written).collect();
    assert!(unnamed.is_empty() && unwritten.is_empty(), "not in the README: {unnamed:?}; not tested: {unwritten:?}");
}

/// What is wrong with a trap: it is open as we emit it, or stays closed without its protection.
fn sprung(client: &mut Client, line: &str) -> Option<String> {
    let [name, caller, attack, closed, taken, opened] = line.split(" | ").collect::<Vec<_>>()[..] else {
        return Some(format!("not a trap: {line}"));
    };
    let protected = attempt(client, caller, attack, "");
    let bare = attempt(client, caller, attack, taken);
    let ends = |wanted: &str, got: &str| got.split(' ').next() == Some(wanted);
    let right = ends(closed, &protected) && ends(opened, &bare);
    (!right).then(|| format!("{name}: {protected}, not {closed}; without protection {bare}, not {opened}"))
}

/// Takes a protection away, attacks, and rolls both back.
fn attempt(client: &mut Client, caller: &str, attack: &str, taken: &str) -> String {
    let mut transaction = client.transaction().unwrap();
    let name: String = transaction.query_one("select current_database()::text", &[]).unwrap().get(0);
    transaction.batch_execute(&taken.replace("database current", &format!("database {name}"))).unwrap();
    transaction.batch_execute("set local search_path = public").unwrap();
    let mut ended = String::new();
    for step in attack.split(" ;; ") {
        let (caller, statement) =
            step.split_once(": ").filter(|(word, _)| !word.contains(' ')).unwrap_or((caller, step));
        if caller != "same" {
            become_caller(&mut transaction, caller);
        }
        ended = outcome(&mut transaction, statement);
    }
    transaction.rollback().unwrap();
    client.batch_execute("deallocate all").unwrap();
    ended
}

fn become_caller(transaction: &mut Transaction<'_>, name: &str) {
    let role = if name == "anonymous" { "anon" } else { "authenticated" };
    let letter = name.chars().next().unwrap();
    let claims = match name {
        "alice" | "bob" | "carol" => format!(r#"{{"sub": "00000000-0000-4000-8000-0000000000{letter}1"}}"#),
        // Whose token says of himself what any user may write there.
        "liar" => r#"{"sub": "00000000-0000-4000-8000-0000000000c1", "user_metadata": {"staff": true}}"#.to_owned(),
        "empty" => String::new(),
        _ => "{}".to_owned(),
    };
    for (setting, value) in [("request.jwt.claims", claims.as_str()), ("role", role)] {
        transaction.execute("select set_config($1, $2, true)", &[&setting, &value]).unwrap();
    }
}

fn outcome(transaction: &mut Transaction<'_>, statement: &str) -> String {
    let messages = transaction.simple_query(statement);
    match messages {
        Ok(messages) => {
            let count = messages.iter().find_map(|message| match message {
                postgres::SimpleQueryMessage::CommandComplete(count) => Some(*count),
                _ => None,
            });
            count.unwrap_or_default().to_string()
        }
        Err(error) => error
            .as_db_error()
            .map_or_else(|| error.to_string(), |failure| format!("{} ({})", failure.code().code(), failure.message())),
    }
}

/// Two owners leave at the same moment: one of them stays, at any isolation level.
#[test]
fn two_owners_cannot_leave_at_once() {
    const LEAVE: &str = "delete from public.members where user_id = (select auth.uid())";
    for server in servers() {
        let database = prepared(server);
        database.superuser().unwrap().batch_execute("update public.members set role = 'owner'").unwrap();
        let (mut alice, mut bob) = (database.superuser().unwrap(), database.superuser().unwrap());
        for (level, refused) in [("read committed", "42501"), ("repeatable read", "40001"), ("serializable", "40001")] {
            let mut second = leaving(&mut bob, "bob", level);
            assert_eq!(outcome(&mut second, "select * from public.members"), "2");
            let mut first = leaving(&mut alice, "alice", level);
            assert_eq!(outcome(&mut first, LEAVE), "1");
            // While the first has not ended, the second waits; it would not be let through.
            second.batch_execute("savepoint s; set local lock_timeout = '100ms'").unwrap();
            let waited = outcome(&mut second, LEAVE);
            assert!(waited.starts_with("55P03"), "{level}: {waited}");
            second.batch_execute("rollback to s").unwrap();
            first.commit().unwrap();
            let ended = outcome(&mut second, LEAVE);
            assert!(ended.starts_with(refused), "{level}: {ended}");
            second.rollback().unwrap();
            let again = "insert into public.members values (1, '00000000-0000-4000-8000-0000000000a1', 'owner')";
            database.superuser().unwrap().batch_execute(again).unwrap();
        }
    }
}

fn leaving<'c>(client: &'c mut Client, name: &str, level: &str) -> Transaction<'c> {
    let mut transaction = client.transaction().unwrap();
    transaction.batch_execute(&format!("set transaction isolation level {level}")).unwrap();
    become_caller(&mut transaction, name);
    transaction
}
