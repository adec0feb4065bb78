//! Where results and messages go: results to standard output, messages to standard error.

use super::Exit;
use crate::diagnostics::{Code, Diagnostic, Severity, render};
use crate::postgres::Failure;
use crate::source::Sources;
use indicatif::ProgressBar;
use std::io::{self, IsTerminal, Write};
use std::time::Duration;

/// The two streams and what they can show.
pub struct Terminal {
    out: Box<dyn Write>,
    err: Box<dyn Write>,
    /// Messages may be coloured.
    pub colour: bool,
    /// Progress may be shown.
    pub progress: bool,
}

impl Terminal {
    /// The process's own streams. Colour and progress only on a terminal, and no colour under NO_COLOR.
    pub fn process() -> Self {
        let terminal = io::stderr().is_terminal();
        let no_colour = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        Self {
            out: Box::new(io::BufWriter::new(io::stdout())),
            err: Box::new(io::stderr()),
            colour: terminal && !no_colour,
            progress: terminal,
        }
    }

    /// Two buffers, for tests.
    pub fn of(out: Box<dyn Write>, err: Box<dyn Write>) -> Self {
        Self { out, err, colour: false, progress: false }
    }

    /// Shows that work is under way, on a terminal, for as long as it takes.
    pub fn busy<T>(&self, what: &'static str, work: impl FnOnce() -> T) -> T {
        if !self.progress {
            return work();
        }
        let bar = ProgressBar::new_spinner();
        bar.set_message(what);
        bar.enable_steady_tick(Duration::from_millis(100));
        let result = work();
        bar.finish_and_clear();
        result
    }

    /// The same for work that says what it is at, step by step.
    pub fn steps<T>(&self, work: impl FnOnce(&dyn Fn(&str)) -> T) -> T {
        if !self.progress {
            return work(&|_| {});
        }
        let bar = ProgressBar::new_spinner();
        bar.enable_steady_tick(Duration::from_millis(100));
        let result = work(&|step| bar.set_message(step.to_owned()));
        bar.finish_and_clear();
        result
    }

    /// A line of the result. A closed pipe is the reader's choice and no error.
    pub fn result(&mut self, text: impl AsRef<str>) {
        let _ = writeln!(self.out, "{}", text.as_ref());
    }

    /// Text of the result, as it is.
    pub fn text(&mut self, text: impl AsRef<str>) {
        let _ = self.out.write_all(text.as_ref().as_bytes());
    }

    /// A message.
    pub fn message(&mut self, text: impl AsRef<str>) {
        let _ = self.out.flush();
        let _ = writeln!(self.err, "{}", text.as_ref());
    }

    /// Work that could not be done.
    pub fn failure(&mut self, failure: &Failure) -> Exit {
        self.message(failure.to_string());
        Exit::Failure
    }

    /// A file that could not be written.
    pub fn not_written(&mut self, place: impl std::fmt::Display, error: &io::Error) -> Exit {
        let failure = Failure::new(Code::FileNotWritten, format!("cannot write {place}: {error}"));
        self.failure(&failure.help("make the directory writable, or name another"))
    }

    /// Findings about a model, and how many there are of them.
    pub fn findings(&mut self, findings: &[Diagnostic], sources: &Sources) {
        let told = told(findings, sources, self.colour);
        self.told(&told);
    }

    /// The same, told already.
    pub fn told(&mut self, told: &[String]) {
        told.iter().for_each(|text| self.message(text));
    }

    /// Writes out what is still held back.
    pub fn flush(&mut self) {
        let _ = self.out.flush();
        let _ = self.err.flush();
    }
}

/// Findings about a model as they are shown, and how many there are of them.
pub fn told(findings: &[Diagnostic], sources: &Sources, colour: bool) -> Vec<String> {
    let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let shown = (!findings.is_empty()).then(|| render(findings, sources, colour).trim_end().to_owned());
    let counts =
        (errors + warnings > 0).then(|| format!("{}, {}", counted(errors, "error"), counted(warnings, "warning")));
    shown.into_iter().chain(counts).collect()
}

/// `1 error`, `2 errors`.
pub fn counted(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}
