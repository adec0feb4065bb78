//! Isolation, proved: on a real server every caller sees and writes exactly what the model gives him.

mod callers;
mod conditions;
mod fixtures;
mod session;
mod shapes;
mod values;
