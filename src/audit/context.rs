//! What every rule needs to know: who reaches what.

use super::sql::{alternatives, calls};
use crate::catalog::{Catalog, Function, Grant, Policy, PolicyCommand, QualifiedName, Statistics, Table};
use std::collections::BTreeSet;

/// A catalog and what follows from it.
pub struct Context<'a> {
    /// The catalog.
    pub catalog: &'a Catalog,
    /// How the database is used; nothing of a model.
    pub statistics: &'a Statistics,
    api_roles: BTreeSet<&'a str>,
}

/// Schemas that a platform owns: its tables are not ours to judge.
const PLATFORM: &[&str] = &[
    "auth",
    "cron",
    "extensions",
    "graphql",
    "graphql_public",
    "net",
    "pgbouncer",
    "pgmq",
    "pgsodium",
    "pgsodium_masks",
    "realtime",
    "storage",
    "supabase_functions",
    "supabase_migrations",
    "vault",
];

/// Roles that run things; callers never have them.
const OPERATORS: &[&str] = &["authenticator", "dashboard_user", "pgbouncer", "postgres"];

/// Names of this many bytes were cut.
const LONGEST_NAME: usize = 63;

/// What a caller does to rows.
pub const ROW_PRIVILEGES: &[&str] = &["SELECT", "INSERT", "UPDATE", "DELETE"];

impl<'a> Context<'a> {
    /// Works out who the callers are: roles that row security applies to and that own nothing.
    pub fn new(catalog: &'a Catalog, statistics: &'a Statistics) -> Self {
        let owners: BTreeSet<&str> = catalog.tables.values().map(|table| table.owner.as_str()).collect();
        let callers = ["anon", "anonymous", "authenticated"];
        let is_caller = |name: &&str| {
            let role = catalog.roles.get(*name);
            callers.contains(name)
                || !owners.contains(name)
                    && !OPERATORS.contains(name)
                    && !name.starts_with("supabase_")
                    && role.is_some_and(|role| !role.bypass_row_security)
                    && !is_let_in(catalog, name)
        };
        let roles = catalog.roles.keys().map(String::as_str).filter(is_caller);
        Self { catalog, statistics, api_roles: roles.chain(["public"]).collect() }
    }

    /// Tables that are somebody's own.
    pub fn tables(&self) -> impl Iterator<Item = &'a Table> + use<'a> {
        self.catalog.tables.values().filter(|table| !is_platform(&table.name.schema))
    }

    /// Tables whose policies are somebody's own: storage's count.
    pub fn tables_with_policies(&self) -> impl Iterator<Item = &'a Table> + use<'a> {
        let ours = |table: &&Table| !is_platform(&table.name.schema) || table.name.schema == "storage";
        self.catalog.tables.values().filter(ours)
    }

    /// Functions that are somebody's own.
    pub fn functions(&self) -> impl Iterator<Item = &'a Function> + use<'a> {
        self.catalog.functions.values().filter(|function| !is_platform(&function.name.name.schema))
    }

    /// Is this a role of callers, or everybody.
    pub fn is_api(&self, role: &str) -> bool {
        self.api_roles.contains(role)
    }

    /// Is this a role of callers who are not signed in, or everybody.
    pub fn is_anonymous(&self, role: &str) -> bool {
        self.is_api(role) && (role == "public" || role.contains("anon"))
    }

    /// May the role look into the schema at all.
    pub fn reaches_schema(&self, schema: &str, role: &str) -> bool {
        let grants = self.catalog.schemas.get(schema).map(|schema| schema.grants.as_slice()).unwrap_or_default();
        grants.iter().any(|grant| grant.privilege == "USAGE" && (grant.role == role || grant.role == "public"))
    }

