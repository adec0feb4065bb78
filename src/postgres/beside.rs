//! A server that runs already: databases are made beside the one that a URL names, which is never touched.
//!
//! Roles belong to the whole server, so those that a model needs and the server lacks are made and taken away again,
//! as are the memberships among them. What is left when we are killed, a shell cleans up that waits for our end.

use super::connect::{Settings, open, settings};
use super::{Failure, client_program, template};
use crate::catalog::quote_literal;
use crate::diagnostics::Code;
use postgres::Client;
use std::process::{Child, Command};
use std::sync::{Mutex, PoisonError};

/// Where databases are made, and what to take away at the end.
pub struct Beside {
    url: String,
    settings: Settings,
    /// The beginning of the names of our databases.
    pub prefix: String,
    /// Queries whose rows are the statements that take away what is left.
    clean: Vec<String>,
    janitor: Mutex<Option<Child>>,
}

/// Settings are read and never changed: a panic leaves them whole.
impl std::panic::RefUnwindSafe for Beside {}

impl std::fmt::Debug for Beside {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Beside({})", self.settings.place)
    }
}

/// Memberships that a Supabase database comes with.
const MEMBERSHIPS: &[(&str, &[&str])] = &[
    ("authenticator", &["anon", "authenticated", "service_role"]),
    ("supabase_storage_admin", &["anon", "authenticated", "service_role"]),
    ("supabase_read_only_user", &["pg_read_all_data"]),
    (
        "postgres",
        &[
            "anon",
            "authenticated",
            "service_role",
            "supabase_realtime_admin",
            "supabase_storage_admin",
            "pg_monitor",
            "pg_read_all_data",
            "pg_signal_backend",
        ],
    ),
];

impl Beside {
    /// Looks at the server; `roles` are those that will be made where they are missing. Gives its major version too.
    pub fn new(url: &str, roles: &[String]) -> Result<(Self, u32), Failure> {
        let settings = settings::read(url, &|name| std::env::var(name).ok().filter(|value| !value.is_empty()))?;
        let mut client = open(&settings)?;
        let major = permitted(&mut client, &settings)?;
        let prefix = prefix(&mut client)?;
        let clean = clean(&mut client, &prefix, roles)?;
        let janitor = Mutex::new(janitor(&settings, &clean));
        Ok((Self { url: url.to_owned(), settings, prefix, clean, janitor }, major))
    }

    /// A connection to one of our databases, or to the one that the URL names, as a role of the server: its own
    /// user's when none is named.
    pub fn connect(&self, database: Option<&str>, role: Option<&str>) -> Result<Client, Failure> {
        let mut config = self.settings.config.clone();
        config.application_name(&self.prefix);
        database.map(|database| config.dbname(database));
        if let Some(role) = role {
            let others = self.settings.config.get_options().unwrap_or_default();
            config.options(format!("{others} -c role={role}").trim());
        }
        open(&Settings { config, ..self.settings.clone() })
    }

    /// The same for psql.
    pub fn url(&self, database: &str, role: Option<&str>) -> String {
        let (base, query) = self.url.split_once('?').unwrap_or((&self.url, ""));
        let start = base.find("://").map_or(0, |place| place + 3);
        let end = base.match_indices('/').map(|(place, _)| place).find(|place| *place >= start);
        let server = base.get(..end.unwrap_or(base.len())).unwrap_or_default();
        let role = role.map(|role| format!("options=-c%20role%3D{role}"));
        let query: Vec<&str> = query.split('&').filter(|pair| !pair.is_empty()).chain(role.as_deref()).collect();
        format!("{server}/{database}?{}", query.join("&"))
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        let cleaned = self.connect(None, None).and_then(|mut client| run(&mut client, &self.clean));
        let mut janitor = self.janitor.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(mut child) = janitor.take() else { return };
        // What we could not take away, he tries to.
        if let (Ok(()), Some(mut input)) = (cleaned, child.stdin.take()) {
            std::io::Write::write_all(&mut input, b"done\n").unwrap_or(());
        }
        drop(child.stdin.take());
        child.wait().map(drop).unwrap_or(());
    }
}

/// The major version, where the server is new enough and the role may do what has to be done.
fn permitted(client: &mut Client, settings: &Settings) -> Result<u32, Failure> {
    let query = "select current_setting('server_version_num')::int / 10000, rolsuper, pg_catalog.pg_is_in_recovery() \
                 from pg_catalog.pg_roles where rolname = current_user";
    let row = client.query_one(query, &[]).map_err(|error| Failure::statement(&error, "looking at the server"))?;
    let (major, superuser, standby): (i32, bool, bool) = (row.get(0), row.get(1), row.get(2));
    if !superuser {
        let what = format!("{} is not a superuser of {}", settings.role(), settings.place);
        return Err(Failure::new(Code::MissingPrivilege, what).help(
            "a scratch database needs one: it is made and dropped there, so are the roles that are missing, and rows are \
             looked at past row security\nname a superuser in the URL, or leave --database out: then a server is started for it",
        ));
    }
    if standby || major < 15 {
        let what = if standby { "it is a standby".to_owned() } else { format!("it is PostgreSQL {major}") };
        let what = format!("no scratch database can be made on {}: {what}", settings.place);
        return Err(Failure::new(Code::MissingPrivilege, what).help("name a primary server, PostgreSQL 15 or newer"));
    }
    Ok(u32::try_from(major).unwrap_or(0))
}

