//! `expect:` — what the author says must be so.

use super::names::{invalid_word, unknown};
use super::scene::Scene;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Expectation, Principal, TableId, Verb};
use crate::spec::{Entries, ExpectSpec, Text};

/// Resolves all expectations.
pub(super) fn expect(scene: &Scene<'_>, principals: &[Principal], findings: &mut Vec<Diagnostic>) -> Vec<Expectation> {
    let one = |spec: &ExpectSpec| Expectation {
        caller: caller(principals, &spec.caller, findings),
        may: may(scene, &spec.may, findings),
        may_not: may(scene, &spec.may_not, findings),
        span: spec.span,
    };
    scene.spec.expect.iter().map(one).collect()
}

fn caller(principals: &[Principal], entries: &Entries<Text>, findings: &mut Vec<Diagnostic>) -> Vec<(String, String)> {
    for (name, _) in entries {
        let word = matches!(name.as_str(), "anonymous" | "signed_in" | "service");
        if !word && !principals.iter().any(|principal| principal.name == name.value) {
            let known = principals.iter().map(|principal| principal.name.as_str());
            let words = known.chain(["anonymous", "signed_in", "service"]);
            findings.push(unknown(Code::UnknownSubject, "principal", name, words));
        }
    }
    entries.iter().map(|(name, row)| (name.value.clone(), row.value.clone())).collect()
}

fn may(
    scene: &Scene<'_>,
    entries: &Entries<Entries<Vec<Text>>>,
    findings: &mut Vec<Diagnostic>,
) -> Vec<(Verb, TableId, String)> {
    let mut found = Vec::new();
    for (word, tables) in entries {
        let verb = match word.as_str() {
            "reads" => Verb::Read,
            "creates" => Verb::Create,
            "updates" => Verb::Update,
            "deletes" => Verb::Delete,
            _ => {
                findings.push(invalid_word("what is expected", word, &["reads", "creates", "updates", "deletes"]));
                continue;
            }
        };
        for (table, rows) in tables {
            let Some(table) = scene.table(table, findings) else { continue };
            found.extend(rows.iter().map(|row| (verb, table, row.value.clone())));
        }
    }
    found
}
