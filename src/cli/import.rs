//! `schemagen import`: an existing database as a model.

use super::terminal::counted;
use super::{Exit, Terminal};
use crate::postgres::{self, Failure, Scope};
use crate::spec::lift::{Fate, Lifted, Options, Recognised, lift};
use crate::spec::{self, Target};
use std::io::Write;
use std::path::PathBuf;

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
        terminal.message("error: no database is named\n  help: add --database URL, or set SCHEMAGEN_DATABASE_URL");
        return Exit::Failure;
    };
    if arguments.output.exists() {
        let path = arguments.output.display();
        terminal
            .message(format!("error: there is a {path} already\n  help: name another file with -o, or move it away"));
        return Exit::Failure;
    }
    match read(url, arguments) {
        Ok(lifted) => write(&lifted, arguments, terminal),
        Err(failure) => {
            terminal.message(failure.to_string());
            Exit::Failure
        }
    }
}

fn read(url: &str, arguments: &Arguments) -> Result<Lifted, Failure> {
    let mut client = postgres::connect(url)?;
    let catalog = postgres::introspect(&mut client, &Scope { schemas: arguments.schemas.clone() })?;
    let options = Options { target: Target::Postgres, postgres: postgres::major_version(&mut client)?, project: None };
    Ok(lift(&catalog, &Recognised::default(), &options))
}

fn write(lifted: &Lifted, arguments: &Arguments, terminal: &mut Terminal) -> Exit {
    let path = arguments.output.display();
    // somebody may have made the file meanwhile
    let file = std::fs::File::create_new(&arguments.output);
    if let Err(error) = file.and_then(|mut file| file.write_all(spec::format(&lifted.spec).as_bytes())) {
        terminal.message(format!("error: cannot write {path}: {error}"));
        return Exit::Failure;
    }
    tell(lifted, terminal);
    terminal.message(format!("wrote {path}"));
    Exit::Clean
}

/// What was lifted in numbers; every object that was not, by name.
fn tell(lifted: &Lifted, terminal: &mut Terminal) {
    let of = |fate: Fate| lifted.notes.iter().filter(move |note| note.fate == fate);
    terminal.message(format!("{} lifted", counted(of(Fate::Lifted).count(), "object")));
    for (fate, words) in [(Fate::Raw, "kept as SQL"), (Fate::Suspicious, "suspicious"), (Fate::Lost, "not kept")] {
        for note in of(fate) {
            terminal.message(format!("{words}: {}: {}", note.object, note.text));
        }
    }
}
