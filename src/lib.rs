//! A schema compiler for PostgreSQL: see README.md and ARCHITECTURE.md.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]
// a byte within a letter panics, and so does a place behind the end
#![cfg_attr(not(test), deny(clippy::string_slice, clippy::indexing_slicing))]

pub mod audit;
pub mod backends;
pub mod catalog;
pub mod cli;
pub mod compile;
pub mod concurrent;
pub mod diagnostics;
pub mod diff;
#[allow(clippy::indexing_slicing, reason = "by ids, and by positions found in the same list")]
pub mod expect;
pub mod expression;
pub mod infer;
pub mod lints;
#[allow(clippy::indexing_slicing, reason = "by ids, and by positions found in the same list")]
pub mod lower;
#[allow(clippy::indexing_slicing, reason = "by ids, and by positions found in the same list")]
pub mod model;
pub mod oracle;
pub mod output;
#[allow(clippy::indexing_slicing, reason = "by ids, and by positions found in the same list")]
pub mod ownership;
pub mod plan;
pub mod postgres;
#[allow(clippy::indexing_slicing, reason = "by ids, and by positions found in the same list")]
pub mod prove;
pub mod source;
pub mod spec;
