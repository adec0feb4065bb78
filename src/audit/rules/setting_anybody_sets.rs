//! Policies on session settings that callers can set.

use crate::audit::context::{expressions, names_caller, policy_on};
use crate::audit::sql::{calls, conditions, literal};
use crate::audit::{Context, Findings};
use crate::catalog::{Function, Policy, Returns, ddl};
use std::collections::{BTreeMap, BTreeSet};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    let mut believed: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut logins: BTreeMap<&str, (String, BTreeSet<String>)> = BTreeMap::new();
    for (table, policy) in context.all_policies() {
        for setting in settings(context, policy) {
            if is_of_request(&setting) && !is_secret(policy, &setting) {
                let why = format!("{setting} holds what the caller sends: he says himself who he is");
                found.add(policy_on(policy, table), why, "");
            }
            for role in policy.roles.iter().filter(|role| context.logs_in(role)) {
                let entry = logins.entry(role).or_insert_with(|| (policy_on(policy, table), BTreeSet::new()));
                entry.1.insert(setting.clone());
            }
            believed.entry(setting).or_default().insert(policy_on(policy, table));
        }
    }
    for (role, (policy, settings)) in logins {
        let settings: Vec<String> = settings.into_iter().collect();
        let why = format!(
            "it logs in itself: whoever runs SQL as it sets {} to what he likes, which the {policy} believes",
            settings.join(", ")
        );
        found.add(format!("role {role}"), why, format!("alter role {} nologin;", ddl::role(role)));
    }
    for (setting, policies) in believed {
        context.functions().for_each(|function| setter(context, function, &setting, &policies, found));
    }
}

/// The settings that a policy, or a function that it calls, reads.
fn settings(context: &Context<'_>, policy: &Policy) -> BTreeSet<String> {
    let direct = expressions(policy).flat_map(calls);
    let inside = |name: &str| context.function(name).map(|function| calls(&function.body)).unwrap_or_default();
    let all = direct.flat_map(|call| inside(&call.name).into_iter().chain([call]));
    let read = all.filter(|call| call.name.ends_with("current_setting"));
    read.filter_map(|call| literal(&call.arguments)).filter(|name| name.contains('.')).collect()
}

/// What an API server copies from the request.
fn is_of_request(setting: &str) -> bool {
    setting.starts_with("request.header") || setting.starts_with("request.cookie")
}

/// The setting is compared with what only a holder can know.
fn is_secret(policy: &Policy, setting: &str) -> bool {
    let secrets = ["token", "secret", "code", "hash", "key"];
    let mut parts = expressions(policy).flat_map(conditions).filter(|part| part.contains(setting));
    parts.all(|part| {
        let column = part.split_once(" = ").map_or("", |(left, _)| left).to_lowercase();
        secrets.iter().any(|secret| column.contains(secret))
    })
}

/// A function of callers that sets it to an argument, without asking who calls.
fn setter(
    context: &Context<'_>,
    function: &Function,
    setting: &str,
    policies: &BTreeSet<String>,
    found: &mut Findings,
) {
    let callers = context.holders(&function.name.name.schema, &function.grants, &["EXECUTE"]);
    let trigger = matches!(&function.returns, Returns::Type(name) if name == "trigger" || name == "event_trigger");
    let sets = calls(&function.body).iter().any(|call| {
        let name = call.arguments.split(',').next().unwrap_or_default();
        call.name.ends_with("set_config") && literal(name).is_none_or(|name| name == setting)
    });
    if !sets || trigger || callers.is_empty() || function.arguments.is_empty() || names_caller(&function.body) {
        return;
    }
    let first = policies.first().map(String::as_str).unwrap_or_default();
    let why = format!("{} may call it, and it sets {setting}, which the {first} believes", callers.join(", "));
    let fix =
        format!("revoke execute on routine {} from {};", function.name.sql(), crate::audit::context::listed(&callers));
    found.add(format!("function {}", function.name.sql()), why, fix);
}
