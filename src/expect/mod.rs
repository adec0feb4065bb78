//! What must be so, told without a server: the author's `expect:` held against the oracle, over rows written in the model.

mod isolation;
mod offline;
mod told;
mod world;

pub use isolation::{Rows, Verdicts, isolation, rows, verdicts};
pub use offline::Offline;
pub use told::{Origin, id_origin, origins};
pub use world::{UNKNOWN, fixture};

use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Expectation, Expected, Model, PrincipalId, Verb};
use crate::oracle::{Caller, Oracle, Reason, Row, World};

/// Every expectation that the model does not meet. What only a server can decide is left to `verify`.
pub fn check(model: &Model) -> Vec<Diagnostic> {
    if model.expect.is_empty() {
        return Vec::new();
    }
    let fixture = fixture(model);
    let offline = Offline::new(model);
    let mut findings = Vec::new();
    for expectation in &model.expect {
        let caller = caller(model, expectation, &fixture.rows);
        let unmet = expectation.expected.iter().filter_map(|expected| {
            let row = fixture.row(model, expected)?;
            let ask = |caller: &Caller| reason(&Oracle::new(model, &fixture.world, &offline), caller, expected, row);
            let reason = offline.decide(&caller, &ask)?;
            (reason.holds != expected.may).then(|| finding(model, &caller, expected, &reason))
        });
        findings.extend(unmet);
    }
    findings
}

/// What the model says of an expected verb and row.
pub fn reason(oracle: &Oracle<'_>, caller: &Caller, expected: &Expected, row: &Row) -> Reason {
    match expected.verb {
        Verb::Create => oracle.may_insert(caller, expected.table, row, &[]),
        Verb::Delete => oracle.may_delete(caller, expected.table, row),
        verb => oracle.may(caller, verb, expected.table, row),
    }
}

/// Whoever an expectation is about, as the oracle knows him; `rows` are the rows of `given`.
pub fn caller(model: &Model, expectation: &Expectation, rows: &[Row]) -> Caller {
    let hints = &model.base.hints;
    let mut caller = Caller { name: name(expectation), role: hints.signed_in.clone(), ..Caller::default() };
    for (word, row) in &expectation.caller {
        match word.as_str() {
            "anonymous" => caller.role.clone_from(&hints.anonymous),
            "service" => caller.role.clone_from(&hints.service),
            _ => caller.ids.extend(id(model, word, row, rows)),
        }
    }
    caller
}

/// `mind A`, `anonymous`
pub fn name(expectation: &Expectation) -> String {
    let words = expectation.caller.iter().map(|(word, row)| format!("{word} {row}").trim().replace('_', " "));
    words.collect::<Vec<_>>().join(", ")
}

fn id(model: &Model, word: &str, row: &str, rows: &[Row]) -> Option<(PrincipalId, String)> {
    let place = model.principals.iter().position(|principal| principal.name == word)?;
    let table = model.table(model.principals[place].table);
    let given = model.given.iter().position(|given| given.table == table.id && given.name == row)?;
    let key = rows.get(given)?.get(*table.primary_key.first()?)?;
    Some((PrincipalId::new(place), key.to_owned()))
}

fn finding(model: &Model, caller: &Caller, expected: &Expected, reason: &Reason) -> Diagnostic {
    let table = &model.table(expected.table).name.name;
    let (may, does) = if expected.may { ("may", "does not let him") } else { ("may not", "lets him") };
    let (who, verb, row) = (&caller.name, expected.verb.word(), &expected.row);
    let message = format!("{who} {may} {verb} `{row}` of `{table}`, and the model {does}");
    let help = format!("change the rule or the expectation; what decides:\n{}", reason.render().trim_end());
    Diagnostic::new(Code::ExpectationFails, expected.span, message).label("expected here").help(help)
}

/// The rows of `given`, for the oracle.
#[derive(Debug, Clone, Default)]
pub struct Fixture {
    /// In the order of `model.given`.
    pub rows: Vec<Row>,
    /// The same by table.
    pub world: World,
}

impl Fixture {
    fn row(&self, model: &Model, expected: &Expected) -> Option<&Row> {
        let named = |row: &crate::model::GivenRow| row.table == expected.table && row.name == expected.row;
        self.rows.get(model.given.iter().position(named)?)
    }
}
