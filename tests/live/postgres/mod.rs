//! The modules that talk to servers.

mod connect;
mod diff;
mod introspect;
mod scratch;
