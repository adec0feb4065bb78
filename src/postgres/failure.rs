//! What can go wrong with a server, in our own words: never a driver's text, never a password.

use crate::catalog::Place;
use crate::diagnostics::Code;

/// Work with a server that could not be done: a fact and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// The code, with its page.
    pub code: Code,
    /// A terse fact, lower case, without a full stop.
    pub message: String,
    /// What to do; may have several lines.
    pub help: String,
    /// What the statement that the server refused was of, where that is known.
    pub place: Option<Box<Place>>,
}

impl Failure {
    /// A failure with nothing to advise yet.
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), help: String::new(), place: None }
    }

    /// Says what to do.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help = text.into();
        self
    }

    /// A statement that the server refused.
    pub fn statement(error: &postgres::Error, doing: &str) -> Self {
        let Some(answer) = error.as_db_error() else {
            return Self::new(Code::ConnectionLost, format!("the connection broke while {doing}"))
                .help("run the command again; the server's log says why it hung up");
        };
        let message = format!("{doing}: {} (SQLSTATE {})", answer.message(), answer.code().code());
        let (code, advice) = match answer.code().code() {
            "42501" => (Code::MissingPrivilege, None),
            "57P01" | "57P02" | "57P03" => (
                Code::ConnectionLost,
                Some("somebody ended the session, or the server shuts down: run the command again when it is up"),
            ),
            "57014" => (
                Code::StatementFailed,
                Some("let it take its time: PGOPTIONS='-c statement_timeout=0', or as the role's setting"),
            ),
            "55P03" => (Code::StatementFailed, Some("something else holds a lock on it: run the command again")),
            _ => (Code::StatementFailed, None),
        };
        let context = [answer.detail(), answer.hint(), answer.where_(), advice];
        Self::new(code, message).help(context.into_iter().flatten().collect::<Vec<_>>().join("\n"))
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "error[{}]: {}", self.code, self.message)?;
        self.help.lines().try_for_each(|line| write!(out, "\n  help: {line}"))
    }
}

impl std::error::Error for Failure {}
