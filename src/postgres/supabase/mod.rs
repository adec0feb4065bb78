//! What a Supabase database has before us, for a server that is bare.

use super::{Failure, run_script};
use postgres::Client;

/// The SQL, for whoever wants to run it with psql.
pub const BOOTSTRAP: &str = include_str!("bootstrap.sql");

/// Makes a database like a new Supabase project. Needs a superuser; may be repeated.
pub fn prepare(client: &mut Client) -> Result<(), Failure> {
    run_script(client, BOOTSTRAP)
}