    /// The callers' roles that have a privilege on an object of this schema, on the whole or on columns.
    pub fn holders(&self, schema: &str, grants: &'a [Grant], privileges: &[&str]) -> Vec<&'a str> {
        let held = grants.iter().filter(|grant| privileges.contains(&grant.privilege.as_str()));
        let roles: BTreeSet<&str> = held.map(|grant| grant.role.as_str()).collect();
        let anybody = || self.api_roles.iter().any(|role| self.reaches_schema(schema, role));
        let reaches = |role: &&str| if *role == "public" { anybody() } else { self.reaches_schema(schema, role) };
        roles.into_iter().filter(|role| self.is_api(role)).filter(reaches).collect()
    }

    /// One of these roles to try something as; where everybody is named, a caller's role that there is.
    pub fn somebody(&self, roles: &[&'a str]) -> Option<&'a str> {
        let named = roles.iter().find(|role| **role != "public").copied();
        let known =
            || ["anon", "anonymous", "authenticated"].into_iter().find_map(|name| self.api_roles.get(name).copied());
        named.or_else(|| {
            known()
                .or_else(|| self.api_roles.iter().find(|role| **role != "public").copied())
                .filter(|_| !roles.is_empty())
        })
    }

    /// The callers' roles that can touch rows of a table.
    pub fn callers(&self, table: &'a Table) -> Vec<&'a str> {
        self.holders(&table.name.schema, &table.grants, ROW_PRIVILEGES)
    }

    /// The callers' roles that can do this to rows of a table.
    pub fn callers_who(&self, table: &'a Table, privilege: &str) -> Vec<&'a str> {
        self.holders(&table.name.schema, &table.grants, &[privilege])
    }

    /// The callers' roles that can give this column a value, by INSERT or UPDATE.
    pub fn writers(&self, table: &'a Table, privilege: &str, column: &str) -> Vec<&'a str> {
        let may = |role: &&str| {
            let mut grants = table.grants.iter().filter(|grant| grant.privilege == privilege && grant.role == *role);
            grants.any(|grant| grant.columns.is_empty() || grant.columns.iter().any(|name| name == column))
        };
        self.callers_who(table, privilege).into_iter().filter(may).collect()
    }

    /// Somebody connects as this role of callers, without an API between him and SQL.
    pub fn logs_in(&self, role: &str) -> bool {
        self.is_api(role) && self.catalog.roles.get(role).is_some_and(|role| role.logs_in)
    }

    /// The policies of a table that apply to callers.
    pub fn policies(&self, table: &'a Table) -> impl Iterator<Item = &'a Policy> + use<'a, '_> {
        table.policies.values().filter(|policy| policy.roles.iter().any(|role| self.is_api(role)))
    }

    /// Policies of callers on all tables, with their tables.
    pub fn all_policies(&self) -> impl Iterator<Item = (&'a Table, &'a Policy)> + use<'a, '_> {
        self.tables_with_policies().flat_map(|table| self.policies(table).map(move |policy| (table, policy)))
    }

    /// The function of the catalog that a call names.
    pub fn function(&self, call: &str) -> Option<&'a Function> {
        let (schema, name) = call.split_once('.').unwrap_or(("pg_catalog", call));
        self.catalog.functions.values().find(|function| function.name.name == QualifiedName::new(schema, name))
    }

    /// The expression asks who is calling, directly or through functions that do.
    pub fn asks_who(&self, expression: &str) -> bool {
        let user = ["current_user", "session_user"].iter().any(|word| expression.to_ascii_lowercase().contains(word));
        user || self.asks_within(expression, 3)
    }

    fn asks_within(&self, expression: &str, functions: usize) -> bool {
        calls(expression).iter().any(|call| {
            let body = self.function(&call.name).filter(|_| functions > 0).map(|function| function.body.as_str());
            names_caller(&format!("{}(", call.name))
                || body.is_some_and(|body| names_caller(body) || self.asks_within(body, functions - 1))
        })
    }
}

/// A model's service without BYPASSRLS: all that names it are the policies by which the compiler lets it at every row.
fn is_let_in(catalog: &Catalog, role: &str) -> bool {
    let all = catalog.tables.values().flat_map(|table| table.policies.values().map(move |policy| (table, policy)));
    let mut named = all.filter(|(_, policy)| policy.roles.iter().any(|name| name == role)).peekable();
    let ours = |table: &Table, policy: &Policy| {
        let always = |sql: &Option<String>| sql.as_deref().is_none_or(|sql| sql == "true");
        let name = &policy.name;
        let known = name.contains("_rw_service")
            || name.len() == LONGEST_NAME
            || *name == format!("{}_read_service", table.name.name);
        known && policy.roles.len() == 1 && always(&policy.using) && always(&policy.check)
    };
    named.peek().is_some() && named.all(|(table, policy)| ours(table, policy))
}

/// The text names one of the ways to ask who is calling.
pub fn names_caller(text: &str) -> bool {
    let ways = ["auth.uid(", "auth.jwt(", "auth.email(", "auth.role(", "current_setting("];
    ways.iter().any(|way| text.to_ascii_lowercase().contains(way))
}

/// Roles as SQL lists them.
pub fn listed(roles: &[&str]) -> String {
    roles.iter().map(|role| crate::catalog::ddl::role(role)).collect::<Vec<_>>().join(", ")
}

/// A schema of the platform's.
pub fn is_platform(schema: &str) -> bool {
    PLATFORM.contains(&schema)
}

/// A policy's expressions.
pub fn expressions(policy: &Policy) -> impl Iterator<Item = &str> {
    policy.using.as_deref().into_iter().chain(policy.check.as_deref())
}

/// Is the policy for this command.
pub fn is_for(policy: &Policy, command: PolicyCommand) -> bool {
    policy.command == command || policy.command == PolicyCommand::All
}

/// `policy own on public.jobs`
pub fn policy_on(policy: &Policy, table: &Table) -> String {
    format!("policy {} on {}", policy.name, table.name)
}

/// The policy is for this role; for everybody where nobody is named.
pub fn applies(policy: &Policy, role: &str) -> bool {
    policy.roles.iter().any(|other| other == role || other == "public")
}

/// The expression asks who is calling, itself or in what it looks up.
pub fn reads_who(context: &Context<'_>, text: &str) -> bool {
    context.asks_who(text) || text.contains("SELECT")
}

/// A way to satisfy the expression does not depend on who is calling.
pub fn open_to(context: &Context<'_>, text: &str) -> bool {
    alternatives(text).iter().any(|part| !reads_who(context, part))
}

/// What a new row must meet: WITH CHECK, else USING.
pub fn effective_check(policy: &Policy) -> Option<&str> {
    policy.check.as_deref().or(policy.using.as_deref())
}
