//! `verify` on the examples and the models for tests, on every server.

use crate::examples::Example;
use crate::servers;
use schemagen::backends::{self, Backend, sql::Sql};
use schemagen::compile::{Compiled, compile};
use schemagen::postgres::Database;
use schemagen::prove::{self, Options, Report};
use schemagen::source::load;
use std::path::{Path, PathBuf};

fn compiled(path: &Path) -> Compiled {
    let (sources, findings) = load(path);
    assert!(findings.is_empty(), "{findings:?}");
    compile(&sources).0.unwrap()
}

fn models(folder: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut found: Vec<PathBuf> =
        std::fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path().join("schema.yaml")).collect();
    found.retain(|path| path.is_file());
    found.sort();
    found
}

fn verify(path: &Path, also: Option<&str>) -> Vec<Report> {
    let compiled = compiled(path);
    let options = Options { also, ..Options::default() };
    servers().iter().map(|scratch| prove::verify_on(scratch, &compiled, &options).unwrap()).collect()
}

fn compiled_text(text: &str) -> Compiled {
    let mut sources = schemagen::source::Sources::default();
    sources.add("schema.yaml", text.to_owned());
    let (compiled, findings) = compile(&sources);
    compiled.unwrap_or_else(|| panic!("{findings:?}"))
}

/// What somebody else owns is there when the model is applied, in a schema that the model does not make as well; the rows of a
/// partition are its parent's.
#[test]
fn what_others_own_and_partitions_are_proved() {
    let models = [
        "schemagen: 1\ntarget: supabase\ntables:\n  stripe.customers: {managed: false, columns: {id: {type: text, primary_key: true}}}\n  \
         t: {owner: user_id, columns: {id: {type: uuid, primary_key: true, default: gen_random_uuid()}, user_id: {references: auth.users}, \
         customer: {references: stripe.customers?}}}",
        "schemagen: 1\ntarget: postgres\nschemas: {legacy: {}}\ntables:\n  legacy.x: {managed: false, columns: {id: {type: integer, primary_key: true}}}\n  \
         t: {access: shared, columns: {id: {type: integer, primary_key: true}, x: {references: legacy.x?}}}",
        "schemagen: 1\ntarget: supabase\ntables:\n  log: {access: shared, columns: {id: integer, k: text, what: text}, primary_key: [id, k], \
         partition_by: {list: [k]}}\n  log_a: {access: shared, partition_of: {table: log, bounds: {in: [a]}}, indexes: [[what]]}",
    ];
    for model in models {
        let compiled = compiled_text(model);
        for scratch in servers() {
            let report = prove::verify_on(scratch, &compiled, &Options::default()).unwrap();
            assert!(report.is_clean(), "{model}\n{}", report.text());
            let database = crate::postgres::drift::applied_beside_others(scratch, &compiled);
            let changes = schemagen::postgres::drift_on(scratch, &compiled.catalog, &mut database.client().unwrap());
            assert!(changes.unwrap().is_empty(), "{model}");
        }
    }
}

#[test]
fn the_examples_are_isolated() {
    for path in models("examples") {
        for report in verify(&path, None) {
            assert!(report.is_clean(), "{}\n{}", path.display(), report.text());
            assert!(report.probes > 500, "{}", report.text());
        }
    }
}

/// Models of what is hard: long ways up, several owners, members by expression. Each on one of the servers.
#[test]
fn the_models_for_tests_are_isolated() {
    for (place, name) in
        ["chains", "owners", "clubs", "membership", "carried", "types", "claims"].into_iter().enumerate()
    {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/models").join(name).join("schema.yaml");
        let scratch = &servers()[place % servers().len()];
        let report = prove::verify_on(scratch, &compiled(&path), &Options::default()).unwrap();
        assert!(report.is_clean() && report.gaps.is_empty(), "{name}\n{}", report.text());
    }
}

/// Every policy and privilege broken in every known way: seen, or shown to change nothing. `SCHEMAGEN_MUTATE=all` takes all
/// examples and the model of teams too, which is a matter of minutes.
#[test]
fn broken_protections_are_seen() {
    let all = std::env::var("SCHEMAGEN_MUTATE").is_ok_and(|which| which == "all");
    let mut paths = if all { models("examples") } else { vec![example("saas-foundation")] };
    let more: &[&str] = if all { &["membership", "carried"] } else { &[] };
    let models = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/models");
    paths.extend(more.iter().map(|model| models.join(model).join("schema.yaml")));
    for path in paths {
        let options = Options { mutate: true, ..Options::default() };
        let report = prove::verify_on(&servers()[0], &compiled(&path), &options).unwrap();
        assert!(report.is_clean(), "{}\n{}", path.display(), report.text());
        assert!(report.mutants.len() > 30, "{}", report.text());
        let caught = report.mutants.iter().filter(|mutant| mutant.verdict.starts_with("caught")).count();
        assert!(caught * 2 > report.mutants.len(), "{}", report.text());
        println!("{}: {} mutants, {caught} of them caught", path.display(), report.mutants.len());
    }
}

