//! The five source systems, end to end, on every server: up on nothing, again, on the state before us, rows of every
//! caller, down and up, who sees and writes what, and with which plan.
//!
//! A folder of `examples/` holds `schema.yaml`; `brownfield.sql`, the state before us; `data.sql`, rows of several
//! callers; `isolation.txt`, statements by caller with what they end in; `bulk.sql`, enough rows for plans.

use crate::{apply, as_user, psql, servers, user};
use postgres::{Client, Transaction};
use schemagen::catalog::Catalog;
use schemagen::output::OutputTree;
use schemagen::postgres::{Database, Scratch};
use std::path::{Path, PathBuf};

macro_rules! example {
    ($module:ident, $folder:literal) => {
        mod $module {
            #[test]
            fn up_again_changes_nothing() {
                super::up_again_changes_nothing($folder);
            }

            #[test]
            fn up_on_the_state_before_us_ends_at_the_same_catalog() {
                super::up_on_brownfield($folder);
            }

            #[test]
            fn down_and_up_lose_nothing() {
                super::down_and_up_lose_nothing($folder);
            }

            #[test]
            fn each_caller_has_what_the_model_gives() {
                super::isolation($folder);
            }

            #[test]
            fn policies_use_indexes() {
                super::plans($folder);
            }
        }
    };
}

example!(creator_os, "creator-os");
example!(creator_os_review, "creator-os-review");
example!(saas_foundation, "saas-foundation");
example!(novel_to_comic, "novel-to-comic");
example!(profile_isolation, "profile-isolation");

/// The models of `tests/models` that have rows and expectations.
macro_rules! model {
    ($module:ident, $folder:literal) => {
        mod $module {
            #[test]
            fn up_again_changes_nothing() {
                super::up_again_changes_nothing($folder);
            }

            #[test]
            fn down_and_up_lose_nothing() {
                super::down_and_up_lose_nothing($folder);
            }

            #[test]
            fn each_caller_has_what_the_model_gives() {
                super::isolation($folder);
            }
        }
    };
}

model!(membership, "membership");
model!(carried, "carried");
model!(type_names, "type-names");
model!(written, "written");

#[test]
fn hostile_names_go_up_twice_and_down() {
    up_again_changes_nothing("hostile");
    tests_for_psql_pass("hostile");
    down_leaves_nothing("hostile");
}

/// Words of every language as names, and types over types.
#[test]
fn names_that_collide_go_up_twice_and_down() {
    up_again_changes_nothing("collisions");
    down_leaves_nothing("collisions");
}

/// A reference without a foreign key has an index where a policy looks rows up by it.
#[test]
fn references_that_are_not_enforced_have_indexes() {
    plans("unenforced");
}

#[test]
fn every_key_goes_up_twice_and_down() {
    up_again_changes_nothing("kitchen-sink");
    down_leaves_nothing("kitchen-sink");
}

/// `sql/tests` runs, and is content with what up made.
fn tests_for_psql_pass(name: &str) {
    let example = Example::compile(name);
    for server in servers() {
        let database = example.database(server);
        example.up(&database);
        let said = apply(&database, &example.tree, "sql/tests");
        assert!(said.contains("ok: row security"), "{said}");
    }
}

/// An example, compiled.
pub struct Example {
    name: String,
    folder: PathBuf,
    supabase: bool,
    pub tree: OutputTree,
}

