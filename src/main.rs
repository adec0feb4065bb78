//! Arguments, call, exit code.

use clap::Parser;
use schemagen::cli::{Arguments, Terminal, run};
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let mut terminal = Terminal::process();
    let exit = run(arguments, &mut terminal);
    terminal.flush();
    exit.into()
}
