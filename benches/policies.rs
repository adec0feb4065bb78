//! What a policy costs at run time: `cargo bench --bench policies`. 1,000,000 rows a table; prints Markdown.
//!
//! Everything is measured in one run on one server, the forms of one level in turn, so the ratios mean something where the
//! milliseconds do not. All statements are prepared and their plans kept (`force_generic_plan`): nobody plans while he
//! is measured. The plain WHERE gets the owner's id as a parameter, as a client would send it.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

use postgres::types::{IsNull, ToSql, Type, private::BytesMut, to_sql_checked};
use postgres::{Client, Statement, Transaction};
use schemagen::postgres::{Database, Scratch, Version};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Each of them is the owner of a project with this number: the first has 300,000 rows, the other about 700.
const OWNERS: [(&str, i64); 2] = [("ordinary", 5000), ("heavy", 0)];
const OPERATIONS: [&str; 4] = ["count", "newest 50", "by key", "insert 1,000"];

/// A table and the column that leads up from it.
struct Level {
    table: &'static str,
    parent: &'static str,
    label: &'static str,
}

const DIRECT: Level = Level { table: "entries", parent: "account_id", label: "direct" };
const CHAINS: [Level; 3] = [
    Level { table: "contents", parent: "project_id", label: "1 hop" },
    Level { table: "tags", parent: "content_id", label: "2 hops" },
    Level { table: "marks", parent: "tag_id", label: "3 hops" },
];

/// Who runs a statement.
#[derive(Clone, Copy, PartialEq)]
enum Form {
    /// A superuser with `where account_id = $1`.
    Plain,
    /// A superuser with `where account_id = (select auth.uid())`: what the caller's id costs without row security.
    Token,
    /// The owner, under row security.
    Policy,
    /// The same, with policies as the source documents write them.
    InSelect,
}

fn main() {
    let server = Scratch::start(Version::Any).unwrap();
    let carried = loaded(&server, "carried");
    let chain = loaded(&server, "chain");
    println!("PostgreSQL {}; milliseconds, in brackets times the plain WHERE\n", server.major());
    for (owner, project) in OWNERS {
        println!("\n{} owner, {} rows of 1,000,000:\n", owner, if project == 0 { "300,000" } else { "700" });
        println!("| depth | form | {} |\n|---|---|{}", OPERATIONS.join(" | "), "---|".repeat(OPERATIONS.len()));
        table(&carried, &chain, project);
    }
}

fn table(carried: &Database, chain: &Database, project: i64) {
    let [plain, token, policy] = measure(carried, &DIRECT, project, [Form::Plain, Form::Token, Form::Policy]);
    print_row(&DIRECT, "plain WHERE", &plain, &plain);
    print_row(&DIRECT, "WHERE on `auth.uid()`", &token, &plain);
    print_row(&DIRECT, "policy", &policy, &plain);
    for level in &CHAINS {
        let [plain, token, policy] = measure(carried, level, project, [Form::Plain, Form::Token, Form::Policy]);
        print_row(level, "plain WHERE", &plain, &plain);
        print_row(level, "WHERE on `auth.uid()`", &token, &plain);
        print_row(level, "policy, carried", &policy, &plain);
        let [policy] = measure(chain, level, project, [Form::Policy]);
        print_row(level, "policy, chain", &policy, &plain);
        let [in_select] = measure(chain, level, project, [Form::InSelect]);
        print_row(level, "`in (select …)`", &in_select, &plain);
    }
}

fn print_row(level: &Level, form: &str, times: &[Duration], plain: &[Duration]) {
    let cells: Vec<String> = times
        .iter()
        .zip(plain)
        .map(|(time, base)| format!("{:.3} ({:.1})", time.as_secs_f64() * 1e3, time.as_secs_f64() / base.as_secs_f64()))
        .collect();
    println!("| {} | {form} | {} |", level.label, cells.join(" | "));
}