impl Example {
    /// Compiles `examples/<name>/schema.yaml`, or `tests/models/<name>/schema.yaml`.
    pub fn compile(name: &str) -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let places = [root.join("examples").join(name), root.join("tests/models").join(name)];
        let folder = places.into_iter().find(|folder| folder.is_dir()).unwrap_or_else(|| panic!("no model {name}"));
        Self::compile_at(name, &folder)
    }

    /// Compiles the model of a folder.
    pub fn compile_at(name: &str, folder: &Path) -> Self {
        let (sources, mut findings) = schemagen::source::load(&folder.join("schema.yaml"));
        let (compiled, more) = schemagen::compile::compile(&sources);
        findings.extend(more);
        let compiled = compiled.unwrap_or_else(|| panic!("{name} does not compile: {findings:#?}"));
        let mut tree = OutputTree::new();
        for backend in schemagen::backends::all() {
            tree.extend(backend.emit(&compiled.catalog, &schemagen::backends::Options::default()));
        }
        let supabase = compiled.catalog.hints.supabase;
        Self { name: name.to_owned(), folder: folder.to_owned(), supabase, tree }
    }

    /// A new database of the kind that the model is for.
    pub fn database(&self, server: &Scratch) -> Database {
        let made = if self.supabase { server.supabase(&self.name) } else { server.database(&self.name) };
        made.unwrap_or_else(|failure| panic!("{failure}"))
    }

    pub fn up(&self, database: &Database) -> String {
        apply(database, &self.tree, "sql/up")
    }

    pub fn down(&self, database: &Database) -> String {
        apply(database, &self.tree, "sql/down")
    }

    /// Runs one of the example's own files.
    pub fn run(&self, database: &Database, file: &str) {
        let path = self.folder.join(file);
        schemagen::postgres::psql_files(&database.url, &[&path]).unwrap_or_else(|failure| panic!("{file}: {failure}"));
    }

    fn text(&self, file: &str) -> String {
        std::fs::read_to_string(self.folder.join(file)).unwrap()
    }
}

/// What the server holds, in its own words; the order of columns, which nobody can change, aside.
fn catalog(database: &Database) -> Catalog {
    let mut client = database.superuser().unwrap();
    let mut catalog = schemagen::postgres::introspect(&mut client, &schemagen::postgres::Scope::default())
        .unwrap_or_else(|failure| panic!("{failure}"));
    for table in catalog.tables.values_mut() {
        table.columns.sort_by(|one, other| one.name.cmp(&other.name));
        table.grants.iter_mut().for_each(|grant| grant.columns.sort());
        table.grants.sort();
    }
    catalog
}

fn assert_same(before: &Catalog, after: &Catalog, when: &str) {
    let (before, after) = (format!("{before:#?}"), format!("{after:#?}"));
    let changes = similar::TextDiff::from_lines(&before, &after).unified_diff().context_radius(12).to_string();
    assert!(changes.is_empty(), "{when}:\n{changes}");
}

/// After a rollback: an enum keeps the labels it was given (PostgreSQL takes none back), and an extension stays
/// while what was set aside needs it.
fn assert_same_after_down(before: &Catalog, mut after: Catalog, when: &str) {
    for (name, made) in &mut after.enums {
        if let Some(was) = before.enums.get(name) {
            made.labels.retain(|label| was.labels.contains(label));
        }
    }
    after.extensions.retain(|name, _| before.extensions.contains_key(name));
    assert_same(before, &after, when);
}

/// The dump, where this machine's pg_dump reads the server.
fn dump(server: &Scratch, database: &Database) -> Option<String> {
    (server.major() == 15).then(|| {
        let output = std::process::Command::new("/usr/lib/postgresql/15/bin/pg_dump")
            .args(["--schema-only", "-d", &database.url])
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        // newer ones put a random word into these
        String::from_utf8_lossy(&output.stdout).lines().filter(|line| !line.contains("restrict ")).collect()
    })
}

/// Count and ordered hash of every table of the model's schemas, column order aside.
pub fn rows(database: &Database) -> Vec<(String, i64, String)> {
    let mut client = database.superuser().unwrap();
    let tables = client
        .query(
            "select c.oid::regclass::text from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'p') and not c.relispartition and n.nspname in ('public', 'app', 'billing', 'private')
             order by 1",
            &[],
        )
        .unwrap();
    tables.iter().map(|row| row.get::<_, String>(0)).map(|table| hash(&mut client, table)).collect()
}

fn hash(client: &mut Client, table: String) -> (String, i64, String) {
    let statement = format!(
        "select count(*), coalesce(md5(string_agg(md5(to_jsonb(t)::text), '' order by md5(to_jsonb(t)::text))), '') from {table} t"
    );
    let row = client.query_one(&statement, &[]).unwrap_or_else(|error| panic!("{table}: {error}"));
    (table, row.get(0), row.get(1))
}

