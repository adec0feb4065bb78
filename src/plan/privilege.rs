//! Privileges as statements.

use crate::catalog::{DefaultPrivilege, Grant, ddl};
use std::collections::{BTreeMap, BTreeSet};

/// What gives a role its privileges on an object.
pub fn grants(kind: &str, object: &str, role: &str, grants: &[Grant]) -> Vec<String> {
    let mut groups: BTreeMap<(Vec<String>, bool), BTreeSet<&str>> = BTreeMap::new();
    for grant in grants.iter().filter(|grant| grant.role == role) {
        groups.entry((grant.columns.clone(), grant.grant_option)).or_default().insert(&grant.privilege);
    }
    let statement = |((columns, option), privileges): ((Vec<String>, bool), BTreeSet<&str>)| {
        let columns = if columns.is_empty() { String::new() } else { format!(" ({})", ddl::names(&columns)) };
        let list: Vec<String> =
            privileges.into_iter().map(|privilege| format!("{}{columns}", privilege.to_ascii_lowercase())).collect();
        let option = if option { " with grant option" } else { "" };
        format!("grant {} on {kind} {object} to {}{option}", list.join(", "), ddl::role(role))
    };
    groups.into_iter().map(statement).collect()
}

/// Takes everything from a role, columns included.
pub fn revoke(kind: &str, object: &str, role: &str) -> String {
    format!("revoke all privileges on {kind} {object} from {}", ddl::role(role))
}

/// Takes from a new object what it has by default and is not to have: from everybody, and from the roles of default
/// privileges.
pub fn closing(
    defaults: &[DefaultPrivilege],
    kind: &str,
    object: &str,
    schema: &str,
    wanted: &[Grant],
) -> Option<String> {
    let objects = match kind {
        "table" => "TABLES",
        "sequence" => "SEQUENCES",
        "type" => "TYPES",
        "schema" => "SCHEMAS",
        _ => "FUNCTIONS",
    };
    // whoever makes objects keeps what is his
    let makes = |role: &str| defaults.iter().any(|default| default.owner == role);
    let here = |default: &&DefaultPrivilege| {
        !makes(&default.grant.role)
            && default.objects == objects
            && default.schema.as_ref().is_none_or(|other| other == schema)
    };
    let mut roles: BTreeSet<&str> = defaults.iter().filter(here).map(|default| default.grant.role.as_str()).collect();
    if matches!(objects, "TYPES" | "FUNCTIONS") && !wanted.iter().any(|grant| grant.role == "public") {
        roles.insert("public");
    }
    let roles: Vec<String> = roles.into_iter().map(ddl::role).collect();
    (!roles.is_empty()).then(|| format!("revoke all privileges on {kind} {object} from {}", roles.join(", ")))
}

/// `alter default privileges for role ana in schema app grant select on tables to reader`
pub fn default(default: &DefaultPrivilege, given: bool) -> String {
    let DefaultPrivilege { owner, schema, objects, grant } = default;
    let place = schema.as_ref().map(|schema| format!(" in schema {}", crate::catalog::quote_identifier(schema)));
    // a grant of nothing says that what everybody has by default was taken away
    let (privilege, given) = match (grant.privilege.as_str(), objects.as_str()) {
        ("", "TYPES") => ("usage".to_owned(), !given),
        ("", _) => ("execute".to_owned(), !given),
        (privilege, _) => (privilege.to_ascii_lowercase(), given),
    };
    let option = if given && grant.grant_option { " with grant option" } else { "" };
    let (word, to) = if given { ("grant", "to") } else { ("revoke", "from") };
    format!(
        "alter default privileges for role {}{} {word} {privilege} on {} {to} {}{option}",
        ddl::role(owner),
        place.unwrap_or_default(),
        objects.to_ascii_lowercase(),
        ddl::role(&grant.role)
    )
}
