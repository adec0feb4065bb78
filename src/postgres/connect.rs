//! Connections.

use super::Failure;
use postgres::{Client, NoTls};

/// Connects to a URL.
pub fn connect(url: &str) -> Result<Client, Failure> {
    Client::connect(url, NoTls).map_err(|error| Failure::statement(&error, "connecting"))
}
