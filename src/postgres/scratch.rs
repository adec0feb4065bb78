//! Databases for as long as we need them: on a server of our own (private socket, no durability, gone when we are), or
//! on one that runs already, beside the database that a URL names.

use super::account::Account;
use super::beside::Beside;
use super::{Binaries, Failure, Version, template};
use crate::catalog::quote_identifier;
use crate::diagnostics::Code;
use postgres::{Client, NoTls};
use std::io::{BufRead, BufReader, Read};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// A running server for scratch databases. It ends, and its files go, when the last handle to it or to one of its
/// databases is dropped, or when this process ends in whatever way; one that ran already goes on without us.
#[derive(Debug, Clone)]
pub struct Scratch {
    server: Arc<Server>,
}

/// A database of a scratch server, dropped when this is.
#[derive(Debug)]
pub struct Database {
    /// Its name.
    pub name: String,
    /// Where to connect, for us and for `psql`.
    pub url: String,
    owner: String,
    server: Arc<Server>,
}

#[derive(Debug)]
struct Server {
    place: Place,
    major: u32,
    databases: AtomicUsize,
    supabase_template: Mutex<bool>,
}

#[derive(Debug)]
enum Place {
    /// A server of our own.
    Own(Own),
    /// Somebody else's.
    Beside(Box<Beside>),
}

/// A process that we started.
#[derive(Debug)]
struct Own {
    folder: PathBuf,
    port: u16,
    child: Mutex<Child>,
}

/// Settings that trade what a scratch server need not have for speed. Autovacuum would make plans vary.
const SETTINGS: &[&str] = &[
    "listen_addresses=",
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "wal_level=logical",
    "max_wal_size=512MB",
    "autovacuum=off",
    "jit=off",
    "shared_buffers=64MB",
    "max_connections=100",
    "max_locks_per_transaction=1024",
    "log_min_messages=fatal",
    "timezone=UTC",
];

const SUPABASE_TEMPLATE: &str = "schemagen_supabase";
const START_LIMIT: Duration = Duration::from_secs(60);

impl Scratch {
    /// Starts a server of this version.
    pub fn start(version: Version) -> Result<Scratch, Failure> {
        Self::start_with(&Binaries::find(version)?, &[])
    }

    /// Starts a server from these binaries, with further settings (`name=value`).
    pub fn start_with(binaries: &Binaries, settings: &[&str]) -> Result<Scratch, Failure> {
        let account = Account::for_servers().map_err(template::failed)?;
        let template = template::prepare(binaries, account.as_ref())?;
        let mut command = template::shell(include_str!("supervise.sh"), account.as_ref());
        command.arg(super::folder::pattern()).arg(&template).arg(binaries.program("postgres"));
        SETTINGS.iter().chain(settings).for_each(|setting| {
            command.args(["-c", setting]);
        });
        let own = Own::start(&mut command, port(settings))?;
        Ok(Self::at(Place::Own(own), binaries.major()))
    }

    /// A server of this version that runs already, on which `roles` are made where they are missing, and are gone at
    /// the end.
    pub fn beside(url: &str, version: Version, roles: &[String]) -> Result<Scratch, Failure> {
        let (beside, major) = Beside::new(url, roles)?;
        match other_version(major, version) {
            Some(failure) => Err(failure),
            None => Ok(Self::at(Place::Beside(Box::new(beside)), major)),
        }
    }

    fn at(place: Place, major: u32) -> Scratch {
        let (databases, supabase_template) = (AtomicUsize::new(0), Mutex::new(false));
        Scratch { server: Arc::new(Server { place, major, databases, supabase_template }) }
    }

    /// Its major version.
    pub fn major(&self) -> u32 {
        self.server.major
    }

    /// A new, empty database; the client is a superuser. The hint shows in its name.
    pub fn database(&self, hint: &str) -> Result<Database, Failure> {
        self.create(hint, "template0", template::SUPERUSER)
    }

