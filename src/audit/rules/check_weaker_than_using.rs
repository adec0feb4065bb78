//! UPDATE policies that test the old row and not the new one.

use crate::audit::context::{is_for, policy_on};
use crate::audit::proofs;
use crate::audit::sql::is_always_true;
use crate::audit::{Context, Findings, Proof, Shown};
use crate::catalog::{Policy, PolicyCommand, Table, quote_identifier};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    let updates =
        context.all_policies().filter(|(_, policy)| is_for(policy, PolicyCommand::Update) && !policy.restrictive);
    for (table, policy) in updates {
        let (Some(using), Some(check)) = (&policy.using, &policy.check) else { continue };
        let narrow = !is_always_true(using) && context.asks_who(using);
        if narrow && !context.asks_who(check) {
            let fix = format!(
                "alter policy {} on {} with check ({using});",
                crate::catalog::quote_identifier(&policy.name),
                table.name.sql()
            );
            found.add_shown(
                policy_on(policy, table),
                "USING asks who is calling, WITH CHECK does not: a row can be moved to another owner",
                fix,
                stolen(context, table, policy),
            );
        }
    }
}

/// The owner of a row gives it to somebody.
fn stolen(context: &Context<'_>, table: &Table, policy: &Policy) -> Option<Proof> {
    let column = quote_identifier(&proofs::owner_column(context, table, policy)?.name);
    let statement = format!("update {} set {column} = pg_catalog.gen_random_uuid()", table.name.sql());
    proofs::by_an_owner(context, table, policy, statement).map(|proof| proof.shown_by(Shown::PastRowSecurity))
}
