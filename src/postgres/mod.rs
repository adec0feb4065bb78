//! The only place that connects: one `<kind>.rs` beside `queries/<kind>.sql`; scratch and embedded servers.

mod account;
mod beside;
mod binaries;
mod comparison;
mod connect;
mod drift;
mod environment;
mod failure;
mod folder;
mod introspect;
mod psql;
mod rehearse;
mod scratch;
mod script;
mod statistics;
pub mod supabase;
mod template;
mod unmanaged;
mod untrusted;
mod versions;

pub use binaries::{Binaries, Version, client_program};
pub use comparison::{Comparison, Doubt, Side, compare};
pub use connect::connect;
pub use drift::{Expected, built, built_on, drift, drift_on, major_version, same_version};
pub use failure::Failure;
pub use introspect::{Scope, introspect, introspect_showing};
pub use psql::{psql, psql_command, psql_files, psql_script};
pub use rehearse::{Rehearsal, Rehearsed, rehearse};
pub use scratch::{Database, Scratch};
pub use script::{run_script, split};
pub use statistics::statistics;
pub use unmanaged::prepare_unmanaged;
pub use untrusted::make_untrusted_extensions;

pub use postgres::Client;
