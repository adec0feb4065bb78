//! `explain TABLE --as PRINCIPAL --row ID` on live databases: `explain/questions.txt` has a question a line. The server is
//! asked the same each time, and must agree; where it is made to do something else, that is said.

use crate::examples::Example;
use crate::servers;
use schemagen::catalog::QualifiedName;
use schemagen::compile::{Compiled, compile};
use schemagen::postgres::{Database, Scratch};
use schemagen::prove::live::{Answer, Server, Who, explain};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn model(name: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let example = root.join("examples").join(name).join("schema.yaml");
    if example.is_file() { example } else { root.join("tests/models").join(name).join("schema.yaml") }
}

fn compiled(name: &str) -> Compiled {
    compile(&schemagen::source::load(&model(name)).0).0.unwrap()
}

fn filled(server: &Scratch, name: &str) -> Database {
    let example = Example::compile(name);
    let database = example.database(server);
    example.up(&database);
    example.run(&database, "data.sql");
    database
}

/// `{a3}` written out; `{A}` and `{invoice}` are an organization's id and an invoice's.
fn written_out(text: &str, database: &Database) -> String {
    let mut text = text.replace("{A}", "00000000-0000-4000-8000-00000000a000");
    if text.contains("{invoice}") {
        let row = database.superuser().unwrap().query_one("select id::text from public.invoices", &[]).unwrap();
        text = text.replace("{invoice}", row.get(0));
    }
    while let Some(start) = text.find('{') {
        let short = text[start + 1..start + 3].to_owned();
        text = text.replace(&format!("{{{short}}}"), &format!("00000000-0000-4000-8000-0000000000{short}"));
    }
    text
}

fn letters(answer: &Answer) -> String {
    let letter = |(letter, may): (char, bool)| if may { letter } else { '-' };
    "rcud".chars().zip(answer.verdicts.iter().map(|verdict| verdict.may)).map(letter).collect()
}

fn who(principal: &str) -> Who {
    Who { principal: principal.to_owned(), ..Who::default() }
}

fn ask(compiled: &Compiled, database: &Database, table: &str, who: &Who, row: &str) -> Answer {
    // As whoever owns the tables, which need not be a superuser.
    let mut client = database.client().unwrap();
    let table = QualifiedName::new("public", table);
    explain(&compiled.model, &mut client, &table, who, row)
        .unwrap_or_else(|failure| panic!("{table} {who:?}: {failure}"))
}

#[test]
fn every_question_is_answered_and_the_server_agrees() {
    let lines = std::fs::read_to_string("tests/live/explain/questions.txt").unwrap();
    let lines: Vec<Vec<&str>> = lines
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| line.split(" | ").collect())
        .collect();
    let mut wrong = Vec::new();
    for server in servers() {
        for name in ["creator-os", "membership"] {
            let (compiled, database) = (compiled(name), filled(server, name));
            for line in lines.iter().filter(|line| line[0] == name) {
                let of = |place: usize| written_out(line[place], &database);
                let answer = ask(&compiled, &database, line[1], &who(&of(2)), &of(3));
                let agreed = answer.verdicts.iter().all(|verdict| verdict.server == Server::Agrees);
                let said = answer.verdicts[0].reason.render().contains(&of(5));
                if letters(&answer) != line[4] || !agreed || !said {
                    wrong.push(format!("PostgreSQL {}: {}\n{}", server.major(), line.join(" | "), answer.text()));
                }
            }
        }
    }
    assert!(!lines.is_empty() && wrong.is_empty(), "{}", wrong.join("\n\n"));
}

fn schemagen(arguments: &[&str], database: &Database) -> Output {
    schemagen_of("creator-os", arguments, database)
}

fn schemagen_of(name: &str, arguments: &[&str], database: &Database) -> Output {
    Command::new(env!("CARGO_BIN_EXE_schemagen"))
        .args(["explain", "-m", &model(name).to_string_lossy()])
        .args(arguments)
        .env("SCHEMAGEN_DATABASE_URL", &database.url)
        .output()
        .unwrap()
}

