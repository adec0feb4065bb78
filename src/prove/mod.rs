//! Isolation, proved: on a real server every caller sees and writes exactly what the model gives him.

mod callers;
mod case;
mod conditions;
mod fixtures;
mod probes;
mod report;
mod session;
mod shapes;
mod values;

pub use report::{Mismatch, Mutant, Report, Step};
