//! `schemagen graph`: the model as a picture.

use super::{Exit, Terminal, model};
use crate::backends::graph;
use std::path::PathBuf;

/// Its arguments.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The model
    #[arg(short, long, default_value = "schema.yaml")]
    model: PathBuf,
    /// What to draw it with
    #[arg(long, default_value = "mermaid")]
    format: Format,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Format {
    /// Mermaid
    Mermaid,
    /// Graphviz
    Dot,
    /// A drawing of its own, for any browser
    Svg,
    /// The drawing in a page, with every table below it
    Html,
}

/// Prints the picture.
pub fn run(arguments: &Arguments, terminal: &mut Terminal) -> Exit {
    let Some((compiled, _)) = model::read_or_say(&arguments.model, terminal) else { return Exit::Failure };
    terminal.text(match arguments.format {
        Format::Mermaid => graph::mermaid(&compiled.catalog),
        Format::Dot => graph::dot(&compiled.catalog),
        Format::Svg => graph::svg(&compiled.catalog),
        Format::Html => graph::html(&compiled.catalog),
    });
    Exit::Clean
}
