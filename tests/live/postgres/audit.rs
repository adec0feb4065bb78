//! Audit: for every rule a bad schema that is caught for the right reason, mended by the SQL that is printed, and a
//! corrected twin that is not. `UPDATE_EXPECT=1` writes the reasons anew.

use super::introspect::read;
use crate::{psql, servers};
use schemagen::audit::{Finding, RULES, Rule, Severity, audit_live, json, rule, sarif, text};
use schemagen::catalog::{Catalog, Statistics};
use schemagen::cli::audit::proved;
use schemagen::postgres::{Database, Scratch, run_script, statistics};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Roles belong to the server: two tests that go through all cases would make the same ones.
fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

fn cases() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/live/audit")
}

/// What is to be looked at.
struct Case {
    script: String,
    database: Database,
    found: Vec<Finding>,
}

/// The rule that a folder is about: `RULE` or `RULE--VARIANT`.
fn rule_of(folder: &str) -> &'static Rule {
    let name = folder.split("--").next().unwrap();
    rule(name).unwrap_or_else(|| panic!("tests/live/audit/{folder} is about no rule"))
}

impl Case {
    /// A new Supabase database with this script, and what the rule finds there.
    fn of(scratch: &Scratch, folder: &str, file: &str) -> Case {
        let script = std::fs::read_to_string(cases().join(folder).join(file)).unwrap();
        let database = scratch.supabase(rule_of(folder).name).unwrap();
        let superuser = script.lines().any(|line| line == "-- superuser");
        let mut client = if superuser { database.superuser() } else { database.client() }.unwrap();
        run_script(&mut client, "drop owned by maker; drop role maker").unwrap_or(());
        run_script(&mut client, &script).unwrap_or_else(|failure| panic!("{folder}/{file}: {failure}"));
        let mut found = everything(&database);
        found.retain(|finding| finding.rule == rule_of(folder).name);
        Case { script, database, found }
    }

    /// What the script says behind a word: `-- finds: table public.notes`.
    fn says(&self, word: &str) -> &str {
        self.script
            .lines()
            .find_map(|line| line.strip_prefix("-- ")?.strip_prefix(word)?.strip_prefix(": "))
            .unwrap_or("")
    }

    /// Runs the SQL that the findings print: what they still find, or find worse than before.
    fn left(&self) -> Vec<String> {
        let before = everything(&self.database);
        let mut client = self.database.superuser().unwrap();
        let fixes = self.found.iter().filter(|finding| !finding.fix.is_empty());
        let failures =
            fixes.filter_map(|finding| run_script(&mut client, &finding.fix).err()).map(|failure| failure.to_string());
        let failures: Vec<String> = failures.collect();
        let same = |left: &Finding, right: &Finding| left.rule == right.rule && left.object == right.object;
        let again = |finding: &Finding| self.found.iter().any(|old| !old.fix.is_empty() && same(old, finding));
        let worse =
            |finding: &Finding| finding.severity == Severity::Error && !before.iter().any(|old| same(old, finding));
        let after = everything(&self.database).into_iter().filter(|finding| again(finding) || worse(finding));
        failures.into_iter().chain(after.map(|finding| text(&[finding]))).collect()
    }

    /// Writes the reason into the script, to be read before it is committed.
    fn explain(&self, folder: &str) {
        let lines = self.script.lines().filter(|line| !line.starts_with("-- because: "));
        let why = self.found.first().map(|finding| format!("-- because: {}\n", finding.why)).unwrap_or_default();
        let script = lines.map(|line| {
            let after = if line.starts_with("-- finds: ") { why.as_str() } else { "" };
            format!("{line}\n{after}")
        });
        std::fs::write(cases().join(folder).join("bad.sql"), script.collect::<String>()).unwrap();
    }

    /// Rows to show a fault with.
    fn fill(&self, folder: &str) {
        let rows = std::fs::read_to_string(cases().join(folder).join("rows.sql")).unwrap_or_default();
        run_script(&mut self.database.superuser().unwrap(), &rows)
            .unwrap_or_else(|failure| panic!("{folder}: {failure}"));
    }
}

impl Drop for Case {
    /// Roles belong to the cluster.
    fn drop(&mut self) {
        let Ok(mut client) = self.database.superuser() else { return };
        for role in ["maker", "keeper"] {
            run_script(&mut client, &format!("drop owned by {role} cascade")).unwrap_or(());
            run_script(&mut client, &format!("drop role {role}")).unwrap_or(());
        }
    }
}