/// Compiles one of the two models, runs it and fills it.
fn loaded(server: &Scratch, model: &str) -> Database {
    let database = server.supabase(model).unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/policies");
    let (sources, _) = schemagen::source::load(&folder.join(format!("{model}.yaml")));
    let (compiled, findings) = schemagen::compile::compile(&sources);
    let catalog = compiled.unwrap_or_else(|| panic!("{findings:#?}")).catalog;
    let place = tempfile::tempdir().unwrap();
    let mut files: Vec<PathBuf> = Vec::new();
    for backend in schemagen::backends::all() {
        let tree = backend.emit(&catalog, &schemagen::backends::Options::default());
        for (path, text) in tree.iter().filter(|(path, _)| path.starts_with("sql/up/")) {
            let file = place.path().join(path.replace('/', "__"));
            std::fs::write(&file, text).unwrap();
            files.push(file);
        }
    }
    files.sort();
    let files: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
    schemagen::postgres::psql_files(&database.url, &files).unwrap_or_else(|failure| panic!("{failure}"));
    let mut client = database.superuser().unwrap();
    for file in ["load.sql".to_owned(), format!("load_{model}.sql")] {
        client.batch_execute(&std::fs::read_to_string(folder.join(file)).unwrap()).unwrap();
    }
    client.batch_execute("vacuum analyze").unwrap();
    database
}

/// What every operation takes in each of these forms, all on one connection: two of 0.05 ms each cannot be compared when the
/// scheduler puts the server of one beside its client and the other's on another core.
fn measure<const N: usize>(database: &Database, level: &Level, project: i64, forms: [Form; N]) -> [Vec<Duration>; N] {
    let mut client = database.superuser().unwrap();
    let owner = owner(&mut client, project);
    let key = own_key(&mut client, level, project);
    let carried = forms.contains(&Form::Plain);
    let mut times = forms.map(|_| Vec::new());
    {
        let mut transaction = begun(&mut client, &owner, &forms);
        for operation in 0..OPERATIONS.len() {
            let caller = |form: Form| {
                let statement = &statements(level, form.condition(), key, project, &owner.text, carried)[operation];
                Caller::new(&mut transaction, form, statement, &owner)
            };
            let callers: Vec<Caller> = forms.into_iter().map(caller).collect();
            for (times, middle) in times.iter_mut().zip(middles(&mut transaction, &callers)) {
                times.push(middle);
            }
        }
    }
    // what was inserted and undone must not slow the next one down
    client.batch_execute(&format!("vacuum public.{}", level.table)).unwrap();
    times
}

/// A transaction that is undone, of somebody whose token names the owner.
fn begun<'c>(client: &'c mut Client, owner: &Owner, forms: &[Form]) -> Transaction<'c> {
    let mut transaction = client.transaction().unwrap();
    transaction.batch_execute("set local plan_cache_mode = force_generic_plan").unwrap();
    if forms.contains(&Form::InSelect) {
        transaction.batch_execute(include_str!("policies/in_select.sql")).unwrap();
    }
    let claims = format!(r#"{{"sub": "{}", "role": "authenticated"}}"#, owner.text);
    transaction.execute("select set_config('request.jwt.claims', $1, true)", &[&claims]).unwrap();
    transaction
}

/// An owner's id, for claims and as a parameter.
struct Owner {
    text: String,
    id: Id,
}

#[derive(Debug, Clone)]
struct Id(Vec<u8>);

impl ToSql for Id {
    fn to_sql(&self, _: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        out.extend_from_slice(&self.0);
        Ok(IsNull::No)
    }

    fn accepts(kind: &Type) -> bool {
        *kind == Type::UUID
    }

    to_sql_checked!();
}

fn owner(client: &mut Client, project: i64) -> Owner {
    let statement = "select account_id::text, uuid_send(account_id) from public.projects where id = $1";
    let row = client.query_one(statement, &[&project]).unwrap();
    Owner { text: row.get(0), id: Id(row.get(1)) }
}

impl Form {
    fn condition(self) -> &'static str {
        match self {
            Form::Plain => "account_id = $1",
            Form::Token => "account_id = (select auth.uid())",
            Form::Policy | Form::InSelect => "true",
        }
    }

    fn role(self) -> &'static str {
        match self {
            Form::Plain | Form::Token => "none",
            Form::Policy | Form::InSelect => "authenticated",
        }
    }
}

/// Somebody with a prepared statement.
struct Caller {
    form: Form,
    id: Id,
    statement: Statement,
    changes: bool,
}

