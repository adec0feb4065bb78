//! Why a connection failed, in our words, and what to do about it.

use super::settings::Settings;
use crate::diagnostics::Code;
use crate::postgres::Failure;
use std::error::Error;

/// Explains a failure to connect. Nothing of the driver's text is passed on: it may hold what was sent.
pub fn explain(error: &postgres::Error, settings: &Settings) -> Failure {
    if let Some(answer) = error.as_db_error() {
        return answered(answer.code().code(), settings);
    }
    let text = causes(error).map(ToString::to_string).collect::<Vec<_>>().join(": ");
    if let Some(fault) = causes(error).find_map(tls_fault) {
        return untrusted(&fault, settings);
    }
    let Settings { place, .. } = settings;
    if text.contains("TLS") {
        return Failure::new(
            Code::TlsRefused,
            format!("the server at {place} does not speak TLS, which sslmode asks for"),
        )
        .help("switch TLS on at the server, or, on a network that you trust, use sslmode=prefer");
    }
    if text.starts_with("invalid configuration") || text.starts_with("authentication error") {
        return Failure::new(
            Code::LoginRefused,
            format!("the server at {place} wants a password for {}", settings.role()),
        )
        .help(settings.unused_file.as_deref().map_or_else(|| PASSWORD.to_owned(), closed));
    }
    Failure::new(Code::ServerDown, format!("no PostgreSQL answers at {place}: {}", reason(error)))
        .help("start the server, or correct the host and port of the database's URL (PGHOST, PGPORT stand in for them)")
}

const PASSWORD: &str = "give it in the URL, in PGPASSWORD, or in a line host:port:database:role:password of the password file \
                        (~/.pgpass or PGPASSFILE, mode 0600)";

/// As with libpq, a password file that others may read is passed over.
fn closed(file: &std::path::Path) -> String {
    let file = file.display();
    format!("others may read the password file {file}, so it is not used: chmod 600 {file}")
}

fn answered(state: &str, settings: &Settings) -> Failure {
    let (place, role, database) = (&settings.place, settings.role(), settings.database());
    match state {
        "28P01" => {
            Failure::new(Code::LoginRefused, format!("wrong password for role {role} at {place}")).help(PASSWORD)
        }
        "28000" => Failure::new(Code::LoginRefused, format!("role {role} may not log in to {database} at {place}"))
            .help(
                "the role does not exist, or pg_hba.conf has no line that lets it in from here (with or without TLS)",
            ),
        "3D000" => Failure::new(Code::NoSuchDatabase, format!("there is no database {database} at {place}"))
            .help("`psql -l` lists the databases; `createdb NAME` makes one"),
        "42501" => Failure::new(Code::MissingPrivilege, format!("role {role} may not connect to database {database}"))
            .help(format!("as its owner: GRANT CONNECT ON DATABASE {database} TO {role}")),
        "53300" => Failure::new(Code::ServerDown, format!("the server at {place} has no connection left"))
            .help("close some, or raise max_connections"),
        "57P01" | "57P02" => Failure::new(Code::ServerDown, format!("the server at {place} ended the connection"))
            .help("it is shutting down, or somebody ended the session: try again in a moment"),
        "57P03" => Failure::new(Code::ServerDown, format!("the server at {place} is starting up or shutting down"))
            .help("try again in a moment"),
        other => {
            Failure::new(Code::LoginRefused, format!("the server at {place} refuses the connection (SQLSTATE {other})"))
                .help("the server's log says why")
        }
    }
}

fn untrusted(fault: &rustls::Error, settings: &Settings) -> Failure {
    use rustls::{CertificateError, Error};
    let why = match fault {
        Error::InvalidCertificate(CertificateError::UnknownIssuer | CertificateError::BadSignature) => {
            "no authority that we trust signed it"
        }
        Error::InvalidCertificate(CertificateError::Expired | CertificateError::ExpiredContext { .. }) => {
            "it has expired"
        }
        Error::InvalidCertificate(
            CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. },
        ) => "it is for another host",
        Error::InvalidCertificate(_) => "it is not valid",
        _ => "the handshake failed",
    };
    Failure::new(Code::TlsRefused, format!("the certificate of {} cannot be trusted: {why}", settings.place)).help(
        "name its authority with sslrootcert=FILE, use the host name that the certificate is for, \
         or, on a network that you trust, sslmode=require",
    )
}

fn reason(error: &postgres::Error) -> &'static str {
    use std::io::ErrorKind;
    let found = causes(error).find_map(|cause| cause.downcast_ref::<std::io::Error>());
    match found.map(std::io::Error::kind) {
        Some(ErrorKind::ConnectionRefused) => "the connection was refused",
        Some(ErrorKind::TimedOut) => "it took too long",
        Some(ErrorKind::NotFound) => "there is no such socket",
        Some(ErrorKind::PermissionDenied) => "the socket is not ours to use",
        Some(ErrorKind::HostUnreachable | ErrorKind::NetworkUnreachable) => "the host cannot be reached",
        Some(ErrorKind::UnexpectedEof | ErrorKind::ConnectionReset) => "it hung up",
        _ => "the host name is not known, or something else answers there",
    }
}

fn causes(error: &postgres::Error) -> impl Iterator<Item = &(dyn Error + 'static)> {
    std::iter::successors(Some(error as &(dyn Error + 'static)), |cause: &&(dyn Error + 'static)| (*cause).source())
}

fn tls_fault(cause: &(dyn Error + 'static)) -> Option<rustls::Error> {
    let wrapped = cause.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref);
    let fault = cause.downcast_ref().or_else(|| wrapped.and_then(|inner| inner.downcast_ref()));
    fault.cloned()
}
