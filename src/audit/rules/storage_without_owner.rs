//! Policies on storage by which callers change or delete whatever is in a bucket.

use crate::audit::context::{open_to, policy_on};
use crate::audit::sql::{is_always_true, mentions};
use crate::audit::{Context, Findings};
use crate::catalog::{PolicyCommand, QualifiedName};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    let Some(objects) = context.catalog.tables.get(&QualifiedName::new("storage", "objects")) else { return };
    let verbs = [
        (PolicyCommand::Update, "overwrites"),
        (PolicyCommand::Delete, "deletes"),
        (PolicyCommand::All, "overwrites and deletes"),
    ];
    for policy in context.policies(objects).filter(|policy| !policy.restrictive) {
        let verb = verbs.iter().find(|(command, _)| *command == policy.command);
        let using = policy.using.as_deref().unwrap_or_default();
        // that everything is let through is another finding
        let open = !is_always_true(using) && open_to(context, using) && mentions(using, "bucket_id");
        let narrowed = context.policies(objects).any(|other| {
            let covers = other.command == policy.command || other.command == PolicyCommand::All;
            other.restrictive && covers && other.using.as_deref().is_some_and(|text| !open_to(context, text))
        });
        if let Some((_, verb)) = verb.filter(|_| open && !narrowed) {
            let why = format!("{} {verb} everybody's files: it asks for the bucket and not who is calling", policy.roles.join(", "));
            found.add(policy_on(policy, objects), why, "");
        }
    }
}
