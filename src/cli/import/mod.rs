//! `schemagen import`: an existing database as a model.

mod aside;
mod attempt;

use super::terminal::counted;
use super::{Exit, Terminal};
use crate::audit;
use crate::catalog::{Catalog, QualifiedName, Table};
use crate::diagnostics::Code;
use crate::infer::{self, Inferred, Proposed};
use crate::postgres::{self, Failure, Scope, Scratch, Version};
use crate::spec::lift::{Fate, Options, Spelling, Words};
use crate::spec::{self, Target};
use std::io::Write;
use std::path::{Path, PathBuf};

/// Its arguments.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The live database to read
    #[arg(long, value_name = "URL", env = "SCHEMAGEN_DATABASE_URL", hide_env_values = true)]
    database: Option<String>,
    /// Where to write the model; a file that is there is not written over
    #[arg(short, long, default_value = "schema.yaml")]
    output: PathBuf,
    /// Only these schemas
    #[arg(long, value_name = "NAME,…", value_delimiter = ',')]
    schemas: Option<Vec<String>>,
}

/// Runs it.
pub fn run(arguments: &Arguments, terminal: &mut Terminal) -> Exit {
    let Some(url) = &arguments.database else {
        let failure = Failure::new(Code::BadConnectionSettings, "no database is named");
        return terminal.failure(&failure.help("add --database URL, or set SCHEMAGEN_DATABASE_URL"));
    };
    if arguments.output.exists() {
        let failure = Failure::new(Code::FileThere, format!("there is a {} already", arguments.output.display()));
        return terminal.failure(&failure.help("name another file with -o, or move it away"));
    }
    to_file(url, arguments.schemas.as_deref(), &arguments.output, terminal)
}

/// Writes the database as a model to a new file, and says what became of everything.
pub fn to_file(url: &str, schemas: Option<&[String]>, output: &Path, terminal: &mut Terminal) -> Exit {
    match terminal.steps(|show| read(url, schemas, show)) {
        Ok((live, inferred)) => write(&live, &inferred, output, terminal),
        Err(failure) => terminal.failure(&failure),
    }
}

/// The database, and what it means: built on a scratch server of its version until it is the same.
fn read(url: &str, schemas: Option<&[String]>, show: &dyn Fn(&str)) -> Result<(Catalog, Inferred), Failure> {
    let mut client = postgres::connect(url)?;
    let scope = Scope { schemas: schemas.map(<[String]>::to_vec) };
    let live = postgres::introspect_showing(&mut client, &scope, &|kind| show(&format!("reading {kind}")))?;
    show("starting a scratch server");
    let version = postgres::same_version(&mut client)?;
    let scratch = Scratch::start(version)?;
    // another version prints otherwise: then only what was understood is compared
    let exact = version != Version::Any;
    let usual = if exact { Spelling::Short } else { Spelling::Printed };
    let options = Options {
        target: target(&live),
        postgres: postgres::major_version(&mut client)?,
        before: before(&scratch, &live)?,
        words: Words { expression: infer::expression, query: infer::query, usual, ..Words::default() },
        ..Options::default()
    };
    let inferred = attempt::Attempts::new(&live, options, &scratch, exact).settle(show)?;
    Ok((live, inferred))
}

/// Supabase's own roles and users are there.
fn target(live: &Catalog) -> Target {
    let users = live.tables.contains_key(&QualifiedName::new("auth", "users"));
    let roles = ["anon", "authenticated", "service_role"].iter().all(|role| live.roles.contains_key(*role));
    if users && roles { Target::Supabase } else { Target::Postgres }
}

/// What a new database of this kind holds.
fn before(scratch: &Scratch, live: &Catalog) -> Result<Catalog, Failure> {
    let database = match target(live) {
        Target::Supabase => scratch.supabase("before")?,
        Target::Postgres => scratch.database("before")?,
    };
    postgres::introspect(&mut database.client()?, &Scope::default())
}

