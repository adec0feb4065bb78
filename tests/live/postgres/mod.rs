//! The modules that talk to servers.

mod audit;
mod audited;
mod connect;
mod diff;
mod drift;
mod errors;
mod introspect;
mod plan;
mod scratch;
