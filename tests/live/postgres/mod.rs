//! The modules that talk to servers.

mod connect;
mod introspect;
mod scratch;
