//! What the tool says about a model or a database: coded, placed, all at once.

use crate::source::Span;

mod codes;
pub mod habits;
mod render;
mod suggest;

pub use codes::Code;
pub use render::{render, to_json};
pub use suggest::closest;

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is written and the exit code is 2. Of a lint: `build` writes, and the exit code is 1.
    Error,
    /// `check` exits 1.
    Warning,
    /// For information.
    Note,
}

impl Severity {
    /// `error`, `warning` or `note`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// A place and what is to be said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The very token.
    pub span: Span,
    /// A few words; empty where the message says it all.
    pub text: String,
}

/// One finding: a terse fact, its place, and an edit that its author can make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The code, with its page.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// A terse fact, lower case, without a full stop.
    pub message: String,
    /// The very token.
    pub primary: Label,
    /// Other places that explain it.
    pub related: Vec<Label>,
    /// An edit that the author can make; empty only where the message already is one.
    pub help: String,
}

impl Diagnostic {
    /// A finding with the code's own severity.
    pub fn new(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: code.severity(),
            message: message.into(),
            primary: Label { span, text: String::new() },
            related: Vec::new(),
            help: String::new(),
        }
    }

    /// Says what the marked token is.
    #[must_use]
    pub fn label(mut self, text: impl Into<String>) -> Self {
        self.primary.text = text.into();
        self
    }

    /// Adds another place.
    #[must_use]
    pub fn related(mut self, span: Span, text: impl Into<String>) -> Self {
        self.related.push(Label { span, text: text.into() });
        self
    }

    /// Says what to do.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help = text.into();
        self
    }
}
