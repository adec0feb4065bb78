//! `schemagen completions SHELL`.

use super::{Exit, Terminal};
use clap::CommandFactory;
use clap_complete::Shell;

/// Its arguments.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The shell
    shell: Shell,
}

/// Prints the completions.
pub fn run(arguments: &Arguments, terminal: &mut Terminal) -> Exit {
    let mut text = Vec::new();
    clap_complete::generate(arguments.shell, &mut super::Arguments::command(), "schemagen", &mut text);
    terminal.text(String::from_utf8_lossy(&text));
    Exit::Clean
}
