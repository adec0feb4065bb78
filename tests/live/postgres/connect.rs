//! Connections: every way to be refused is told apart, names the fix and keeps the password to itself.

use schemagen::diagnostics::Code;
use schemagen::postgres::{Binaries, Database, Scratch, Version, connect, psql_command};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A server that listens on a port of this machine, with passwords and, where asked, TLS.
pub struct Listening {
    _scratch: Scratch,
    pub database: Database,
    port: u16,
    pub files: tempfile::TempDir,
}

impl Listening {
    /// Starts it; `ana` has a password.
    pub fn start(tls: bool) -> Listening {
        let files = tempfile::tempdir_in("/tmp").unwrap();
        std::fs::set_permissions(files.path(), std::fs::Permissions::from_mode(0o755)).unwrap();
        let rules = "local all all trust\nhost all nobody_knows all reject\nhost all all all scram-sha-256\n";
        let rules_file = readable(&files, "hba.conf", rules);
        let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let mut settings = vec![
            "listen_addresses=127.0.0.1".to_owned(),
            format!("hba_file={}", rules_file.display()),
            "unix_socket_permissions=0777".to_owned(),
        ];
        settings.push(format!("port={port}"));
        if tls {
            let (certificate, key) = certificate(files.path());
            settings.extend(["ssl=on".to_owned(), format!("ssl_cert_file={}", certificate.display())]);
            settings.push(format!("ssl_key_file={}", key.display()));
        }
        let settings: Vec<&str> = settings.iter().map(String::as_str).collect();
        let scratch = Scratch::start_with(&Binaries::find(Version::Any).unwrap(), &settings).unwrap();
        let database = scratch.database("connect").unwrap();
        psql_command(&database.url, "create role ana login password 'se:cret'").unwrap();
        Listening { _scratch: scratch, database, port, files }
    }

    /// A URL for `ana`: `:password` or nothing, `?options` or nothing.
    pub fn url(&self, password: &str, options: &str) -> String {
        format!("postgresql://ana{password}@localhost:{}/{}{options}", self.port, self.database.name)
    }
}

fn readable(files: &tempfile::TempDir, name: &str, text: &str) -> PathBuf {
    let path = files.path().join(name);
    std::fs::write(&path, text).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
    path
}

fn certificate(folder: &Path) -> (PathBuf, PathBuf) {
    let (certificate, key) = (folder.join("server.crt"), folder.join("server.key"));
    let made = Command::new("openssl")
        .args(["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=schemagen test"])
        .args(["-addext", "subjectAltName=DNS:localhost", "-addext", "basicConstraints=critical,CA:FALSE", "-keyout"])
        .arg(&key)
        .arg("-out")
        .arg(&certificate)
        .output()
        .unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o600)).unwrap();
    std::fs::set_permissions(&certificate, std::fs::Permissions::from_mode(0o644)).unwrap();
    Command::new("chown").arg("postgres").arg(&key).status().unwrap();
    (certificate, key)
}

#[track_caller]
fn refused(url: &str, code: Code, says: &str) {
    let failure = connect(url).err().unwrap();
    assert_eq!(failure.code, code, "{failure}");
    assert!(failure.message.contains(says), "{failure}");
    assert!(!failure.help.is_empty(), "{failure}");
    for secret in ["se:cret", "se%3Acret", "mistaken", "db error", "Kind"] {
        assert!(!failure.to_string().contains(secret), "{failure}");
    }
}

#[test]
fn refusals_are_told_apart() {
    let server = Listening::start(false);
    refused("postgresql://ana:mistaken@localhost:1/x", Code::ServerDown, "refused");
    refused("postgresql://ana:mistaken@localhost/x?host=/nowhere", Code::ServerDown, "no such socket");
    refused("postgresql://ana@nowhere.invalid/x", Code::ServerDown, "nowhere.invalid:5432");
    refused(&server.url(":mistaken", ""), Code::LoginRefused, "wrong password for role ana");
    refused(&server.url("", "?passfile=/nowhere"), Code::LoginRefused, "wants a password for ana");
    refused(&server.url(":se%3Acret", "?sslmode=require"), Code::TlsRefused, "does not speak TLS");
    let other = server.url(":se%3Acret", "").replace(&server.database.name, "nothing");
    refused(&other, Code::NoSuchDatabase, "there is no database nothing");
    refused(&other.replace("ana:", "nobody_knows:"), Code::LoginRefused, "may not log in");
    psql_command(&server.database.url, &format!("revoke connect on database {} from public", server.database.name))
        .unwrap();
    refused(&server.url(":se%3Acret", ""), Code::MissingPrivilege, "may not connect");
}

#[test]
fn the_password_file_is_read() {
    let server = Listening::start(false);
    let file = server.files.path().join("pass");
    std::fs::write(&file, format!("# mine\nlocalhost:{}:*:ana:se\\:cret\n", server.port)).unwrap();
    let url = server.url("", &format!("?passfile={}", file.display()));
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o644)).unwrap();
    refused(&url, Code::LoginRefused, "wants a password");
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o600)).unwrap();
    connect(&url).unwrap();
    connect(&server.url(":se%3Acret", "?sslmode=disable")).unwrap();
}

#[test]
fn certificates_are_checked_as_far_as_asked() {
    let server = Listening::start(true);
    let encrypted = |url: &str| -> bool {
        let mut client = connect(url).unwrap_or_else(|failure| panic!("{url}: {failure}"));
        client.query_one("select ssl from pg_stat_ssl where pid = pg_backend_pid()", &[]).unwrap().get(0)
    };
    let root = format!("&sslrootcert={}", server.files.path().join("server.crt").display());
    assert!(!encrypted(&server.url(":se%3Acret", "?sslmode=disable")));
    assert!(encrypted(&server.url(":se%3Acret", "?sslmode=prefer")));
    assert!(encrypted(&server.url(":se%3Acret", "?sslmode=require")));
    assert!(encrypted(&server.url(":se%3Acret", &format!("?sslmode=verify-ca{root}"))));
    assert!(encrypted(&server.url(":se%3Acret", &format!("?sslmode=verify-full{root}"))));
    let by_number = |options: &str| server.url(":se%3Acret", options).replace("localhost", "127.0.0.1");
    assert!(encrypted(&by_number(&format!("?sslmode=verify-ca{root}"))));
    refused(&by_number(&format!("?sslmode=verify-full{root}")), Code::TlsRefused, "for another host");
    refused(&server.url(":se%3Acret", "?sslmode=verify-full"), Code::TlsRefused, "no authority that we trust");
    refused(&server.url(":se%3Acret", "?sslmode=verify-ca"), Code::TlsRefused, "no authority that we trust");
    refused(&server.url(":se%3Acret", "?sslmode=verify-ca&sslrootcert=/nowhere"), Code::TlsRefused, "/nowhere");
}
