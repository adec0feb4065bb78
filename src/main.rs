//! Arguments, call, exit code.

use clap::Parser;
use schemagen::cli::{Arguments, Terminal, run};
use std::process::ExitCode;

/// A compiler makes many small texts and frees them: this allocator takes a fifth off a build. Without huge pages, of
/// which it would fill a part (a third more memory).
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let mut terminal = Terminal::process();
    let exit = run(arguments, &mut terminal);
    terminal.flush();
    exit.into()
}
