//! Policies.

use super::role;
use crate::catalog::{Policy, QualifiedName, quote_identifier};

/// `create policy jobs_read_own on public.jobs for select to authenticated using (…)`
pub fn create_policy(policy: &Policy, table: &QualifiedName) -> String {
    format!("create policy {} on {} {}", quote_identifier(&policy.name), table.sql(), policy_body(policy))
}

fn policy_body(policy: &Policy) -> String {
    let kind = if policy.restrictive { "as restrictive " } else { "" };
    let roles: Vec<String> = policy.roles.iter().map(|name| role(name)).collect();
    let to = if roles.is_empty() { "public".to_owned() } else { roles.join(", ") };
    let mut text = format!("{kind}for {} to {to}", policy.command.sql().to_ascii_lowercase());
    if let Some(using) = &policy.using {
        text.push_str(&format!("\n  using ({using})"));
    }
    if let Some(check) = &policy.check {
        text.push_str(&format!("\n  with check ({check})"));
    }
    text
}
