//! What the back ends that write files for psql share: the run-time, its calls, and who may touch what.

pub mod access;
pub mod call;
pub mod runtime;
pub mod script;
