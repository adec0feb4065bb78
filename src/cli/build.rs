//! `schemagen build`: compiles the model.

use super::terminal::{counted, told};
use super::{Exit, Terminal, model, watch};
use crate::catalog::Catalog;
use crate::concurrent::side_by_side;
use crate::diagnostics::{Code, Severity, closest};
use crate::output::{Difference, Failure, Outcome, Pending};
use crate::postgres;
use crate::source::Sources;
use std::path::PathBuf;

/// Its arguments.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The model
    #[arg(short, long, default_value = "schema.yaml")]
    pub model: PathBuf,
    /// The output directory
    #[arg(short, long, default_value = "generated")]
    pub out: PathBuf,
    /// Write nothing; show what differs and exit with 1
    #[arg(long)]
    pub check: bool,
    /// Build again whenever a file of the model changes
    #[arg(long, conflicts_with = "check")]
    pub watch: bool,
    /// Only these back ends
    #[arg(long, value_name = "NAME,…", value_delimiter = ',')]
    pub only: Vec<String>,
}

/// Runs it.
pub fn run(arguments: &Arguments, terminal: &mut Terminal) -> Exit {
    if let Some(unknown) = unknown_back_end(&arguments.only) {
        return terminal.failure(&unknown);
    }
    if arguments.watch { watch::run(arguments, terminal) } else { once(arguments, terminal) }
}

/// One build.
pub fn once(arguments: &Arguments, terminal: &mut Terminal) -> Exit {
    let loaded = model::read(&arguments.model);
    let Some(catalog) = loaded.compiled else {
        terminal.findings(&loaded.findings, &loaded.sources);
        return Exit::Failure;
    };
    let colour = terminal.colour;
    let (findings, pending) = side_by_side(
        || told(&loaded.findings, &loaded.sources, colour),
        || emitted(&catalog, &loaded.sources, arguments),
    );
    terminal.told(&findings);
    let ended = match (pending, arguments.check) {
        (Err(failure), _) => Err(failure),
        (Ok(pending), true) => pending.differences().map(|differences| show_differences(&differences, terminal)),
        (Ok(pending), false) => pending.finish().map(|outcome| say(&outcome, arguments, terminal)),
    };
    if !arguments.watch {
        // The process ends: to give the memory back piece by piece would take as long as to lower the model.
        std::mem::forget(catalog);
    }
    match ended {
        // What a lint holds to be wrong is written all the same, and not passed over in silence.
        Ok(Exit::Clean) if model::has(&loaded.findings, Severity::Error) => Exit::Finding,
        Ok(exit) => exit,
        Err(failure) => failed(&failure, terminal),
    }
}

/// The files, compared or put beside their places.
fn emitted(catalog: &Catalog, sources: &Sources, arguments: &Arguments) -> Result<Pending, Failure> {
    let fingerprints = model::fingerprints(sources, &arguments.model);
    let begin = if arguments.check { Pending::compare } else { Pending::write };
    let mut pending = begin(&arguments.out, model::back_ends(), fingerprints);
    model::emit(catalog, &arguments.model, &arguments.only, &mut pending)?;
    Ok(pending)
}

/// Says what could not be written, and why.
pub fn failed(failure: &Failure, terminal: &mut Terminal) -> Exit {
    match failure {
        Failure::File(path, error) => {
            terminal.not_written(path.display(), error);
        }
        Failure::Templates(faults) => faults.iter().for_each(|fault| {
            let failure = postgres::Failure::new(Code::TemplateBroken, fault);
            terminal.failure(&failure.help("mend the template, or remove it to have the built-in one"));
        }),
    }
    Exit::Failure
}

/// Shows each difference: a file that is missing by its name, any other as a unified diff from what is there to what
/// should be.
pub fn show_differences(differences: &[Difference], terminal: &mut Terminal) -> Exit {
    for difference in differences {
        let Some(found) = &difference.found else {
            terminal.result(format!("missing: {}", difference.path));
            continue;
        };
        let wanted = difference.wanted.as_deref();
        let target = if wanted.is_some() { difference.path.as_str() } else { "/dev/null" };
        let texts = similar::TextDiff::from_lines(found.as_str(), wanted.unwrap_or(""));
        terminal.text(texts.unified_diff().context_radius(3).header(&difference.path, target).to_string());
    }
    if differences.is_empty() {
        return Exit::Clean;
    }
    terminal.message(format!(
        "{} not as the model says: run `schemagen build`",
        counted(differences.len(), "generated file")
    ));
    Exit::Finding
}

fn say(outcome: &Outcome, arguments: &Arguments, terminal: &mut Terminal) -> Exit {
    for path in &outcome.kept {
        terminal.message(format!("kept {path}: no longer generated, but it was edited by hand"));
    }
    let removed =
        if outcome.removed.is_empty() { String::new() } else { format!(", {} removed", outcome.removed.len()) };
    let (written, unchanged) = (counted(outcome.written, "file"), outcome.unchanged);
    terminal.message(format!("{written} written, {unchanged} unchanged{removed} in {}", arguments.out.display()));
    Exit::Clean
}

fn unknown_back_end(only: &[String]) -> Option<postgres::Failure> {
    let known = model::back_ends();
    let unknown = only.iter().find(|name| !known.contains(&name.as_str()))?;
    let failure = postgres::Failure::new(Code::UnknownBackEnd, format!("there is no back end `{unknown}`"));
    let all = format!("use one of {}", known.join(", "));
    Some(failure.help(match closest(unknown, known) {
        Some(near) => format!("did you mean `{near}`?\n{all}"),
        None => all,
    }))
}
