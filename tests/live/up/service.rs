//! The service under `target: postgres`: it may do everything, with BYPASSRLS and without.

use super::{psql, servers};
use crate::postgres::applied_to;
use schemagen::audit::audit;
use schemagen::compile::{Compiled, compile};
use schemagen::diff::text;
use schemagen::postgres::{Database, Scope, Scratch, drift_on, introspect};
use schemagen::prove::{self, Options};
use schemagen::source::Sources;

/// Roles belong to the whole server, so each test has its own; triggers, a deny, a requirement and a partition hold callers back.
fn model(word: &str) -> Compiled {
    let mut sources = Sources::default();
    let text = include_str!("models/service.yaml").replace("WORD", word);
    sources.add("schema.yaml", text);
    let (compiled, findings) = compile(&sources);
    compiled.unwrap_or_else(|| panic!("{findings:#?}"))
}

const EVERYTHING: &str = "
    insert into public.people (name) values ('one'), ('two');
    insert into public.notes (person_id, status) values (1, 'draft'), (1, 'locked');
    update public.notes set person_id = 2;
    update public.notes set status = 'done' where status = 'locked';
    insert into public.events values ('2026-02-02');
    update public.events_one set at = '2026-03-03';
    select concat((select count(*) from public.notes where status = 'done'), (select count(*) from public.events_one));
    delete from public.notes; delete from public.events_one; delete from public.people";

/// The service's role gets all of it done.
fn all_done(database: &Database, word: &str) {
    let said = psql(database, &format!("set role {word}_service; {EVERYTHING}"));
    assert!(said.lines().any(|line| line == "11"), "{said}");
}

/// Where the database is not what the model says.
fn drift(database: &Database, compiled: &Compiled, server: &Scratch) -> String {
    text(&drift_on(server, &compiled.catalog, &mut database.superuser().unwrap()).unwrap())
}

/// Neither drift nor an audit finds anything.
fn settled(database: &Database, compiled: &Compiled, server: &Scratch) {
    assert_eq!(drift(database, compiled, server), "");
    let found = audit(&introspect(&mut database.superuser().unwrap(), &Scope::default()).unwrap());
    assert!(found.is_empty(), "{found:#?}");
}

/// Takes the roles away with what they have here.
fn forget(database: &Database, word: &str) {
    let body = format!(
        "declare name text; begin for name in select rolname from pg_roles where rolname like '{word}\\_%' loop
           execute format('reassign owned by %I to current_user; drop owned by %I; drop role %I', name, name, name);
         end loop; end"
    );
    database.superuser().unwrap().batch_execute(&format!("do $${body}$$")).unwrap();
}

#[test]
fn a_role_that_is_there_without_bypassrls_may_do_everything() {
    for server in servers() {
        let (database, compiled) = (server.database("service").unwrap(), model("there"));
        psql(&database, "create role there_user; create role there_service; grant there_user to there_service");
        applied_to(&database, &compiled);
        all_done(&database, "there");
        settled(&database, &compiled, server);
        let plan =
            psql(&database, "set role there_service; explain (costs off) select from public.people where id = 1");
        assert!(!plan.contains("Filter"), "{plan}");
        psql(&database, "grant there_service to there_anon");
        let found = drift(&database, &compiled, server);
        assert!(found.contains("role there_anon") && found.contains("+ there_service"), "{found}");
        forget(&database, "there");
    }
}

/// An owner as RDS and Cloud SQL have it.
#[test]
fn who_may_not_give_bypassrls_makes_the_role_without() {
    for server in servers() {
        let (mut database, compiled) = (server.database("service").unwrap(), model("given"));
        psql(&database, "create role given_deployer login createrole");
        psql(&database, &format!("alter database {} owner to given_deployer", database.name));
        let all = database.url.clone();
        database.url = format!("postgresql://given_deployer@{}", all.split_once('@').unwrap().1);
        applied_to(&database, &compiled);
        database.url = all;
        assert_eq!(psql(&database, "select rolbypassrls from pg_roles where rolname = 'given_service'"), "f");
        all_done(&database, "given");
        settled(&database, &compiled, server);
        forget(&database, "given");
    }
}

#[test]
fn a_superuser_gives_bypassrls_and_the_proof_does_without() {
    for server in servers() {
        let (database, compiled) = (server.database("service").unwrap(), model("super"));
        applied_to(&database, &compiled);
        assert_eq!(psql(&database, "select rolbypassrls from pg_roles where rolname = 'super_service'"), "t");
        all_done(&database, "super");
        settled(&database, &compiled, server);
        forget(&database, "super");
        let compiled = model("proved");
        let report = prove::verify_on(server, &compiled, &Options::default()).unwrap();
        assert!(report.is_clean(), "{}", report.text());
        let also = "drop policy notes_rw_service on public.notes";
        let report = prove::verify_on(server, &compiled, &Options { also: Some(also), ..Options::default() }).unwrap();
        assert!(report.mismatches.iter().any(|mismatch| mismatch.caller == "service"), "{}", report.text());
    }
}
