//! What is allowed and still unwise: one file per lint.

use crate::diagnostics::Diagnostic;
use crate::model::Model;
use crate::ownership::Ownership;

/// Every finding of every lint.
pub fn check(_model: &Model, _ownership: &Ownership) -> Vec<Diagnostic> {
    Vec::new()
}