    /// A new database as Supabase gives it; the client is its `postgres`, who is not a superuser unless the server
    /// had such a role before.
    pub fn supabase(&self, hint: &str) -> Result<Database, Failure> {
        if matches!(self.server.place, Place::Beside(_)) {
            let mut database = self.database(hint)?;
            super::supabase::prepare(&mut database.superuser()?)?;
            let owned = format!("alter database {} owner to postgres", quote_identifier(&database.name));
            run(&mut database.superuser()?, &owned, "preparing a Supabase database")?;
            database.owner = "postgres".to_owned();
            database.url = self.server.url(&database.name, "postgres");
            return Ok(database);
        }
        self.prepare_supabase()?;
        self.create(hint, SUPABASE_TEMPLATE, "postgres")
    }

    /// A copy of a database that nobody is connected to.
    pub fn copy(&self, of: &Database) -> Result<Database, Failure> {
        self.create(&of.name, &of.name, &of.owner)
    }

    fn create(&self, hint: &str, template: &str, owner: &str) -> Result<Database, Failure> {
        let number = self.server.databases.fetch_add(1, Ordering::Relaxed);
        let letters = hint.chars().filter(char::is_ascii_alphanumeric).take(40).collect::<String>();
        let name = format!("{}{}_{number}", self.server.prefix(), letters.to_ascii_lowercase());
        let mut client = self.server.maintenance()?;
        let mut statement =
            format!("create database {} template {}", quote_identifier(&name), quote_identifier(template));
        // Copying files beats writing them to the log twice, on a server of our own; it is the default before 15.
        if matches!(self.server.place, Place::Own(_)) {
            statement.push_str(" strategy file_copy");
        }
        if let Some(owner) = self.server.role(owner) {
            statement.push_str(&format!(" owner {}", quote_identifier(owner)));
        }
        run(&mut client, &statement, "creating a database")?;
        let url = self.server.url(&name, owner);
        Ok(Database { name, url, owner: owner.to_owned(), server: Arc::clone(&self.server) })
    }

    /// Makes, once a server, the database that Supabase databases are copied from.
    fn prepare_supabase(&self) -> Result<(), Failure> {
        let mut made = self.server.supabase_template.lock().unwrap_or_else(PoisonError::into_inner);
        if !*made {
            let statement = format!("create database {SUPABASE_TEMPLATE} template template0");
            run(&mut self.server.maintenance()?, &statement, "preparing a Supabase database")?;
            let mut client = self.server.connect(SUPABASE_TEMPLATE, template::SUPERUSER)?;
            super::supabase::prepare(&mut client)?;
            *made = true;
        }
        Ok(())
    }
}

impl Database {
    /// A new connection.
    pub fn client(&self) -> Result<Client, Failure> {
        super::connect(&self.url)
    }

    /// Whom the client connects as, as SQL of a superuser names him.
    pub fn owner(&self) -> String {
        self.server.role(&self.owner).map_or_else(|| "current_user".to_owned(), quote_identifier)
    }

    /// A new connection as this role of the server, for what its owner may not do.
    pub fn client_as(&self, role: &str) -> Result<Client, Failure> {
        self.server.connect(&self.name, role)
    }

    /// A new connection as a superuser.
    pub fn superuser(&self) -> Result<Client, Failure> {
        self.client_as(template::SUPERUSER)
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        let Ok(mut client) = self.server.maintenance() else { return };
        // a database that cannot be dropped goes with the server
        client.batch_execute(&format!("drop database {} with (force)", quote_identifier(&self.name))).unwrap_or(());
    }
}

impl Server {
    fn url(&self, database: &str, role: &str) -> String {
        match &self.place {
            Place::Own(own) => {
                format!("postgresql://{role}@/{database}?host={}&port={}", own.folder.display(), own.port)
            }
            Place::Beside(beside) => beside.url(database, self.role(role)),
        }
    }

    fn connect(&self, database: &str, role: &str) -> Result<Client, Failure> {
        match &self.place {
            Place::Own(own) => own.connect(database, role),
            Place::Beside(beside) => beside.connect(Some(database), self.role(role)),
        }
    }

