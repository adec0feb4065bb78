//! What to connect to, and how: from a URL and PG variables.

use super::passfile;
use crate::diagnostics::Code;
use crate::postgres::Failure;
use postgres::Config;
use postgres::config::{Host, SslMode};
use std::path::PathBuf;
use std::time::Duration;

/// How far the server must show who it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TlsMode {
    /// No encryption.
    Disable,
    /// Encryption when the server has it.
    Prefer,
    /// Encryption, with whomever.
    Require,
    /// A certificate from an authority that we trust.
    VerifyCa,
    /// And for this host.
    VerifyFull,
}

impl TlsMode {
    /// As `sslmode` says it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Disable => "disable",
            Self::Prefer => "prefer",
            Self::Require => "require",
            Self::VerifyCa => "verify-ca",
            Self::VerifyFull => "verify-full",
        }
    }
}

/// Everything a connection needs.
#[derive(Clone)]
pub struct Settings {
    /// For the driver.
    pub config: Config,
    /// `sslmode`
    pub mode: TlsMode,
    /// `sslrootcert`
    pub root: Option<PathBuf>,
    /// Host and port, for messages.
    pub place: String,
    /// A password file that is there and that others may read.
    pub unused_file: Option<PathBuf>,
}

impl Settings {
    /// Sockets of this machine are not encrypted.
    pub fn needs_tls(&self) -> bool {
        self.mode != TlsMode::Disable && self.config.get_hosts().iter().any(|host| matches!(host, Host::Tcp(_)))
    }

    /// The role, for messages.
    pub fn role(&self) -> &str {
        self.config.get_user().unwrap_or_default()
    }

    /// The database, for messages.
    pub fn database(&self) -> &str {
        self.config.get_dbname().unwrap_or(self.role())
    }
}

/// Parameters of libpq that mean nothing to us and do no harm.
const PASSED_OVER: &[&str] = &[
    "client_encoding",
    "fallback_application_name",
    "gssencmode",
    "pgbouncer",
    "requiressl",
    "sslcompression",
    "sslsni",
];

/// Reads a URL; `variable` gives what the environment says.
pub fn read(url: &str, variable: &dyn Fn(&str) -> Option<String>) -> Result<Settings, Failure> {
    if !url.starts_with("postgresql://") && !url.starts_with("postgres://") {
        return Err(bad("the database is not given as a URL"));
    }
    // what stands behind the first of two would be taken for the host, and be shown
    if url.split('?').next().unwrap_or_default().matches('@').count() > 1 {
        return Err(bad("the database's URL has more than one @"));
    }
    let mut own = Own::default();
    let mut config: Config =
        with_port(&own.take_out(url), variable)?.parse().map_err(|_| bad("the database's URL cannot be read"))?;
    complete(&mut config, variable)?;
    let mode = own.mode.or_else(|| variable("PGSSLMODE")).map_or(Ok(TlsMode::Prefer), |text| parse_mode(&text))?;
    config.ssl_mode(match mode {
        TlsMode::Disable => SslMode::Disable,
        TlsMode::Prefer => SslMode::Prefer,
        _ => SslMode::Require,
    });
    let root = own.root.or_else(|| variable("PGSSLROOTCERT")).filter(|path| path != "system").map(PathBuf::from);
    let place = place(&config);
    let settings = Settings { config, mode, root, place, unused_file: None };
    with_password(settings, own.passfile.or_else(|| variable("PGPASSFILE")), variable)
}

/// The driver takes 5432 for a host without a port; PGPORT goes before that.
fn with_port(url: &str, variable: &dyn Fn(&str) -> Option<String>) -> Result<String, Failure> {
    let Some(port) = variable("PGPORT") else { return Ok(url.to_owned()) };
    let port: u16 = port.parse().map_err(|_| bad("PGPORT is not a port of the database"))?;
    let from = url.find('@').map_or_else(|| url.find("://").map_or(0, |at| at + 3), |at| at + 1);
    let (head, rest) = url.split_at_checked(from).unwrap_or((url, ""));
    let (host, tail) = rest.split_at_checked(rest.find(['/', '?']).unwrap_or(rest.len())).unwrap_or((rest, ""));
    let named = host.rsplit_once(':').is_some_and(|(_, digits)| !digits.contains(']'));
    Ok(if host.is_empty() || named { url.to_owned() } else { format!("{head}{host}:{port}{tail}") })
}

/// Parameters that the driver does not know.
#[derive(Default)]
struct Own {
    mode: Option<String>,
    root: Option<String>,
    passfile: Option<String>,
}

impl Own {
    /// The URL without them.
    fn take_out(&mut self, url: &str) -> String {
        let Some((base, query)) = url.split_once('?') else { return url.to_owned() };
        let kept: Vec<&str> = query.split('&').filter(|pair| !self.takes(pair)).collect();
        if kept.is_empty() { base.to_owned() } else { format!("{base}?{}", kept.join("&")) }
    }

    fn takes(&mut self, pair: &str) -> bool {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let slot = match name {
            "sslmode" => &mut self.mode,
            "sslrootcert" => &mut self.root,
            "passfile" => &mut self.passfile,
            other => return PASSED_OVER.contains(&other),
        };
        *slot = Some(percent_decode(value));
        true
    }
}

fn percent_decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut position = 0;
    while let Some(&byte) = bytes.get(position) {
        let code = text.get(position + 1..position + 3).filter(|_| byte == b'%');
        match code.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(value) => decoded.push(value),
            None => decoded.push(byte),
        }
        position += if code.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