impl Caller {
    fn new(transaction: &mut Transaction<'_>, form: Form, statement: &str, owner: &Owner) -> Self {
        become_role(transaction, form);
        let changes = statement.starts_with("insert");
        let statement = transaction.prepare(statement).unwrap_or_else(|error| panic!("{statement}: {error:?}"));
        Self { form, id: owner.id.clone(), statement, changes }
    }

    /// What one run takes, on average of so many; what was changed is undone.
    fn run(&self, transaction: &mut Transaction<'_>, times: u32) -> Duration {
        become_role(transaction, self.form);
        let parameters: &[&(dyn ToSql + Sync)] = if self.statement.params().is_empty() { &[] } else { &[&self.id] };
        if self.changes {
            let mut savepoint = transaction.transaction().unwrap();
            let begun = Instant::now();
            savepoint.query(&self.statement, parameters).unwrap();
            let taken = begun.elapsed();
            savepoint.rollback().unwrap();
            return taken;
        }
        let begun = Instant::now();
        for _ in 0..times {
            transaction.query(&self.statement, parameters).unwrap();
        }
        begun.elapsed() / times
    }

    /// So many runs make a sample that takes milliseconds: a clock and a scheduler are too coarse for one of 0.05 ms.
    /// Callers measured in turn all run as often as one of them needs.
    fn sample_size(&self, transaction: &mut Transaction<'_>) -> u32 {
        let once = (0..5).map(|_| self.run(transaction, 1)).min().unwrap_or(SAMPLE).max(Duration::from_micros(20));
        u32::try_from(SAMPLE.as_micros() / once.as_micros()).unwrap_or(1).max(1)
    }
}

fn become_role(transaction: &mut Transaction<'_>, form: Form) {
    transaction.batch_execute(&format!("set local role {}", form.role())).unwrap();
}

/// The key of a row of this owner, the same at every level.
fn own_key(client: &mut Client, level: &Level, project: i64) -> i64 {
    let numbers = if project == 0 { "id % 10 = 0" } else { "id % 10 >= 3 and 10 + id % 9989 = 5000" };
    let statement = format!("select id from public.{} where {numbers} order by id limit 1", level.table);
    client.query_one(&statement, &[]).unwrap().get(0)
}

fn statements(level: &Level, condition: &str, key: i64, project: i64, owner: &str, carried: bool) -> Vec<String> {
    let table = level.table;
    // the row above the new rows: the project itself, or a row with the same key one level up
    let above = match level.parent {
        "account_id" => format!("'{owner}'::uuid"),
        "project_id" => project.to_string(),
        _ => key.to_string(),
    };
    // where the owner is carried, all give it: what is compared is the policy, not the trigger that fills it
    let carried = carried && level.parent != "account_id";
    let (more, value) = if carried { (", account_id", format!(", '{owner}'::uuid")) } else { ("", String::new()) };
    vec![
        format!("select count(*) from public.{table} where {condition}"),
        format!("select * from public.{table} where {condition} order by created_at desc limit 50"),
        format!("select * from public.{table} where {condition} and id = {key}"),
        format!(
            "insert into public.{table} ({}{more}) select {above}{value} from generate_series(1, 1000)",
            level.parent
        ),
    ]
}

/// How long a sample is to take at least, and all samples of an operation at most.
const SAMPLE: Duration = Duration::from_millis(5);
const LIMIT: Duration = Duration::from_secs(5);

/// The middle of up to 101 samples of each caller in turn, so that what else the machine does falls on all of them;
/// fewer where one takes long.
fn middles(transaction: &mut Transaction<'_>, callers: &[Caller]) -> Vec<Duration> {
    let size = callers.iter().map(|caller| caller.sample_size(transaction)).max().unwrap_or(1);
    let mut times: Vec<Vec<Duration>> = vec![Vec::new(); callers.len()];
    let started = Instant::now();
    while times[0].len() < 101 && (times[0].len() < 3 || started.elapsed() < LIMIT) {
        for (caller, times) in callers.iter().zip(&mut times) {
            times.push(caller.run(transaction, size));
        }
    }
    let middle = |mut times: Vec<Duration>| {
        times.sort();
        times[times.len() / 2]
    };
    times.into_iter().map(middle).collect()
}