/// What is wrong, as `table: action`, once each.
fn wrong(report: &Report) -> std::collections::BTreeSet<String> {
    report.mismatches.iter().map(|mismatch| format!("{}: {}", mismatch.table, mismatch.action)).collect()
}

fn source(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/live/sources").join(name);
    std::fs::read_to_string(path).unwrap()
}

fn example(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name).join("schema.yaml")
}

/// "Limited fields", and nothing limits them; a job's result is anybody's to write; TRUNCATE passes row security by.
#[test]
fn the_saas_foundations_own_policies_are_found_wanting() {
    for report in verify(&example("saas-foundation"), Some(&source("002.sql"))) {
        let found = wrong(&report);
        assert!(found.contains("public.users: update"), "{found:?}");
        assert!(found.contains("public.jobs: insert"), "{found:?}");
        assert!(found.contains("public.users: privileges"), "{found:?}");
        let tier = report
            .mismatches
            .iter()
            .any(|mismatch| mismatch.reproduce.contains("update public.users set subscription_tier"));
        assert!(tier, "{}", report.text());
        // Without TO, its policies also give to an anonymous caller whose token has an id.
        let read =
            |mismatch: &&prove::Mismatch| mismatch.action == "select" && !mismatch.caller.starts_with("anonymous");
        assert_eq!(report.mismatches.iter().find(read), None, "reading is right for who is signed in");
    }
}

/// Every table is read by a sub-select of all its rows; the persona still reads what was deleted.
#[test]
fn creator_os_own_policies_are_found_wanting() {
    for report in verify(&example("creator-os"), Some(&source("000.sql"))) {
        let found = wrong(&report);
        assert!(found.contains("public.content_projects: select"), "{found:?}");
        for table in ["contents", "content_tags", "content_minds", "audience_profiles"] {
            let slow =
                report.steps.iter().any(|step| !step.holds && step.name.starts_with(&format!("public.{table} ")));
            assert!(slow, "{table}\n{}", report.text());
        }
    }
}

/// The expectations of the root model hold; with a policy that lets everybody read, the author's word is broken, by name.
#[test]
fn what_the_author_expects_is_put_to_the_server() {
    let compiled = compiled(&example("creator-os"));
    for scratch in servers() {
        let holds = |report: &Report| {
            let step = report.steps.iter().find(|step| step.name.ends_with("expectations of the model hold"));
            step.unwrap_or_else(|| panic!("{}", report.text())).holds
        };
        assert!(holds(&prove::verify_on(scratch, &compiled, &Options::default()).unwrap()));
        for (harm, caller, action, row) in [
            ("alter policy contents_rw_by_project on public.contents using (true)", "mind bob", "read", "outline"),
            ("drop policy contents_read_published on public.contents", "mind bob", "read", "lesson"),
            ("alter table public.content_projects disable row level security", "mind eve", "update", "course"),
            ("revoke delete on public.content_tags from authenticated", "mind ann", "delete", "topic"),
        ] {
            let options = Options { also: Some(harm), ..Options::default() };
            let report = prove::verify_on(scratch, &compiled, &options).unwrap();
            let told = |mismatch: &prove::Mismatch| {
                mismatch.caller == caller
                    && mismatch.action == format!("expected: {action}")
                    && mismatch.row.starts_with(row)
            };
            assert!(report.mismatches.iter().any(told) && !holds(&report), "{harm}\n{}", report.text());
        }
    }
}

