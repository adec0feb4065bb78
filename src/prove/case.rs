//! A statement with what must come of it, and the judgement of what did.

use super::report::Mismatch;
use super::session::{Outcome, Probe, Session};
use crate::oracle::Reason;
use crate::postgres::Failure;
use std::collections::BTreeSet;

/// What must come of a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expect {
    /// It runs and touches so many rows.
    Touches(i64),
    /// It touches nothing, with or without an error.
    Nothing,
    /// It runs and touches so many rows, or it is refused as a whole: it changes on its way what its caller may.
    AllOrNothing(i64),
    /// What it gives, or what the look from outside gives, is exactly this set of keys.
    Exactly(BTreeSet<String>),
    /// What it gives is in this set.
    Within(BTreeSet<String>),
}

/// A statement of one caller.
#[derive(Debug, Clone)]
pub struct Case {
    /// Index of the caller.
    pub asker: usize,
    /// The table's name.
    pub table: String,
    /// What is done, in a word or two.
    pub action: &'static str,
    /// What a superuser does before it, to what stands in its way.
    pub before: Option<String>,
    /// The statement.
    pub statement: String,
    /// What looks at it from outside.
    pub after: Option<String>,
    /// It returns the keys itself.
    pub fetch: bool,
    /// What must come of it.
    pub expect: Expect,
    /// The row, shown.
    pub row: String,
    /// Why.
    pub reason: Reason,
    /// The same, a row at a time: run when the whole did not come out as it must.
    pub split: Vec<Case>,
}

/// What came of many cases.
#[derive(Debug, Clone, Default)]
pub struct Findings {
    /// What is wrong.
    pub mismatches: Vec<Mismatch>,
    /// Statements that a constraint ended before access was decided.
    pub undecided: usize,
}

impl Findings {
    /// These as well.
    pub fn add(&mut self, more: Findings) {
        self.mismatches.extend(more.mismatches);
        self.undecided += more.undecided;
    }

    /// Looks further only where nothing is wrong so far.
    pub fn or_else(&mut self, more: impl FnOnce() -> Result<Findings, Failure>) -> Result<(), Failure> {
        if self.mismatches.is_empty() {
            self.add(more()?);
        }
        Ok(())
    }
}

/// So many cases are run before it is looked whether one went wrong, or who is free.
pub const AT_ONCE: usize = 120;

/// Runs cases until some go wrong.
pub fn first_wrong(session: &mut Session, cases: &[Case]) -> Result<Findings, Failure> {
    let mut findings = Findings::default();
    for cases in cases.chunks(AT_ONCE) {
        findings.or_else(|| run(session, cases))?;
    }
    Ok(findings)
}

enum Judgement {
    Right,
    Undecided,
    /// One row's error may hide another row's success.
    Unclear,
    Wrong(String),
}

/// Runs cases; whatever is not as it must be in the whole is run again a row at a time.
pub fn run(session: &mut Session, cases: &[Case]) -> Result<Findings, Failure> {
    let mut findings = Findings::default();
    let mut again = Vec::new();
    let outcomes = session.probe(&cases.iter().map(probe).collect::<Vec<_>>())?;
    for (case, outcome) in cases.iter().zip(outcomes) {
        match judge(case, &outcome) {
            Judgement::Right => {}
            Judgement::Unclear | Judgement::Wrong(_) | Judgement::Undecided if !case.split.is_empty() => {
                again.extend(case.split.iter().cloned());
            }
            Judgement::Undecided | Judgement::Unclear => findings.undecided += 1,
            Judgement::Wrong(got) => findings.mismatches.push(mismatch(session, case, got)),
        }
    }
    if !again.is_empty() {
        findings.add(run(session, &again)?);
    }
    Ok(findings)
}

fn probe(case: &Case) -> Probe {
    Probe {
        asker: case.asker,
        before: case.before.clone(),
        statement: case.statement.clone(),
        fetch: case.fetch,
        after: case.after.clone(),
    }
}

fn judge(case: &Case, outcome: &Outcome) -> Judgement {
    let refused = outcome.message.starts_with("permission denied");
    match &case.expect {
        Expect::Touches(count) if outcome.state.is_none() && outcome.touched == *count => Judgement::Right,
        Expect::Touches(_) if outcome.is_constraint() => Judgement::Undecided,
        Expect::AllOrNothing(count) if outcome.state.is_some() || outcome.touched == *count => Judgement::Right,
        Expect::Nothing if outcome.state.is_none() && outcome.touched == 0 || refused => Judgement::Right,
        Expect::Nothing if outcome.state.is_some() && case.split.is_empty() => Judgement::Right,
        Expect::Nothing if outcome.state.is_some() => Judgement::Unclear,
        Expect::Exactly(keys) if outcome.state.is_some() && keys.is_empty() => Judgement::Right,
        Expect::Exactly(_) if outcome.is_constraint() => Judgement::Undecided,
        Expect::Exactly(keys) if outcome.state.is_none() && given(outcome) == *keys => Judgement::Right,
        Expect::Within(_) if outcome.state.is_some() => Judgement::Right,
        Expect::Within(keys) if given(outcome).is_subset(keys) => Judgement::Right,
        _ => Judgement::Wrong(said(outcome)),
    }
}

/// The keys that an outcome lists.
fn given(outcome: &Outcome) -> BTreeSet<String> {
    let listed = outcome.result.as_deref().and_then(|text| serde_json::from_str::<Vec<String>>(text).ok());
    listed.unwrap_or_default().into_iter().collect()
}

fn said(outcome: &Outcome) -> String {
    match (&outcome.state, &outcome.result) {
        (Some(state), _) => format!("error {state}: {}", outcome.message),
        (None, Some(result)) => result.clone(),
        (None, None) => format!("{} row(s)", outcome.touched),
    }
}

fn mismatch(session: &Session, case: &Case, got: String) -> Mismatch {
    let asker = &session.askers[case.asker];
    let expected = match &case.expect {
        Expect::Touches(count) => format!("{count} row(s)"),
        Expect::Nothing => "refused, or no row".to_owned(),
        Expect::AllOrNothing(count) => format!("{count} row(s), or refused"),
        Expect::Exactly(keys) => format!("exactly {}", list(keys)),
        Expect::Within(keys) => format!("nothing but {}", list(keys)),
    };
    Mismatch {
        caller: asker.caller.name.clone(),
        table: case.table.clone(),
        action: case.action.to_owned(),
        reproduce: format!("begin;\n{}{};\n{};\nrollback;", first(case), asker.setup, case.statement),
        row: case.row.clone(),
        expected,
        got,
        reason: case.reason.clone(),
    }
}

/// What is done before, for psql.
fn first(case: &Case) -> String {
    let replica = |sql: &String| {
        format!("set local session_replication_role = replica;\n{sql};\nset local session_replication_role = origin;\n")
    };
    case.before.as_ref().map(replica).unwrap_or_default()
}

fn list(keys: &BTreeSet<String>) -> String {
    if keys.is_empty() { "nothing".to_owned() } else { keys.iter().cloned().collect::<Vec<_>>().join(", ") }
}