/// All findings in a live database.
pub fn everything(database: &Database) -> Vec<Finding> {
    let statistics = statistics(&mut database.superuser().unwrap()).unwrap_or_else(|failure| panic!("{failure}"));
    audit_live(&read(database), &statistics)
}

/// The cases that this server can show: some extensions are gone from newer ones.
fn folders(scratch: &Scratch) -> Vec<String> {
    let only = |folder: &String| {
        let script = std::fs::read_to_string(cases().join(folder).join("bad.sql")).unwrap();
        script.lines().find_map(|line| line.strip_prefix("-- only: ")?.parse::<u32>().ok())
    };
    let entries = std::fs::read_dir(cases()).unwrap().map(|entry| entry.unwrap());
    let folders = entries.filter(|entry| entry.path().is_dir());
    let mut folders: Vec<String> = folders.map(|entry| entry.file_name().into_string().unwrap()).collect();
    folders.sort();
    folders.retain(|folder| only(folder).is_none_or(|major| major == scratch.major()));
    folders
}

/// Caught where it is, for the reason that the script gives; what is printed mends it; the corrected twin is not caught.
#[test]
fn bad_schemas_are_caught_and_mended_and_good_ones_are_not() {
    let _alone = alone();
    let (mut wrong, mut fixes) = (Vec::new(), 0);
    for scratch in servers() {
        for folder in folders(scratch) {
            let case = Case::of(scratch, &folder, "bad.sql");
            let found: Vec<(&str, &str)> =
                case.found.iter().map(|finding| (finding.object.as_str(), finding.why.as_str())).collect();
            // what one server says otherwise than another has a line of its own
            let mut reasons = case.script.lines().filter_map(|line| line.strip_prefix("-- because: "));
            let why = found.first().and_then(|(_, why)| reasons.find(|reason| reason == why));
            let expected = (case.says("finds"), why.unwrap_or(case.says("because")));
            if std::env::var_os("UPDATE_EXPECT").is_some() && found.len() == 1 && found[0].0 == expected.0 {
                case.explain(&folder);
            } else if found != [expected] {
                wrong.push(format!("{folder}: bad.sql is to show {expected:?}, found {found:#?}"));
            }
            fixes += case.found.iter().filter(|finding| !finding.fix.is_empty()).count();
            wrong.extend(case.left().into_iter().map(|left| format!("{folder}: after the fix: {left}")));
            drop(case);
            let case = Case::of(scratch, &folder, "good.sql");
            if !case.found.is_empty() {
                wrong.push(format!("{folder}: good.sql: {}", text(&case.found)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(fixes > 60, "{fixes} fixes were printed");
}

#[test]
fn every_rule_has_a_case_and_a_page() {
    // a slot falls behind only when a disk is full: it has a test of its own
    let without: Vec<_> = RULES.iter().map(|rule| rule.name).filter(|name| !cases().join(name).is_dir()).collect();
    assert_eq!(without, ["abandoned-slot"]);
    for rule in RULES {
        assert!(rule.page.starts_with(&format!("# {}: {}\n", rule.name, rule.title)), "{}", rule.name);
        assert!(
            ["**What.**", "**Why.**", "**Instead.**", "**Proof.**"].iter().all(|part| rule.page.contains(part)),
            "{}",
            rule.name
        );
    }
}

#[test]
fn a_slot_that_nobody_reads_is_found() {
    let statistics = Statistics { abandoned_slots: vec!["old's".to_owned()], ..Statistics::default() };
    let found = audit_live(&Catalog::default(), &statistics);
    assert_eq!(found[0].fix, "select pg_drop_replication_slot('old''s');");
    assert!(audit_live(&Catalog::default(), &Statistics::default()).is_empty());
}

/// Every table of the case's own, with its rows.
fn contents(database: &Database) -> String {
    let query = "select string_agg(format('%s %s', table_name, query_to_xml(format('table %I.%I', table_schema, table_name), false, true, '')::text), ' '
        order by table_name) from information_schema.tables where table_schema in ('public', 'storage') and table_type = 'BASE TABLE'";
    psql(database, query)
}

/// Each fault that its page says can be shown is shown on the bad schema, and the same statement shows nothing on the
/// good one; of neither anything stays.
#[test]
fn faults_are_shown_and_nothing_stays() {
    let _alone = alone();
    let mut wrong = Vec::new();
    for scratch in servers() {
        for folder in folders(scratch) {
            let bad = Case::of(scratch, &folder, "bad.sql");
            let provable = !rule_of(&folder).page.contains("**Proof.** None:");
            bad.fill(&folder);
            let before = (read(&bad.database), contents(&bad.database));
            let shown = proved(bad.found.clone(), &mut bad.database.client().unwrap()).unwrap();
            assert!(before == (read(&bad.database), contents(&bad.database)), "{folder}: something stays");
            let all = shown.iter().all(|finding| finding.proved.as_ref().is_some_and(|proved| proved.shown));
            if all != provable {
                wrong.push(format!("PostgreSQL {}: bad.sql: {}", scratch.major(), text(&shown)));
            }
            let found = bad.found.clone();
            drop(bad);
            if provable {
                let good = Case::of(scratch, &folder, "good.sql");
                good.fill(&folder);
                let shown = proved(found, &mut good.database.client().unwrap());
                let shown = shown.unwrap_or_else(|failure| panic!("{folder}: {failure}"));
                if shown.iter().any(|finding| finding.proved.as_ref().is_some_and(|proved| proved.shown)) {
                    wrong.push(format!("PostgreSQL {}: good.sql: {}", scratch.major(), text(&shown)));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The command, on a database and on a model; the three formats have the proof.
#[test]
fn audit_proves_on_demand() {
    let case = Case::of(&servers()[0], "row-security-off", "bad.sql");
    let schemagen = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_schemagen")).arg("audit").args(arguments).output().unwrap();
        (output.status.code(), String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let (exit, found) = schemagen(&["--database", &case.database.url, "--prove"]);
    assert_eq!(exit, Some(1));
    assert!(found.contains("    shown, as anon and rolled back: select "), "{found}");
    let (_, found) = schemagen(&["--database", &case.database.url, "--prove", "--format", "json"]);
    let found: serde_json::Value = serde_json::from_str(&found).unwrap();
    let keys: Vec<&String> = found[0].as_object().unwrap().keys().collect();
    assert_eq!(keys, ["rule", "severity", "object", "why", "fix", "proof"]);
    let keys: Vec<&String> = found[0]["proof"].as_object().unwrap().keys().collect();
    assert_eq!(keys, ["role", "statement", "result", "shown"]);
    let (_, found) = schemagen(&["--database", &case.database.url, "--prove", "--format", "sarif"]);
    let found: serde_json::Value = serde_json::from_str(&found).unwrap();
    assert_eq!(found["runs"][0]["results"][0]["properties"]["proof"]["shown"], true);
    let (_, found) = schemagen(&["--database", &case.database.url, "--format", "json"]);
    assert!(serde_json::from_str::<serde_json::Value>(&found).unwrap()[0]["proof"].is_null());
    let model = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/saas-foundation/schema.yaml");
    assert_eq!(schemagen(&["-m", &model.display().to_string(), "--prove"]), (Some(0), String::new()));
}

#[test]
fn findings_are_written_in_three_ways() {
    let case = Case::of(&servers()[0], "row-security-off", "bad.sql");
    let found = &case.found;
    assert!(text(found).starts_with("error[row-security-off] table public.notes: "));
    assert_eq!(json(found)[0]["object"], "table public.notes");
    let sarif = sarif(found);
    assert_eq!(sarif["runs"][0]["results"][0]["ruleId"], "row-security-off");
    assert_eq!(sarif["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap().len(), RULES.len());
}

/// SARIF as its own types know it (`@types/sarif`, made from the schema of 2.1.0), a finding with a proof included.
#[test]
fn sarif_is_what_its_schema_says() {
    let case = Case::of(&servers()[0], "row-security-off", "bad.sql");
    let found = proved(case.found.clone(), &mut case.database.client().unwrap()).unwrap();
    let node = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/node/node_modules");
    let check = |log: &serde_json::Value| {
        let place = tempfile::tempdir().unwrap();
        let types = node.join("@types/sarif/index").display().to_string();
        let file = place.path().join("log.ts");
        std::fs::write(&file, format!("import type {{ Log }} from {types:?}\nexport const log: Log = {log:#}\n"))
            .unwrap();
        let mut checked = Command::new(node.join(".bin/tsc"));
        checked.args(["--strict", "--noEmit", "--module", "preserve"]).arg(&file).current_dir(place.path());
        let output = checked.output().unwrap();
        output.status.success().then_some(()).ok_or_else(|| String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let log = sarif(&found);
    check(&log).unwrap_or_else(|wrong| panic!("{wrong}\n{log:#}"));
    let mut other = log.clone();
    other["runs"][0]["results"][0]["level"] = "serious".into();
    assert!(check(&other).is_err(), "the types tell a wrong log from a right one");
}
