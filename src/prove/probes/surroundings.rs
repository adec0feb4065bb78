//! What surrounds the rows: privileges, sequences, helper functions, views, partitions, prepared statements.

mod functions;
mod privileges;
mod relations;

use super::Context;
use crate::catalog::View;
use crate::oracle::{Caller, Reason};
use crate::postgres::Failure;
use crate::prove::case::{Case, Findings, run};
use crate::prove::conditions::Answers;
use crate::prove::report::Mismatch;
use crate::prove::session::Session;

/// What is tried beside the tables.
#[derive(Default)]
pub struct Surroundings {
    questions: Vec<Question>,
    views: Vec<View>,
    prepared: Vec<(String, String)>,
    cases: Vec<Case>,
}

impl Surroundings {
    /// What is to be tried, with what must come of it.
    pub fn of(context: &Context, session: &mut Session, answers: &mut Answers) -> Result<Self, Failure> {
        let askers: Vec<Caller> = session.askers.iter().map(|asker| asker.caller.clone()).collect();
        let children = relations::children(context, session)?;
        let cases = answers
            .settle(session, |answers| relations::cases(context, &context.oracle(answers), &askers, &children))?;
        let questions = privileges::questions(context).into_iter().chain(functions::questions(context)).collect();
        let views = context.catalog.views.values().filter(|view| view.security_invoker).cloned().collect();
        Ok(Self { questions, views, prepared: relations::prepared(context), cases })
    }

    /// What the catalog shows, in one query.
    pub fn asked(&self, session: &mut Session) -> Result<Findings, Failure> {
        let one = |(place, question): (usize, &Question)| {
            format!("select array['{place}', found::text] from ({}) q(found) where found is not null", question.query)
        };
        let queries: Vec<String> = self.questions.iter().enumerate().map(one).collect();
        let mut findings = Findings::default();
        if queries.is_empty() {
            return Ok(findings);
        }
        for found in session.arrays(&queries.join(" union all "))? {
            let mut found = found.into_iter().flatten();
            let place = found.next().and_then(|place| place.parse::<usize>().ok());
            let question = place.and_then(|place| self.questions.get(place));
            findings.mismatches.extend(question.zip(found.next()).map(|(question, got)| question.mismatch(got)));
        }
        Ok(findings)
    }

    /// What callers are shown.
    pub fn tried(&self, session: &mut Session) -> Result<Findings, Failure> {
        let mut findings = Findings { mismatches: relations::views(&self.views, session)?, undecided: 0 };
        self.prepared.iter().try_for_each(|(_, prepare)| session.run(prepare))?;
        let more = run(session, &self.cases);
        self.prepared.iter().try_for_each(|(name, _)| session.run(&format!("deallocate {name}")))?;
        findings.add(more?);
        Ok(findings)
    }
}

/// A query that finds what should not be: each row a text.
pub struct Question {
    /// Of what.
    pub subject: String,
    /// What is looked at.
    pub action: &'static str,
    /// The query.
    pub query: String,
    /// How it should be.
    pub expected: &'static str,
}

impl Question {
    fn mismatch(&self, got: String) -> Mismatch {
        // Of many questions in one, the one that found it.
        let literal = crate::catalog::quote_literal(&got);
        let found = self.query.split(" union all ").find(|part| part.contains(&literal));
        Mismatch {
            caller: "anybody".to_owned(),
            table: self.subject.clone(),
            action: self.action.to_owned(),
            reproduce: found.unwrap_or(&self.query).to_owned(),
            row: String::new(),
            expected: self.expected.to_owned(),
            got,
            reason: Reason::fact(false, self.expected),
        }
    }
}
