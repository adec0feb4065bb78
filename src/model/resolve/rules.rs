//! `allow`, `deny`, `require`.

use super::names::unknown;
use super::scene::Scene;
use super::subjects::Callers;
use super::verbs::{can, given, verbs};
use crate::diagnostics::{Code, Diagnostic};
use crate::expression::Expression;
use crate::model::{Allow, Can, ColumnId, Deny, GroupId, Subject, TableId, Verb};
use crate::spec::{AllowSpec, DenySpec, RequireSpec, Text};
use std::collections::BTreeMap;

/// One of `allow:`.
pub(super) fn allow(
    scene: &Scene<'_>,
    callers: &Callers<'_>,
    table: TableId,
    spec: &AllowSpec,
    findings: &mut Vec<Diagnostic>,
) -> Allow {
    let when = spec.when.as_ref().map(|when| condition(scene, table, when, "when", findings));
    let becomes = spec.becomes.as_ref().map(|text| condition(scene, table, text, "becomes", findings));
    let through = spec.through.as_ref().and_then(|column| through(scene, table, column, findings));
    let mut to: Vec<Subject> =
        spec.to.iter().filter_map(|name| callers.subject(scene, table, name, findings)).collect();
    if spec.to.is_empty() && spec.through.is_none() {
        to.push(Subject::SignedIn);
    }
    if let (Some(column), Some(first)) = (&spec.through, spec.to.first()) {
        let finding = Diagnostic::new(Code::Contradiction, first.span, "a rule has both `to` and `through`");
        let finding = finding.related(column.span, "`through` says who it is");
        findings.push(finding.help("make two rules of it"));
    }
    let can = given(scene, table, &spec.can, findings);
    becomes_nothing(&can, spec.becomes.as_ref(), findings);
    Allow { can, to, becomes: becomes.or_else(|| when.clone()), when, through, span: spec.span }
}

/// Who only reads or deletes leaves no row that could become anything.
fn becomes_nothing(can: &Can, becomes: Option<&Text>, findings: &mut Vec<Diagnostic>) {
    let writes = can.contains_key(&Verb::Create) || can.contains_key(&Verb::Update);
    if let Some(becomes) = becomes.filter(|_| !writes && !can.is_empty()) {
        let message = "`becomes` is about the row as it will be, and this rule neither creates nor updates one";
        let finding = Diagnostic::new(Code::Contradiction, becomes.span, message);
        findings.push(finding.help("write it as `when`, or leave it out"));
    }
}

fn condition(
    scene: &Scene<'_>,
    table: TableId,
    text: &Text,
    place: &str,
    findings: &mut Vec<Diagnostic>,
) -> Expression {
    scene.row(table, text, place, findings)
}

fn through(scene: &Scene<'_>, table: TableId, column: &Text, findings: &mut Vec<Diagnostic>) -> Option<ColumnId> {
    let id = scene.column(table, column, findings)?;
    if scene.typed(table, id).reference.is_none() {
        let message = format!("`{}` refers to nothing, so nobody is let through it", column.value);
        let finding = Diagnostic::new(Code::InvalidReference, column.span, message);
        findings.push(finding.help("name a column that has `references`"));
        return None;
    }
    Some(id)
}

/// One of `deny:`.
pub(super) fn deny(scene: &Scene<'_>, table: TableId, spec: &DenySpec, findings: &mut Vec<Diagnostic>) -> Deny {
    let can = can(scene, table, &spec.can, findings);
    becomes_nothing(&can, spec.becomes.as_ref(), findings);
    Deny {
        can,
        when: spec.when.as_ref().map(|when| condition(scene, table, when, "when", findings)),
        becomes: spec.becomes.as_ref().map(|text| condition(scene, table, text, "becomes", findings)),
        span: spec.span,
    }
}

/// Groups by verb: the model's own, unless the table lifts them, and the table's.
pub(super) fn require(
    callers: &Callers<'_>,
    whole: Option<&RequireSpec>,
    own: Option<&RequireSpec>,
    findings: &mut Vec<Diagnostic>,
) -> BTreeMap<Verb, Vec<GroupId>> {
    let mut found: BTreeMap<Verb, Vec<GroupId>> = BTreeMap::new();
    let whole = if matches!(own, Some(RequireSpec::None(_))) { None } else { whole };
    for (spec, reported) in [(whole, false), (own, true)] {
        let Some(RequireSpec::Verbs(entries)) = spec else { continue };
        for (word, groups) in entries {
            // What is wrong with the model's own is said once, not for every table.
            let mut quiet = Vec::new();
            let findings = if reported { &mut *findings } else { &mut quiet };
            let groups: Vec<GroupId> = groups.iter().filter_map(|name| group(callers, name, findings)).collect();
            for verb in verbs(word, findings) {
                let all = found.entry(verb).or_default();
                all.extend(&groups);
                all.sort();
                all.dedup();
            }
        }
    }
    found
}

fn group(callers: &Callers<'_>, name: &Text, findings: &mut Vec<Diagnostic>) -> Option<GroupId> {
    let found = callers.group(name);
    if found.is_none() {
        findings.push(unknown(
            Code::UnknownSubject,
            "group",
            name,
            callers.groups.iter().map(|group| group.name.as_str()),
        ));
    }
    found
}
