//! The modules that talk to servers.

mod audit;
mod audited;
mod connect;
mod diff;
pub mod drift;
mod errors;
mod imposter;
mod introspect;
mod plan;
mod scratch;

pub use audited::compiled as compiled_at;
pub use connect::Listening;
pub use drift::applied_to;
