//! Public buckets whose files callers may list.

use crate::audit::context::{is_for, policy_on};
use crate::audit::sql::{alternatives, is_always_true, mentions};
use crate::audit::{Context, Findings, Proof, Shown, proofs};
use crate::catalog::{PolicyCommand, QualifiedName, quote_literal};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    let Some(objects) = context.catalog.tables.get(&QualifiedName::new("storage", "objects")) else { return };
    let reading =
        context.policies(objects).filter(|policy| !policy.restrictive && is_for(policy, PolicyCommand::Select));
    for policy in reading {
        let Some(using) = &policy.using else { continue };
        for bucket in &context.statistics.public_buckets {
            // nothing but the bucket is asked for
            let whole = |part: &String| {
                is_always_true(part)
                    || mentions(part, "bucket_id") && part.contains(&quote_literal(bucket)) && !part.contains(" AND ")
            };
            if alternatives(using).iter().any(whole) {
                let proof = proofs::policy_role(context, objects, policy).map(|role| {
                    let bucket = quote_literal(bucket);
                    let rows = format!("storage.objects where bucket_id = {bucket}");
                    Proof::new(role, format!("select count(*) > 0 as any, count(*) as rows from {rows}"))
                        .shown_by(Shown::True)
                });
                let why = format!(
                    "the bucket {bucket} is public, which needs no policy; this one lets callers list its files"
                );
                found.add_shown(policy_on(policy, objects), why, "", proof);
            }
        }
    }
}