fn write(live: &Catalog, inferred: &Inferred, output: &Path, terminal: &mut Terminal) -> Exit {
    let path = output.display();
    // somebody may have made the file meanwhile
    let file = std::fs::File::create_new(output);
    if let Err(error) = file.and_then(|mut file| file.write_all(spec::format(&inferred.lifted.spec).as_bytes())) {
        return terminal.not_written(path, &error);
    }
    tell(inferred, terminal);
    tell_access(live, inferred, terminal);
    tell_audit(live, terminal);
    terminal.message(format!("wrote {path}"));
    Exit::Clean
}

/// What was lifted in numbers; every object that was not, by name.
fn tell(inferred: &Inferred, terminal: &mut Terminal) {
    let notes = &inferred.lifted.notes;
    let of = |fate: Fate| notes.iter().filter(move |note| note.fate == fate);
    terminal.message(format!("{} lifted", counted(of(Fate::Lifted).count(), "object")));
    for (fate, words) in [(Fate::Raw, "kept as SQL"), (Fate::Suspicious, "suspicious"), (Fate::Lost, "not kept")] {
        for note in of(fate) {
            terminal.message(format!("{words}: {}: {}", note.object, note.text));
        }
    }
}

/// Who may touch what: understood, or written as it is, with what its policies seem to mean.
fn tell_access(live: &Catalog, inferred: &Inferred, terminal: &mut Terminal) {
    for table in &inferred.understood {
        terminal.message(format!("inferred: table {table}: its policies and privileges follow from its keys"));
    }
    let proposals = infer::proposals(live, &inferred.lifted);
    let written = live.tables.values().filter(|table| !inferred.understood.contains(&table.name));
    for table in written.filter(|table| !table.policies.is_empty()) {
        let owned = if inferred.certain.contains(&table.name) {
            "its keys inferred, "
        } else if inferred.owned.contains(&table.name) {
            "owner inferred, "
        } else {
            ""
        };
        let why = inferred.rejected.get(&table.name).map(|why| format!(" ({why})")).unwrap_or_default();
        terminal.message(format!("{owned}policies kept as written: table {}{why}", table.name));
        for sentence in infer::recognise(live, table).sentences {
            terminal.message(format!("  {sentence}"));
        }
        tell_proposal(proposals.get(&table.name), table, terminal);
    }
}

/// The keys that would give the same by the safe forms, and what they change.
fn tell_proposal(proposed: Option<&Proposed>, table: &Table, terminal: &mut Terminal) {
    let (lines, more) = match proposed {
        None => return,
        Some(Proposed::Keys(lines)) => (lines.as_slice(), ""),
        Some(Proposed::Organization(lines)) => (lines.as_slice(), MEMBERS),
        Some(Proposed::MembersOf(organizations)) => {
            terminal.message(format!(
                "  needs no access, policies and grants, once {organizations} has the keys below `members`"
            ));
            return;
        }
    };
    terminal.message("  in place of access, policies and grants, the same is given by");
    lines.iter().for_each(|line| terminal.message(format!("    {line}")));
    let names: Vec<&str> = table.policies.keys().map(String::as_str).collect();
    terminal.message(format!(
        "    which puts policies of its own in place of {}, asks who is calling once a statement, and gives each role the \
         privileges of these verbs alone; keys and owner columns no longer change{more}",
        names.join(", ")
    ));
}

/// What `members` brings besides.
const MEMBERS: &str = "; members see each other, nobody gives a role above his own, everybody may leave but the last of the \
                       highest role, and whoever makes one is its first member";

/// What an audit of row security finds in the database as it is.
fn tell_audit(live: &Catalog, terminal: &mut Terminal) {
    for finding in audit::audit(live) {
        terminal.message(format!("suspicious: {}: {} [{}]", finding.object, finding.why, finding.rule));
    }
}