fn parse_mode(text: &str) -> Result<TlsMode, Failure> {
    Ok(match text {
        "disable" => TlsMode::Disable,
        "allow" | "prefer" => TlsMode::Prefer,
        "require" => TlsMode::Require,
        "verify-ca" => TlsMode::VerifyCa,
        "verify-full" => TlsMode::VerifyFull,
        _ => return Err(bad("sslmode is none of disable, prefer, require, verify-ca, verify-full")),
    })
}

fn complete(config: &mut Config, variable: &dyn Fn(&str) -> Option<String>) -> Result<(), Failure> {
    if config.get_hosts().is_empty() {
        config.host(&variable("PGHOST").unwrap_or_else(default_host));
    }
    if let Some(port) = variable("PGPORT").filter(|_| config.get_ports().is_empty()) {
        config.port(port.parse().map_err(|_| bad("PGPORT is not a port"))?);
    }
    if config.get_user().is_none() {
        config.user(&variable("PGUSER").or_else(|| variable("USER")).unwrap_or_else(|| "postgres".to_owned()));
    }
    if let Some(name) = variable("PGDATABASE").filter(|_| config.get_dbname().is_none()) {
        config.dbname(&name);
    }
    if let Some(options) = variable("PGOPTIONS").filter(|_| config.get_options().is_none()) {
        config.options(&options);
    }
    if config.get_connect_timeout().is_none() {
        let seconds = variable("PGCONNECT_TIMEOUT").map_or(Ok(10), |text| text.parse());
        config.connect_timeout(Duration::from_secs(seconds.map_err(|_| bad("PGCONNECT_TIMEOUT is not a number"))?));
    }
    if config.get_application_name().is_none() {
        config.application_name("schemagen");
    }
    Ok(())
}

/// The socket of a server on this machine, as Debian or others place it.
fn default_host() -> String {
    let folders = ["/var/run/postgresql", "/run/postgresql", "/tmp"];
    let found = folders.iter().find(|folder| std::path::Path::new(folder).join(".s.PGSQL.5432").exists());
    found.copied().unwrap_or("localhost").to_owned()
}

fn with_password(
    mut settings: Settings,
    file: Option<String>,
    variable: &dyn Fn(&str) -> Option<String>,
) -> Result<Settings, Failure> {
    if settings.config.get_password().is_some() {
        return Ok(settings);
    }
    let home = variable("HOME").map(|home| PathBuf::from(home).join(".pgpass"));
    let path = file.map(PathBuf::from).or(home).filter(|path| path.is_file());
    settings.unused_file = path.clone().filter(|path| !passfile::is_private(path));
    let stored = || passfile::find(&path.filter(|path| passfile::is_private(path))?, &settings);
    if let Some(password) = variable("PGPASSWORD").or_else(stored) {
        settings.config.password(password);
    }
    Ok(settings)
}

fn place(config: &Config) -> String {
    let port = config.get_ports().first().copied().unwrap_or(5432);
    match config.get_hosts().first() {
        Some(Host::Tcp(host)) => format!("{host}:{port}"),
        Some(Host::Unix(folder)) => folder.join(format!(".s.PGSQL.{port}")).display().to_string(),
        None => format!("localhost:{port}"),
    }
}

fn bad(what: &str) -> Failure {
    Failure::new(Code::BadConnectionSettings, what).help(
        "write it as postgresql://role@host:5432/database?sslmode=verify-full; \
         percent-encode @ : / ? # and % in a password",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(url: &str, variables: &[(&str, &str)]) -> Settings {
        let variable =
            |name: &str| variables.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
        read(url, &variable).unwrap_or_else(|failure| panic!("{failure}"))
    }

    #[test]
    fn completes_from_variables() {
        let variables = [("PGHOST", "db"), ("PGPORT", "7"), ("PGUSER", "ana"), ("PGDATABASE", "app")];
        let settings = with("postgresql://", &variables);
        assert_eq!((settings.place.as_str(), settings.role(), settings.database()), ("db:7", "ana", "app"));
        assert_eq!(with("postgresql://bo@other/own", &variables).place, "other:7");
        assert_eq!(with("postgresql://other", &variables).place, "other:7");
        let settings = with("postgres://bo@other:8/own?sslmode=verify-ca&sslrootcert=/a%20b", &variables);
        assert_eq!((settings.place.as_str(), settings.role(), settings.database()), ("other:8", "bo", "own"));
        assert_eq!((settings.mode, settings.root), (TlsMode::VerifyCa, Some(PathBuf::from("/a b"))));
    }

    #[test]
    fn a_socket_needs_no_tls() {
        let settings = with("postgresql://a@/b?host=/tmp/x&sslmode=require", &[]);
        assert!(!settings.needs_tls());
        assert!(with("postgresql://a@h/b", &[]).needs_tls());
    }

    #[test]
    fn refuses_nonsense_without_repeating_it() {
        for url in [
            "secret@host",
            "postgresql://a:secret@h:port/b",
            "postgresql://a@h/b?sslmode=secret",
            "postgresql://a@h/b?x=secret",
            "postgresql://a:b@secret@h/b",
        ] {
            let failure = read(url, &|_| None).err().unwrap();
            assert_eq!(failure.code, Code::BadConnectionSettings, "{url}");
            assert!(!failure.to_string().contains("secret"), "{failure}");
        }
    }
}
