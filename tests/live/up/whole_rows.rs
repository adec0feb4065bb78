//! Policies and conditions of triggers that hand the whole row to a function.

use super::{apply, assert_same, ledger, servers, tree_of, written};
use crate::psql;

const MODEL: &str = "schemagen: 1
target: supabase
tables:
  posts:
    policies: [{name: visible, for: select, to: authenticated, using: public.visible(posts)}]
    columns: {id: {type: uuid, primary_key: true, default: gen_random_uuid()}, draft: boolean}
    triggers:
      touched: {before: update, each: row, when: public.visible(new.*), call: touch}
functions:
  visible: {args: {p: posts}, returns: boolean, language: sql, volatility: stable, call: [signed_in], body: select not p.draft}
  touch: {returns: trigger, body: begin return new; end}
";

#[test]
fn they_converge_and_are_put_right() {
    let tree = tree_of(MODEL);
    for server in servers() {
        let database = server.supabase("rows").unwrap();
        apply(&database, &tree, "sql/up");
        let (entries, transactions) = (ledger(&database), written(&database));
        for forgotten in [false, true] {
            if forgotten {
                psql(&database, "truncate schemagen.settled");
            }
            assert_eq!(apply(&database, &tree, "sql/up"), "");
            assert_same(&written(&database), &transactions);
            assert_eq!(ledger(&database), entries);
        }
        assert!(apply(&database, &tree, "sql/tests").contains("ok: row security"));
        let looks = "select pg_get_expr(polqual, polrelid), pg_get_triggerdef(t.oid) ~ 'visible\\(new\\.\\*\\)' from pg_policy, pg_trigger as t
            where polname = 'visible' and tgname = 'touched'";
        psql(
            &database,
            "alter policy visible on public.posts using (true);
             create or replace trigger touched before update on public.posts for each row execute function public.touch()",
        );
        assert_eq!(psql(&database, looks), "true|f");
        let refused = std::panic::catch_unwind(|| apply(&database, &tree, "sql/tests")).unwrap_err();
        assert!(refused.downcast_ref::<String>().is_some_and(|text| text.contains("in 1 places")));
        apply(&database, &tree, "sql/up");
        assert_eq!(psql(&database, looks), "visible(posts.*)|t");
        assert!(apply(&database, &tree, "sql/tests").contains("ok: row security"));
    }
}