/// Invoices are written by whoever signed in with a second factor: his token says so, and so must who asks for him.
#[test]
fn what_a_token_says_is_told_by_claims() {
    let server = &servers()[0];
    let (compiled, database) = (compiled("membership"), filled(server, "membership"));
    let row = written_out("{invoice}", &database);
    let owner = who(&written_out("user:{a1}", &database));
    let verified = serde_json::from_str(r#"{"aal": "aal2", "role": "service_role", "sub": "nobody"}"#).unwrap();
    for (who, letters_wanted) in [(owner.clone(), "r---"), (Who { claims: verified, ..owner.clone() }, "rcud")] {
        let answer = ask(&compiled, &database, "invoices", &who, &row);
        let agreed = answer.verdicts.iter().all(|verdict| verdict.server == Server::Agrees);
        assert!(letters(&answer) == letters_wanted && agreed, "{}", answer.text());
    }
    let asked = |more: &[&str]| {
        let question = ["invoices", "--as", &owner.principal, "--row", &row];
        let output = schemagen_of("membership", &[&question[..], more].concat(), &database);
        (output.status.code(), String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned())
    };
    let (code, said) = asked(&["--claims", r#"{"aal": "aal2"}"#]);
    assert!(code == Some(0) && said.contains("delete: yes, and the database does the same"), "{said}");
    for (more, word) in [(["--claims", "aal2"], "not a JSON object"), (["--setting", "aal=aal2"], "app.aal=aal2")] {
        let (code, said) = asked(&more);
        assert!(code == Some(2) && said.contains(word), "{said}");
    }
}

/// A database that does something else than the model is told by name, and by the exit code; nothing was changed.
#[test]
fn a_database_that_is_not_as_the_model_is_told() {
    for server in servers() {
        let database = filled(server, "creator-os");
        let question =
            ["contents", "--as", &written_out("mind:{b2}", &database), "--row", &written_out("{a5}", &database)]
                .map(str::to_owned);
        let question: Vec<&str> = question.iter().map(String::as_str).collect();
        let asked = schemagen(&question, &database);
        assert_eq!(asked.status.code(), Some(0), "{}", String::from_utf8_lossy(&asked.stderr));
        let count = "select count(*) from public.contents";
        let before: i64 = database.superuser().unwrap().query_one(count, &[]).unwrap().get(0);
        for (harm, verb) in [
            ("create policy p on public.contents for select to authenticated using (true)", "read"),
            ("create policy q on public.contents for delete to authenticated using (true)", "delete"),
            ("alter table public.contents disable row level security", "create"),
        ] {
            database.superuser().unwrap().batch_execute(harm).unwrap();
            let asked = schemagen(&[&question[..], &["--format", "json"]].concat(), &database);
            let answer: serde_json::Value = serde_json::from_slice(&asked.stdout).unwrap();
            let verdicts = answer["verdicts"].as_array().unwrap();
            let told = verdicts.iter().any(|found| found["verb"] == verb && found["server"]["said"] == "disagrees");
            assert!(asked.status.code() == Some(1) && told, "{harm}: {answer:#}");
        }
        let text = schemagen(&question, &database);
        assert!(String::from_utf8_lossy(&text.stdout).contains("THE DATABASE IS NOT AS THE MODEL"));
        let after: i64 = database.superuser().unwrap().query_one(count, &[]).unwrap().get(0);
        assert_eq!(before, after);
    }
}

#[test]
fn what_is_not_there_is_said_with_a_code() {
    let server = &servers()[0];
    let database = filled(server, "creator-os");
    let row = written_out("{a5}", &database);
    let absent = written_out("{99}", &database);
    let nobody = format!("user:{absent}");
    for (arguments, code, words) in [
        (vec!["contens", "--as", "anonymous", "--row", &row], "SG101", "did you mean `contents`"),
        (vec!["contents", "--as", "mint:1", "--row", &row], "SG105", "mind:ID"),
        (vec!["contents", "--as", &nobody, "--row", &row], "SG105", "auth.users"),
        (vec!["contents", "--as", "anonymous", "--row", &absent], "SG412", "has no row"),
        (vec!["content_tags", "--as", "anonymous", "--row", &row], "SG412", "content_id,tag_id"),
        (vec!["contents", "--as", "anonymous", "--row", "one"], "SG408", "uuid"),
    ] {
        let asked = schemagen(&arguments, &database);
        let said = String::from_utf8_lossy(&asked.stderr).into_owned();
        assert_eq!(asked.status.code(), Some(2), "{said}");
        assert!(said.contains(&format!("error[{code}]")) && said.contains(words), "{said}");
    }
    // A role that row security binds sees too little to answer.
    let url = database.url.clone();
    database
        .superuser()
        .unwrap()
        .batch_execute("create role bound login; grant select on public.contents to bound")
        .unwrap();
    let mut client = database.client_as("bound").unwrap();
    let table = QualifiedName::new("public", "contents");
    let refused = explain(&compiled("creator-os").model, &mut client, &table, &who("anonymous"), &row).unwrap_err();
    assert!(refused.to_string().contains("SG407") && refused.help.contains("owner"), "{refused} {url}");
    drop(client);
    database.superuser().unwrap().batch_execute("drop owned by bound; drop role bound").unwrap();
}
