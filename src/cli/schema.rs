//! `schemagen schema`: the JSON Schema of the language.

use super::{Exit, Terminal};

/// Prints the schema.
pub fn run(terminal: &mut Terminal) -> Exit {
    terminal.result(format!("{:#}", crate::spec::json_schema()));
    Exit::Clean
}