/// While `up` makes functions, what they name may still be to come; the proof has PostgreSQL look at them afterwards.
#[test]
fn bodies_that_cannot_run_are_told() {
    const MODEL: &str = "\
schemagen: 1
tables: {notes: {access: internal, columns: {id: {type: integer, primary_key: true}}}}
functions:
  sound: {returns: bigint, language: sql, body: select count(*) from public.notes}
  no_operator: {returns: boolean, language: sql, body: \"select 'a'::text % 'b'::text\"}
  no_end: {returns: void, body: begin perform 1}
  own_path: {returns: bigint, language: sql, search_path: public, body: select count(*) from notes}
";
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("schema.yaml");
    std::fs::write(&path, MODEL).unwrap();
    for report in verify(&path, None) {
        let step = report.steps.iter().find(|step| step.name.starts_with("bodies")).unwrap();
        let told = |name: &str| step.detail.contains(&format!("public.{name}()"));
        assert!(!step.holds && told("no_operator") && told("no_end"), "{}", report.text());
        assert!(!told("sound") && !told("own_path"), "{}", report.text());
    }
    let tree = Sql.emit(&compiled(&path).catalog, &backends::Options::default());
    for server in servers() {
        let said = crate::apply(&server.database("bodies").unwrap(), &tree, "sql/up");
        let warned: Vec<&str> = said.lines().filter(|line| line.contains("cannot run")).collect();
        assert!(warned.len() == 2 && warned.iter().all(|line| line.contains("WARNING:  public.no_")), "{said}");
    }
}

/// What a mismatch gives to reproduce it does: in psql, beside the fixture's rows, it comes out otherwise than on what we emit.
#[test]
fn a_mismatch_is_reproduced_in_psql() {
    const HARM: &str =
        "create policy harm on app.folders to app_user using (true); grant truncate on app.remarks to app_user";
    let scratch = &servers()[0];
    let example = Example::compile("carried");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/models/carried/schema.yaml");
    let report =
        prove::verify_on(scratch, &compiled(&path), &Options { also: Some(HARM), ..Options::default() }).unwrap();
    let [sound, harmed] = ["", HARM].map(|harm| {
        let database = example.database(scratch);
        example.up(&database);
        let mut client = database.superuser().unwrap();
        client.batch_execute(&format!("{harm}; {}", report.fixture.join("; "))).unwrap();
        database
    });
    let said = |database: &Database, sql: &str| {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), sql).unwrap();
        let output = std::process::Command::new("psql")
            .args(["-XAt", "-d", &database.url, "-f"])
            .arg(file.path())
            .output()
            .unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    for action in ["select", "update", "delete", "privileges"] {
        let of_action = |mismatch: &&prove::Mismatch| mismatch.action == action;
        let mismatch =
            report.mismatches.iter().find(of_action).unwrap_or_else(|| panic!("{action}\n{}", report.text()));
        assert!(!mismatch.reason.text.is_empty() && mismatch.expected != mismatch.got, "{}", mismatch.text());
        let (right, wrong) = (said(&sound, &mismatch.reproduce), said(&harmed, &mismatch.reproduce));
        assert_ne!(right, wrong, "{}", mismatch.text());
    }
    assert!(report.text().contains("To see it in psql"));
}

/// The keys of `--format json`, as docs/live.md lists them.
#[test]
fn the_json_has_the_keys_that_are_documented() {
    let report = serde_json::to_value(Report::default()).unwrap();
    let documented = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/live.md")).unwrap();
    let proof = documented.split("## The proof").nth(1).unwrap().split("\n## ").next().unwrap();
    let cells = proof.lines().filter_map(|line| line.strip_prefix("| `")?.split(" |").next());
    let mut keys: Vec<&str> = cells.flat_map(|cell| cell.split(", ")).map(|key| key.trim_matches('`')).collect();
    keys.sort_unstable();
    let mut given: Vec<&str> = report.as_object().unwrap().keys().map(String::as_str).collect();
    given.sort_unstable();
    assert_eq!(keys, given);
    let mismatch = serde_json::to_value(prove::Mismatch {
        caller: String::new(),
        table: String::new(),
        action: String::new(),
        reproduce: String::new(),
        row: String::new(),
        expected: String::new(),
        got: String::new(),
        reason: schemagen::oracle::Reason::default(),
    });
    for key in mismatch.unwrap().as_object().unwrap().keys() {
        assert!(proof.contains(&format!("\"{key}\"")), "{key}");
    }
}

/// A role of the model's own that Supabase does not let into schema auth, at a guard that asks for the token.
#[test]
fn roles_of_the_model_pass_guards_that_ask_who_is_calling() {
    let mut sources = schemagen::source::Sources::default();
    let text = "schemagen: 1\ntarget: supabase\nroles: {robot: proof_robot}\ntables:\n  docs:\n    owner: user_id\n    allow:\n      - {can: [read, {update: [status]}], to: proof_robot, when: \"auth.jwt() ->> 'bot' = bot\"}\n    columns:\n      id: {type: bigint, identity: by_default, primary_key: true}\n      user_id: {references: auth.users}\n      bot: text\n      status: {type: text, default: draft}\n      title: {type: text, default: ''}\n";
    sources.add("schema.yaml", text.to_owned());
    let (compiled, findings) = compile(&sources);
    let compiled = compiled.unwrap_or_else(|| panic!("{findings:?}"));
    for scratch in servers() {
        let report = prove::verify_on(scratch, &compiled, &Options::default()).unwrap();
        assert!(report.is_clean(), "{}", report.text());
        // where the guard cannot be asked, what the model gives fails
        let also = Some("revoke usage on schema private from proof_robot");
        let report = prove::verify_on(scratch, &compiled, &Options { also, ..Options::default() }).unwrap();
        let failed = |mismatch: &prove::Mismatch| {
            mismatch.action == "update" && mismatch.caller.starts_with("role proof_robot with bot")
        };
        assert!(report.mismatches.iter().any(failed), "{}", report.text());
    }
}
