//! The pages of codes that a model alone does not give: what stands under Example is done, and gives the code; what stands
//! under Instead follows, and ends well.
//!
//! `sql` is run on the database; `yaml` becomes `schema.yaml`; of `console`, lines after `$ ` are run by a shell that has
//! schemagen, psql and `DATABASE_URL`, and the others must stand in what they say.

use crate::postgres::Listening;
use crate::servers;
use schemagen::diagnostics::Code;
use schemagen::postgres::{Database, client_program, psql_command};
use std::path::Path;
use std::process::Command;

/// Codes that take two sessions at a time, and the tests that have them.
const ELSEWHERE: [(Code, &str); 2] = [
    (Code::ConnectionLost, "who_is_cut_off_is_told_what_to_do"),
    (Code::SchemaChanges, "a_schema_that_changes_is_read_whole_or_not_at_all"),
];

/// Codes of connections: they take a server that listens, and a role with a password.
const OF_CONNECTIONS: [Code; 4] = [Code::TlsRefused, Code::LoginRefused, Code::NoSuchDatabase, Code::MissingPrivilege];

/// A fenced block of a page.
struct Block<'p> {
    kind: &'p str,
    text: &'p str,
}

/// The blocks under a heading.
fn blocks<'p>(page: &'p str, heading: &str) -> Vec<Block<'p>> {
    let (_, rest) = page.split_once(&format!("\n## {heading}\n")).unwrap();
    let section = rest.split_once("\n## ").map_or(rest, |(section, _)| section);
    let fenced = section.split("```").skip(1).step_by(2);
    fenced.map(|block| block.split_once('\n').unwrap()).map(|(kind, text)| Block { kind, text }).collect()
}

/// Where a page is tried: a folder and a database.
struct Place<'d> {
    folder: tempfile::TempDir,
    database: &'d Database,
    url: String,
    password: &'d str,
}

impl<'d> Place<'d> {
    fn new(database: &'d Database, url: String, password: &'d str) -> Self {
        Self { folder: tempfile::tempdir().unwrap(), database, url, password }
    }

    /// What a command said, and whether it ended well.
    fn run(&self, command: &str) -> (String, bool) {
        let schemagen = Path::new(env!("CARGO_BIN_EXE_schemagen")).parent().unwrap().to_owned();
        let psql = client_program("psql").unwrap().parent().unwrap().to_owned();
        let usual = std::env::var_os("PATH").unwrap();
        let path = std::env::join_paths([schemagen, psql].into_iter().chain(std::env::split_paths(&usual))).unwrap();
        let mut shell = Command::new("sh");
        shell.args(["-c", &format!("exec 2>&1\n{command}")]).current_dir(self.folder.path()).env("PATH", path);
        shell.env("DATABASE_URL", &self.url).env("SUPERUSER_URL", self.superuser()).env("PGPASSWORD", self.password);
        let output = shell.env("PGOPTIONS", "").env_remove("SCHEMAGEN_DATABASE_URL").output().unwrap();
        (String::from_utf8_lossy(&output.stdout).into_owned(), output.status.success())
    }

    fn superuser(&self) -> String {
        self.database.url.replace("://postgres@", "://schemagen@")
    }

    /// Does what the blocks say; gives what the last command said, and whether it ended well, as all before it must.
    fn follow(&self, blocks: &[Block<'_>]) -> Result<(String, bool), String> {
        let mut last = (String::new(), true);
        for block in blocks {
            match block.kind {
                "sql" => drop(psql_command(&self.database.url, block.text).map_err(|failure| failure.to_string())?),
                "yaml" => std::fs::write(self.folder.path().join("schema.yaml"), block.text).unwrap(),
                "console" => last = self.console(block.text, last)?,
                other => return Err(format!("a block of kind `{other}`")),
            }
        }
        Ok(last)
    }

    fn console(&self, text: &str, mut last: (String, bool)) -> Result<(String, bool), String> {
        for line in text.lines() {
            match line.strip_prefix("$ ") {
                Some(_) if !last.1 => return Err(format!("before `{line}`: {}", last.0)),
                Some(command) => last = self.run(command),
                None if last.0.contains(line.trim()) => {}
                None => return Err(format!("nothing says `{line}`: {}", last.0)),
            }
        }
        Ok(last)
    }

    /// What is wrong with a page.
    fn fault(&self, code: Code) -> Option<String> {
        let told = match self.follow(&blocks(code.page(), "Example")) {
            Ok((said, false)) if said.contains(code.as_str()) => self.follow(&blocks(code.page(), "Instead")),
            Ok((said, ended_well)) => Err(format!("the example ends well: {ended_well}, and says: {said}")),
            Err(fault) => Err(fault),
        };
        match told {
            Ok((_, true)) => None,
            Ok((said, false)) => Some(format!("{code}: what is to be done instead fails: {said}")),
            Err(fault) => Some(format!("{code}: {fault}")),
        }
    }
}

fn codes(of_connections: bool) -> impl Iterator<Item = Code> {
    let elsewhere = |code: &Code| ELSEWHERE.iter().any(|(other, _)| other == code);
    let of_a_model = |code: &Code| *code < Code::NoServerFound && !of_the_command_line(*code);
    let codes = Code::ALL.iter().copied().filter(move |code| !of_a_model(code) && !elsewhere(code));
    codes.filter(move |code| OF_CONNECTIONS.contains(code) == of_connections)
}

fn of_the_command_line(code: Code) -> bool {
    (Code::UnknownBackEnd..=Code::TemplateBroken).contains(&code)
}

#[test]
fn examples_give_their_code_and_what_is_to_be_done_instead_ends_well() {
    let mut wrong = Vec::new();
    for scratch in servers() {
        for code in codes(false) {
            let database = scratch.supabase("page").unwrap();
            let fault = Place::new(&database, database.url.clone(), "").fault(code);
            wrong.extend(fault.map(|fault| format!("PostgreSQL {}: {fault}", scratch.major())));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn examples_of_connections_too() {
    let server = Listening::start(false);
    let wrong: Vec<String> = codes(true)
        .filter_map(|code| Place::new(&server.database, server.url("", ""), "se:cret").fault(code))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn what_is_tried_elsewhere_is() {
    let errors = include_str!("postgres/errors.rs");
    for (code, test) in ELSEWHERE {
        let (_, body) = errors.split_once(&format!("fn {test}()")).unwrap();
        assert!(body.split_once("\n#[test]").map_or(body, |(body, _)| body).contains(code.as_str()), "{code}");
    }
}
