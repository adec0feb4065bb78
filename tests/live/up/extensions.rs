//! Functions, operators, operator classes and types of extensions.

use super::{compiled, written};
use crate::{apply, as_user, psql, servers, user};

fn psql_as_superuser(database: &schemagen::postgres::Database, sql: &str) {
    database.superuser().unwrap().batch_execute(sql).unwrap();
}

#[test]
fn what_extensions_bring_is_found() {
    let model = compiled("extensions");
    for server in servers() {
        let database = server.supabase("extensions").unwrap();
        // Supabase lets `postgres` make it; of a plain server only a superuser may.
        psql_as_superuser(&database, "create extension moddatetime with schema extensions");
        apply(&database, &model, "sql/up");
        let before = written(&database);
        apply(&database, &model, "sql/up");
        assert_eq!(written(&database), before);
        // Upper case passes the check of a citext, and is what the rule asks for.
        psql(
            &database,
            "insert into public.pages (slug, kind, author) values ('WELCOME', 'Open', 'A@Example.org'), ('other', 'open', 'b@example.org')",
        );
        psql(
            &database,
            "insert into public.pages (slug, kind, author, path) values ('news', 'closed', 'c@example.org', 'top.news.today')",
        );
        let mut client = database.client().unwrap();
        let seen = |client: &mut _, role: &str, claims: &str| -> Vec<String> {
            as_user(client, role, claims, |transaction| {
                let rows = transaction.query("select slug::text from public.pages order by 1", &[]).unwrap();
                rows.iter().map(|row| row.get(0)).collect()
            })
        };
        let somebody = user("11111111-1111-1111-1111-111111111111");
        assert_eq!(seen(&mut client, "authenticated", &somebody), ["WELCOME", "news"]);
        assert_eq!(seen(&mut client, "anon", ""), ["news"]);
        assert_eq!(psql(&database, "select slug from public.welcomes"), "WELCOME");
        let refused = "insert into public.pages (slug, kind, author) values ('told', 'TOLD', 'd@example.org')";
        let why = client.batch_execute(refused).unwrap_err();
        assert_eq!(why.code(), Some(&::postgres::error::SqlState::CHECK_VIOLATION), "{why}");
        apply(&database, &model, "sql/down");
        apply(&database, &model, "sql/up");
        assert_eq!(psql(&database, "select count(*) from public.pages"), "3");
    }
}
