//! Connections to a server: by URL, completed by the usual PG variables and the password file.

mod passfile;
mod refusal;
pub mod settings;
mod tls;

use super::Failure;
use postgres::{Client, NoTls};
pub use settings::Settings;

/// Connects to a URL (`postgresql://role@host:5432/database?sslmode=verify-full`). What it leaves out
/// comes from PGHOST, PGPORT, PGDATABASE, PGUSER, PGPASSWORD, PGPASSFILE, PGSSLMODE, PGSSLROOTCERT,
/// PGCONNECT_TIMEOUT and PGOPTIONS, then from libpq's defaults.
pub fn connect(url: &str) -> Result<Client, Failure> {
    let settings = settings::read(url, &|name| std::env::var(name).ok().filter(|value| !value.is_empty()))?;
    open(&settings)
}

/// Connects with settings that were read before.
pub fn open(settings: &Settings) -> Result<Client, Failure> {
    let connected = if settings.needs_tls() {
        settings.config.connect(tls::connector(settings)?)
    } else {
        settings.config.connect(NoTls)
    };
    connected.map_err(|error| refusal::explain(&error, settings))
}
