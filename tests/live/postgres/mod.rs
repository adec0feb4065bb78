//! The modules that talk to servers.

mod scratch;
