//! The modules that talk to servers.

mod connect;
mod diff;
mod drift;
mod introspect;
mod scratch;