/// A beginning of names that nobody else has: what bears it is dropped at the end, and processes of two containers often
/// have one number.
fn prefix(client: &mut Client) -> Result<String, Failure> {
    let query = "select 'schemagen_' || substr(pg_catalog.gen_random_uuid()::text, 1, 8) || '_'";
    let row = client.query_one(query, &[]).map_err(|error| Failure::statement(&error, "looking at the server"))?;
    Ok(row.get(0))
}

/// The queries that clean up: only what is not there yet is ours.
fn clean(client: &mut Client, prefix: &str, roles: &[String]) -> Result<Vec<String>, Failure> {
    let failed = |error: postgres::Error| Failure::statement(&error, "looking at the server's roles");
    let mut names = |query: &str| -> Result<Vec<String>, Failure> {
        Ok(client.query(query, &[]).map_err(failed)?.iter().map(|row| row.get(0)).collect())
    };
    let there = names("select rolname::text from pg_catalog.pg_roles")?;
    let members = names(
        "select g.rolname || ' ' || m.rolname from pg_catalog.pg_auth_members a \
         join pg_catalog.pg_roles g on g.oid = a.roleid join pg_catalog.pg_roles m on m.oid = a.member",
    )?;
    let roles: Vec<&String> = roles.iter().filter(|role| !there.contains(role)).collect();
    let pairs = MEMBERSHIPS.iter().flat_map(|(member, of)| of.iter().map(move |role| format!("{role} {member}")));
    let pairs: Vec<String> = pairs.filter(|pair| !members.contains(pair)).collect();
    let sql = include_str!("beside.sql")
        .replace("{databases}", &quote_literal(prefix))
        .replace("{members}", &array(pairs.iter()))
        .replace("{roles}", &array(roles.into_iter()));
    // The comment on top stays with the first.
    Ok(sql.split("--;").map(|query| query.trim().to_owned()).collect())
}

fn array<'t>(texts: impl Iterator<Item = &'t String>) -> String {
    let quoted: Vec<String> = texts.map(|text| quote_literal(text)).collect();
    format!("array[{}]", quoted.join(", "))
}

fn run(client: &mut Client, clean: &[String]) -> Result<(), Failure> {
    let failed = |error: postgres::Error| Failure::statement(&error, "cleaning up");
    for query in clean {
        for row in client.query(query, &[]).map_err(failed)? {
            client.batch_execute(row.get(0)).map_err(failed)?;
        }
    }
    Ok(())
}

/// A shell that waits for our end; none where there is no psql.
fn janitor(settings: &Settings, clean: &[String]) -> Option<Child> {
    let psql = client_program("psql")?;
    let mut command = template::shell(include_str!("janitor.sh"), None);
    command.stderr(std::process::Stdio::null()).arg(psql);
    command.env("SCHEMAGEN_CLEAN", clean.iter().map(|query| format!("{query} \\gexec\n")).collect::<String>());
    place(&mut command, settings);
    command.spawn().ok()
}

/// Says where to connect in psql's own variables: what stands there, no list of processes shows.
fn place(command: &mut Command, settings: &Settings) {
    let config = &settings.config;
    let host = config.get_hosts().first().map(|host| match host {
        postgres::config::Host::Tcp(name) => name.clone(),
        postgres::config::Host::Unix(folder) => folder.display().to_string(),
    });
    let password = config.get_password().map(|password| String::from_utf8_lossy(password).into_owned());
    let values = [
        ("PGHOST", host),
        ("PGPORT", config.get_ports().first().map(u16::to_string)),
        ("PGUSER", config.get_user().map(str::to_owned)),
        ("PGDATABASE", Some(settings.database().to_owned())),
        ("PGPASSWORD", password),
        ("PGSSLMODE", Some(settings.mode.word().to_owned())),
        ("PGSSLROOTCERT", settings.root.as_ref().map(|path| path.display().to_string())),
        ("PGOPTIONS", Some(String::new())),
    ];
    for (name, value) in values {
        value.map(|value| command.env(name, value));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_name_the_database_beside() {
        let url = |url: &str| {
            let settings = settings::read(url, &|_| None).unwrap_or_else(|failure| panic!("{failure}"));
            let beside = Beside {
                url: url.to_owned(),
                settings,
                prefix: String::new(),
                clean: Vec::new(),
                janitor: Mutex::new(None),
            };
            let found = beside.url("own", Some("postgres"));
            std::mem::forget(beside);
            found
        };
        assert_eq!(
            url("postgresql://a:b@h:1/live?sslmode=require"),
            "postgresql://a:b@h:1/own?sslmode=require&options=-c%20role%3Dpostgres"
        );
        assert_eq!(url("postgresql://a@h"), "postgresql://a@h/own?options=-c%20role%3Dpostgres");
    }
}
