//! A schema compiler for PostgreSQL: see README.md and ARCHITECTURE.md.

pub mod catalog;
pub mod diagnostics;
pub mod expression;
pub mod model;
pub mod source;
pub mod spec;
