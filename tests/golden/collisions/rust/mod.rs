// Written by schemagen. Do not edit: the next build overwrites it.
//! The database's types, for a crate with serde, serde_json, chrono, uuid and rust_decimal.
//!
//! Its features `sqlx` and `postgres` (with the crates postgres and postgres-types) let the types be read with either;
//! declare both in Cargo.toml, or the lint `unexpected_cfgs` asks for the other one.
#![allow(deprecated)]

pub mod support;
pub mod mod2;
pub mod proto;
pub mod a;
pub mod mod3;
pub mod public;
pub mod support2;
