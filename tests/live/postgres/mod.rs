//! The modules that talk to servers.

mod audit;
mod connect;
mod diff;
mod drift;
mod errors;
mod introspect;
mod plan;
mod scratch;
