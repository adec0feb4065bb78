//! Comparisons with the caller that a NULL satisfies.

use crate::audit::context::{expressions, policy_on};
use crate::audit::proofs;
use crate::audit::sql::{alternatives, bare};
use crate::audit::{Claims, Context, Findings, Proof, Shown};
use crate::catalog::{Policy, Table};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for (table, policy) in context.all_policies() {
        if expressions(policy).any(|text| not_distinct(context, text)) {
            let why = "IS NOT DISTINCT FROM lets a caller without an identity have the rows without an owner";
            found.add_shown(policy_on(policy, table), why, "", nobody(context, table, policy));
        } else if expressions(policy).any(|text| alternatives(text).iter().any(|part| is_nobody(context, part))) {
            found.add_shown(
                policy_on(policy, table),
                "it also holds for callers without an identity",
                "",
                nobody(context, table, policy),
            );
        }
    }
}

fn not_distinct(context: &Context<'_>, text: &str) -> bool {
    // printed as `NOT (a IS DISTINCT FROM b)`
    let upper = text.to_uppercase();
    let negated = |word: &str| word == " IS NOT DISTINCT FROM " || upper.contains("NOT (");
    [" IS NOT DISTINCT FROM ", " IS DISTINCT FROM "]
        .into_iter()
        .any(|word| negated(word) && may_both_be_null(&upper, word) && context.asks_who(text))
}

/// Neither side is written out: `'staff'` is never NULL.
fn may_both_be_null(text: &str, word: &str) -> bool {
    let mut sides = text.split(word).peekable();
    while let (Some(left), Some(right)) = (sides.next(), sides.peek()) {
        let last = left.rsplit('(').next().unwrap_or_default();
        if !last.trim_start().starts_with('\'') && !right.trim_start().starts_with('\'') {
            return true;
        }
    }
    false
}

/// `auth.uid() IS NULL`, `NOT (auth.uid() IS NOT NULL)`
fn is_nobody(context: &Context<'_>, part: &str) -> bool {
    let lower = part.to_lowercase();
    let inverted = lower.strip_prefix("not ").is_some_and(|rest| bare(rest).ends_with(" is not null"));
    (lower.ends_with(" is null") || inverted) && context.asks_who(part)
}

/// A caller without an id reads rows.
fn nobody(context: &Context<'_>, table: &Table, policy: &Policy) -> Option<Proof> {
    let role = proofs::policy_role(context, table, policy)?;
    let statement = format!("select count(*) > 0 as any, count(*) as rows from {}", table.name.sql());
    Some(Proof::new(role, statement).claims(Claims::Nobody).shown_by(Shown::True))
}

#[cfg(test)]
mod tests {
    use super::may_both_be_null;

    #[test]
    fn a_text_that_is_written_out_is_never_null() {
        let both = |text: &str| may_both_be_null(text, " IS DISTINCT FROM ");
        assert!(both("NOT (OWNER IS DISTINCT FROM AUTH.UID())"));
        assert!(both("NOT ((AUTH.JWT() ->> 'ROLE'::TEXT) IS DISTINCT FROM ROLE)"));
        assert!(!both("NOT ((AUTH.JWT() ->> 'ROLE'::TEXT) IS DISTINCT FROM 'STAFF'::TEXT)"));
        assert!(!both("NOT ('STAFF'::TEXT IS DISTINCT FROM AUTH.ROLE())"));
        assert!(both("NOT (A IS DISTINCT FROM 'X') AND NOT (B IS DISTINCT FROM AUTH.UID())"));
    }
}
