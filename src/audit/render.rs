//! Findings as text, JSON and SARIF.

use super::{Finding, Proved, RULES};
use serde_json::{Value, json};

/// For people.
pub fn text(findings: &[Finding]) -> String {
    findings.iter().map(one).collect()
}

fn one(finding: &Finding) -> String {
    let fix: String = finding.fix.lines().map(|line| format!("    {line}\n")).collect();
    let shown = finding.proved.as_ref().map(shown).unwrap_or_default();
    format!("{}[{}] {}: {}\n{fix}{shown}", finding.severity.as_str(), finding.rule, finding.object, finding.why)
}

fn shown(proved: &Proved) -> String {
    let word = if proved.shown { "shown" } else { "not shown" };
    let result: String = proved.result.lines().map(|line| format!("      {line}\n")).collect();
    format!("    {word}, as {} and rolled back: {};\n{result}", proved.role, proved.statement)
}

/// For programs: a list of `{"rule", "severity", "object", "why", "fix", "proof"}`, where `proof` is null or
/// `{"role", "statement", "result", "shown"}`. Keys are added and never taken away or given another meaning.
pub fn json(findings: &[Finding]) -> Value {
    let one = |finding: &Finding| {
        json!({
            "rule": finding.rule, "severity": finding.severity.as_str(), "object": finding.object,
            "why": finding.why, "fix": finding.fix, "proof": finding.proved.as_ref().map(proof),
        })
    };
    Value::Array(findings.iter().map(one).collect())
}

fn proof(proved: &Proved) -> Value {
    json!({"role": proved.role, "statement": proved.statement, "result": proved.result, "shown": proved.shown})
}

/// SARIF 2.1.0. There is no file to point at: the object is a logical location.
pub fn sarif(findings: &[Finding]) -> Value {
    let rules: Vec<Value> = RULES
        .iter()
        .map(|rule| {
            json!({
                "id": rule.name, "shortDescription": {"text": rule.title}, "fullDescription": {"text": rule.page},
                "defaultConfiguration": {"level": rule.severity.as_str()},
            })
        })
        .collect();
    let results: Vec<Value> = findings
        .iter()
        .map(|finding| {
            json!({
                "ruleId": finding.rule, "level": finding.severity.as_str(),
                "message": {"text": format!("{}: {}", finding.object, finding.why)},
                "locations": [{"logicalLocations": [{"fullyQualifiedName": finding.object}]}],
                "properties": {"fix": finding.fix, "proof": finding.proved.as_ref().map(proof)},
            })
        })
        .collect();
    let driver = json!({"name": "schemagen", "version": env!("CARGO_PKG_VERSION"), "rules": rules});
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "results": results}],
    })
}