fn up_again_changes_nothing(name: &str) {
    let example = Example::compile(name);
    for server in servers() {
        let database = example.database(server);
        example.up(&database);
        let (first, first_dump) = (catalog(&database), dump(server, &database));
        example.up(&database);
        assert_same(&first, &catalog(&database), &format!("{name}, up again on {}", server.major()));
        assert_eq!(first_dump, dump(server, &database), "{name}, up again");
    }
}

fn up_on_brownfield(name: &str) {
    let example = Example::compile(name);
    for server in servers() {
        let fresh = example.database(server);
        example.up(&fresh);
        let old = example.database(server);
        example.run(&old, "brownfield.sql");
        let (before, rows_before) = (catalog(&old), rows(&old));
        example.up(&old);
        let when = |what: &str| format!("{name}, {what} on {}", server.major());
        assert_same(&catalog(&fresh), &catalog(&old), &when("up on the state before us"));
        let rows_up = rows(&old);
        example.up(&old);
        assert_same(&catalog(&fresh), &catalog(&old), &when("up again on the state before us"));
        example.down(&old);
        assert_same_after_down(&before, catalog(&old), &when("down to the state before us"));
        assert_eq!(rows_before, rows(&old), "{}", when("down to the state before us"));
        example.up(&old);
        assert_eq!(rows_up, rows(&old), "{}", when("up after down"));
    }
}

fn down_and_up_lose_nothing(name: &str) {
    let example = Example::compile(name);
    for server in servers() {
        let database = example.database(server);
        let empty = catalog(&database);
        example.up(&database);
        example.run(&database, "data.sql");
        let seed = example.folder.join("seed/dev.sql");
        if seed.is_file() {
            example.run(&database, "seed/dev.sql");
        }
        let (before, with_rows) = (catalog(&database), rows(&database));
        assert!(with_rows.iter().any(|(_, count, _)| *count > 0));
        example.down(&database);
        assert_same_after_down(&empty, catalog(&database), &format!("{name}, down on {}", server.major()));
        example.up(&database);
        assert_same(&before, &catalog(&database), &format!("{name}, up after down on {}", server.major()));
        assert_eq!(with_rows, rows(&database), "{name}, rows after down and up on {}", server.major());
    }
}

fn down_leaves_nothing(name: &str) {
    let example = Example::compile(name);
    for server in servers() {
        let database = example.database(server);
        let before = catalog(&database);
        example.up(&database);
        let whole = catalog(&database);
        example.down(&database);
        assert_same_after_down(&before, catalog(&database), &format!("{name}, down on {}", server.major()));
        example.up(&database);
        assert_same(&whole, &catalog(&database), &format!("{name}, up after down on {}", server.major()));
    }
}

fn isolation(name: &str) {
    let example = Example::compile(name);
    for server in servers() {
        let database = example.database(server);
        example.up(&database);
        example.run(&database, "data.sql");
        let mut client = database.superuser().unwrap();
        let wrong = wrong_lines(&mut client, &example);
        assert!(wrong.is_empty(), "{name} on {}:\n{}", server.major(), wrong.join("\n"));
    }
}

/// The lines of `isolation.txt` that end in something else than they say.
pub fn wrong_lines(client: &mut Client, example: &Example) -> Vec<String> {
    let lines = example.text("isolation.txt");
    lines.lines().filter_map(|line| unexpected(client, line, example.supabase)).collect()
}

/// Runs `caller | statement | expectation`; says what it ended in when that is something else.
fn unexpected(client: &mut Client, line: &str, supabase: bool) -> Option<String> {
    if line.starts_with('#') || line.trim().is_empty() {
        return None;
    }
    let (name, rest) = line.split_once(" | ").unwrap();
    let (statements, expected) = rest.rsplit_once(" | ").unwrap();
    let mut transaction = client.transaction().unwrap();
    become_caller(&mut transaction, name, supabase);
    let ended = statements.split(" ;; ").map(|statement| outcome(&mut transaction, statement)).last().unwrap();
    transaction.rollback().unwrap();
    let word = ended.split(' ').next().unwrap_or_default();
    let met = expected.split('/').any(|one| one == word || one == "error" && ended.contains(' '));
    (!met).then(|| format!("{line}\n    ended in {ended}"))
}

