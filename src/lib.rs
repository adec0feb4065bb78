//! A schema compiler for PostgreSQL: see README.md and ARCHITECTURE.md.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]
// a byte within a letter panics
#![cfg_attr(not(test), deny(clippy::string_slice))]

pub mod audit;
pub mod backends;
pub mod catalog;
pub mod cli;
pub mod compile;
pub mod diagnostics;
pub mod diff;
pub mod expect;
pub mod expression;
pub mod infer;
pub mod lints;
pub mod lower;
pub mod model;
pub mod oracle;
pub mod output;
pub mod ownership;
pub mod plan;
pub mod postgres;
pub mod prove;
pub mod source;
pub mod spec;
