//! How a fault is shown: a statement as the caller whom it lets in, in a transaction that is rolled back.

/// A statement that shows a fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// The database role that runs it.
    pub role: String,
    /// Who the caller says that he is.
    pub claims: Claims,
    /// Settings of the session.
    pub settings: Vec<(String, String)>,
    /// What happens before, as whoever is connected.
    pub prepare: Vec<String>,
    /// The statement; `{caller}` stands for the caller's id.
    pub statement: String,
    /// What must come of it.
    pub shown_by: Shown,
}

/// Who the caller says that he is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Claims {
    /// Signed in or not, without an id.
    Nobody,
    /// Somebody who owns nothing.
    Somebody,
    /// Whose id this query gives; without one there is nothing to show the fault with.
    Of(String),
}

/// What shows the fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    /// It runs.
    Success,
    /// The first value is true.
    True,
    /// It touches rows, or fails at a constraint: row security let it through.
    PastRowSecurity,
    /// It runs and touches no row.
    Untouched,
    /// It fails with this SQLSTATE.
    State(&'static str),
    /// The plan holds one of these words.
    Plan(Vec<String>),
}

/// What came of the statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It ran: rows touched or returned, and what it returned.
    Ran {
        /// How many.
        rows: u64,
        /// Values, a line a row.
        values: Vec<String>,
    },
    /// It was refused.
    Refused {
        /// SQLSTATE.
        state: String,
        /// The server's words.
        message: String,
    },
    /// There is nothing to try it with.
    Nothing,
}

/// A proof that was tried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proved {
    /// What was run.
    pub statement: String,
    /// As which role.
    pub role: String,
    /// What came of it, in words.
    pub result: String,
    /// It shows the fault.
    pub shown: bool,
}

impl Proof {
    /// A statement that shows the fault by running.
    pub fn new(role: &str, statement: impl Into<String>) -> Self {
        Self {
            role: role.to_owned(),
            claims: Claims::Somebody,
            settings: Vec::new(),
            prepare: Vec::new(),
            statement: statement.into(),
            shown_by: Shown::Success,
        }
    }

    /// The fault shows in something else.
    #[must_use]
    pub fn shown_by(mut self, shown: Shown) -> Self {
        self.shown_by = shown;
        self
    }

    /// The caller is somebody else.
    #[must_use]
    pub fn claims(mut self, claims: Claims) -> Self {
        self.claims = claims;
        self
    }

    /// What the outcome says.
    pub fn judge(&self, statement: String, outcome: &Outcome) -> Proved {
        let shown = match (outcome, &self.shown_by) {
            (Outcome::Ran { .. }, Shown::Success) => true,
            (Outcome::Ran { values, .. }, Shown::True) => values.first().is_some_and(|row| row.starts_with('t')),
            (Outcome::Ran { rows, .. }, Shown::PastRowSecurity) => *rows > 0,
            (Outcome::Ran { rows, .. }, Shown::Untouched) => *rows == 0,
            (Outcome::Ran { values, .. }, Shown::Plan(words)) => {
                values.iter().any(|line| words.iter().any(|word| line.contains(word)))
            }
            (Outcome::Refused { state, .. }, Shown::PastRowSecurity) => state.starts_with("23"),
            (Outcome::Refused { state, .. }, Shown::State(wanted)) => state == wanted,
            _ => false,
        };
        Proved { statement, role: self.role.clone(), result: outcome.to_string(), shown }
    }
}

impl std::fmt::Display for Outcome {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Ran { values, .. } if !values.is_empty() => out.write_str(&values.join("\n")),
            Self::Ran { rows, .. } => write!(out, "{rows} row{}", if *rows == 1 { "" } else { "s" }),
            Self::Refused { state, message } => write!(out, "{message} (SQLSTATE {state})"),
            Self::Nothing => out.write_str("no row to show it with"),
        }
    }
}
