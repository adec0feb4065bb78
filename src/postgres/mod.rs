//! The only place that connects: one `<kind>.rs` beside `queries/<kind>.sql`; scratch and embedded servers.

mod account;
mod binaries;
mod connect;
mod failure;
mod introspect;
mod psql;
mod scratch;
mod script;
pub mod supabase;
mod template;

pub use binaries::{Binaries, Version, client_program};
pub use connect::connect;
pub use failure::Failure;
pub use introspect::{Scope, introspect};
pub use psql::{psql, psql_command, psql_files};
pub use scratch::{Database, Scratch};
pub use script::{run_script, split};

pub use postgres::Client;