    /// A superuser's connection to no database of ours.
    fn maintenance(&self) -> Result<Client, Failure> {
        match &self.place {
            Place::Own(own) => own.connect("postgres", template::SUPERUSER),
            Place::Beside(beside) => beside.connect(None, None),
        }
    }

    /// A role to be named; `None` is the superuser that a URL gave us.
    fn role<'r>(&self, role: &'r str) -> Option<&'r str> {
        let ours = matches!(self.place, Place::Beside(_)) && role == template::SUPERUSER;
        (!ours).then_some(role)
    }

    /// The beginning of every database's name.
    fn prefix(&self) -> &str {
        match &self.place {
            Place::Own(_) => "",
            Place::Beside(beside) => &beside.prefix,
        }
    }
}

fn run(client: &mut Client, statement: &str, doing: &str) -> Result<(), Failure> {
    client.batch_execute(statement).map_err(|error| Failure::statement(&error, doing))
}

impl Own {
    /// Starts the shell that runs the server, and waits for both.
    fn start(command: &mut Command, port: u16) -> Result<Own, Failure> {
        let mut child = command.stdout(Stdio::piped()).spawn().map_err(template::failed)?;
        let mut folder = String::new();
        if let Some(output) = child.stdout.take() {
            BufReader::new(output).read_line(&mut folder).map_err(template::failed)?;
        }
        let own = Own { folder: PathBuf::from(folder.trim_end_matches('\n')), port, child: Mutex::new(child) };
        own.wait_until_ready()?;
        Ok(own)
    }

    fn connect(&self, database: &str, role: &str) -> Result<Client, Failure> {
        let mut config = postgres::Config::new();
        config.host_path(&self.folder).port(self.port).dbname(database).user(role);
        config.connect(NoTls).map_err(|error| Failure::statement(&error, "connecting to the scratch server"))
    }

    fn wait_until_ready(&self) -> Result<(), Failure> {
        let start = Instant::now();
        while start.elapsed() < START_LIMIT {
            if self.socket().exists() && self.connect("postgres", template::SUPERUSER).is_ok() {
                return Ok(());
            }
            self.still_running()?;
            std::thread::sleep(Duration::from_millis(5));
        }
        Err(template::failed("it took longer than a minute"))
    }

    fn socket(&self) -> PathBuf {
        self.folder.join(format!(".s.PGSQL.{}", self.port))
    }

    fn still_running(&self) -> Result<(), Failure> {
        let mut child = self.child.lock().unwrap_or_else(PoisonError::into_inner);
        if !matches!(child.try_wait(), Ok(Some(_))) {
            return Ok(());
        }
        let mut log = String::new();
        if let Some(stderr) = child.stderr.as_mut() {
            stderr.read_to_string(&mut log).unwrap_or(0);
        }
        Err(template::failed("it ended at once").help(log.trim().to_owned()))
    }
}

impl Drop for Own {
    fn drop(&mut self) {
        let mut child = self.child.lock().unwrap_or_else(PoisonError::into_inner);
        drop(child.stdin.take());
        child.wait().map(drop).unwrap_or(());
    }
}

fn port(settings: &[&str]) -> u16 {
    settings.iter().find_map(|setting| setting.strip_prefix("port=")?.parse().ok()).unwrap_or(5432)
}

/// Why a server that runs already is none of those that are wanted.
fn other_version(major: u32, wanted: Version) -> Option<Failure> {
    let (wanted, help) = match wanted {
        _ if wanted.takes(major) => return None,
        Version::Any => return None,
        Version::Major(wanted) => (format!("{wanted} was asked for"), "leave one of --postgres and --database out"),
        Version::AtLeast(wanted) => (
            format!("the model is for {wanted} or later"),
            "name a newer server, or an older version under `postgres` in the model",
        ),
    };
    let what = format!("the server is PostgreSQL {major}, and {wanted}");
    Some(Failure::new(Code::BadConnectionSettings, what).help(help))
}
