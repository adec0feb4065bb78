//! Audit: for every rule a bad schema that is caught for the right reason and a corrected twin that is not; and
//! nothing at all on what we compile ourselves.

use super::drift::{EXAMPLES, applied, example};
use super::introspect::read;
use crate::servers;
use schemagen::audit::{Finding, RULES, audit, json, sarif, text};
use schemagen::postgres::{Scratch, run_script};
use std::path::{Path, PathBuf};

fn cases() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/live/audit")
}

/// What the rule finds on a new Supabase database with this script.
fn findings(scratch: &Scratch, rule: &str, file: &str) -> (String, Vec<Finding>) {
    let script = std::fs::read_to_string(cases().join(rule).join(file)).unwrap();
    let database = scratch.supabase(rule).unwrap();
    let superuser = script.lines().any(|line| line == "-- superuser");
    let mut client = if superuser { database.superuser() } else { database.client() }.unwrap();
    run_script(&mut client, "drop owned by maker; drop role maker").unwrap_or(());
    run_script(&mut client, &script).unwrap_or_else(|failure| panic!("{rule}/{file}: {failure}"));
    let found = audit(&read(&database)).into_iter().filter(|finding| finding.rule == rule).collect();
    run_script(&mut client, "drop owned by maker, keeper cascade").unwrap_or(());
    for role in ["maker", "keeper"] {
        run_script(&mut client, &format!("drop owned by {role}; drop role {role}")).unwrap_or(());
    }
    (script, found)
}

#[test]
fn bad_schemas_are_caught_and_good_ones_are_not() {
    let mut wrong = Vec::new();
    for scratch in servers() {
        for rule in RULES.iter().filter(|rule| cases().join(rule.name).is_dir()) {
            let (script, found) = findings(scratch, rule.name, "bad.sql");
            let objects: Vec<&str> = found.iter().map(|finding| finding.object.as_str()).collect();
            let expected = script.lines().find_map(|line| line.strip_prefix("-- finds: ")).unwrap();
            if objects != [expected] {
                wrong.push(format!("{}: bad.sql is to show {expected}, found {objects:?}", rule.name));
            }
            let (_, found) = findings(scratch, rule.name, "good.sql");
            if !found.is_empty() {
                wrong.push(format!("{}: good.sql: {}", rule.name, text(&found)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_has_a_case() {
    // pg_graphql cannot be installed on a bare server
    let without: Vec<_> = RULES.iter().map(|rule| rule.name).filter(|name| !cases().join(name).is_dir()).collect();
    assert_eq!(without, ["graphql-exposed"]);
    for rule in RULES {
        assert!(rule.page.starts_with(&format!("# {}: {}\n", rule.name, rule.title)), "{}", rule.name);
        assert!(["**What.**", "**Why.**", "**Instead.**"].iter().all(|part| rule.page.contains(part)), "{}", rule.name);
    }
}

#[test]
fn nothing_is_found_in_what_we_compile() {
    for name in EXAMPLES {
        let compiled = example(name);
        let database = applied(&servers()[0], &compiled);
        let found = audit(&read(&database));
        assert!(found.is_empty(), "{name}:\n{}", text(&found));
    }
}

#[test]
fn findings_are_written_in_three_ways() {
    let (_, found) = findings(&servers()[0], "row-security-off", "bad.sql");
    assert!(text(&found).starts_with("error[row-security-off] table public.notes: "));
    assert_eq!(json(&found)[0]["object"], "table public.notes");
    let sarif = sarif(&found);
    assert_eq!(sarif["runs"][0]["results"][0]["ruleId"], "row-security-off");
    assert_eq!(sarif["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap().len(), RULES.len());
}