/// Sets role and identity of a caller in `isolation.txt` for the transaction.
fn become_caller(transaction: &mut Transaction<'_>, name: &str, supabase: bool) {
    let (name, level) = name.split_once('+').unwrap_or((name, "aal1"));
    let role = match (name, supabase) {
        ("anonymous", true) => "anon",
        ("anonymous", false) => "app_guest",
        ("service", true) => "service_role",
        ("service", false) => "app_service",
        (_, true) => "authenticated",
        (_, false) => "app_user",
    };
    let person = !matches!(name, "anonymous" | "service" | "nobody");
    let letter = name.chars().next().unwrap();
    let claims = match person {
        true => format!(r#"{{"sub": "{}", "role": "{role}", "aal": "{level}"}}"#, id_of(letter)),
        false => format!(r#"{{"role": "{role}"}}"#),
    };
    let number = if person { (letter as u32 - 'a' as u32 + 1).to_string() } else { String::new() };
    for (setting, value) in [("request.jwt.claims", claims.as_str()), ("app.account_id", &number), ("role", role)] {
        transaction.execute("select set_config($1, $2, true)", &[&setting, &value]).unwrap();
    }
}

/// The id of the person whose name begins with this letter.
fn id_of(letter: char) -> String {
    format!("00000000-0000-4000-8000-0000000000{letter}1")
}

fn outcome(transaction: &mut Transaction<'_>, statement: &str) -> String {
    let returns = statement.starts_with("select") || statement.contains(" returning ");
    let done = if returns {
        transaction.query(statement, &[]).map(|rows| rows.len() as u64)
    } else {
        transaction.execute(statement, &[])
    };
    match done {
        Ok(count) => count.to_string(),
        Err(error) => match error.as_db_error() {
            Some(failure) => format!("{} {}", failure.code().code(), failure.message()),
            None => error.to_string(),
        },
    }
}

fn plans(name: &str) {
    let example = Example::compile(name);
    for server in servers() {
        let database = example.database(server);
        example.up(&database);
        example.run(&database, "data.sql");
        example.run(&database, "bulk.sql");
        psql(&database, "analyze");
        let mut client = database.superuser().unwrap();
        let wrong: Vec<String> = large_tables(&mut client)
            .into_iter()
            .filter_map(|table| slow_plan(&mut client, &table).map(|plan| format!("{table}\n{plan}")))
            .collect();
        assert!(wrong.is_empty(), "{name} on {}:\n{}", server.major(), wrong.join("\n"));
    }
}

/// Tables with row security that are large enough for a sequential scan to be a fault.
fn large_tables(client: &mut Client) -> Vec<String> {
    let rows = client
        .query(
            "select oid::regclass::text from pg_catalog.pg_class
             where relrowsecurity and reltuples > 5000 and has_table_privilege('authenticated', oid, 'select') order by 1",
            &[],
        )
        .unwrap();
    assert!(!rows.is_empty(), "bulk.sql fills no table");
    rows.iter().map(|row| row.get(0)).collect()
}

/// The plan of reading one's own rows, when it reads the whole table or hashes a subquery.
fn slow_plan(client: &mut Client, table: &str) -> Option<String> {
    let lines: Vec<String> = as_user(client, "authenticated", &user(&id_of('a')), |transaction| {
        let rows = transaction.query(&format!("explain (costs off) select * from {table}"), &[]).unwrap();
        rows.iter().map(|row| row.get(0)).collect()
    });
    let plan = lines.join("\n");
    let short = table.rsplit('.').next().unwrap_or(table);
    let slow = plan.contains("hashed SubPlan") || plan.contains(&format!("Seq Scan on {short}\n")) || lines.len() == 1;
    slow.then_some(plan)
}
