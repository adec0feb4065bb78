//! Who is there, raw policies, privileges.

use super::names::{DEFAULT_SCHEMA, key, part};
use super::{Fate, Lift, text, texts};
use crate::catalog::{Grant, Policy, QualifiedName, Schema, every_privilege, quote_identifier, quote_literal};
use crate::spec::{GrantSpec, PolicySpec, Target};
use std::collections::BTreeMap;

/// What a new database says of the schema `public`.
const USUAL_COMMENT: &str = "standard public schema";

/// Privileges, and whether they may be granted on.
type Held = (Vec<String>, bool);

impl Lift<'_> {
    /// Principals, groups, roles.
    pub(super) fn access(&mut self) {
        self.spec.principals.clone_from(&self.recognised.principals);
        self.spec.groups.clone_from(&self.recognised.groups);
        self.spec.mixins.clone_from(&self.recognised.mixins);
        self.spec.roles.clone_from(&self.recognised.roles);
        if self.options.target == Target::Postgres {
            for (slot, usual) in [
                (&mut self.spec.roles.signed_in, "authenticated"),
                (&mut self.spec.roles.anonymous, "anon"),
                (&mut self.spec.roles.service, "service_role"),
            ] {
                if slot.is_none() && self.catalog.roles.contains_key(usual) {
                    *slot = Some(text(usual));
                }
            }
        }
        let roles = &self.spec.roles;
        let known = [&roles.signed_in, &roles.anonymous, &roles.service]
            .map(|role| role.as_ref().map(|role| role.value.clone()));
        let usual = ["authenticated", "anon", "service_role"].map(|role| Some(role.to_owned()));
        let others = self.catalog.roles.keys().filter(|role| !known.contains(&Some((*role).clone())));
        let others = others.filter(|role| !usual.contains(&Some((*role).clone())));
        let others: Vec<_> = others.map(|role| (text(role), text(role))).collect();
        self.spec.roles.others.extend(others);
    }

    /// The privileges on an object: one entry for each list that some roles have in common.
    pub(super) fn grants(&mut self, kind: &str, name: String, grants: &[Grant]) {
        let mut by_role: BTreeMap<(&str, bool), Vec<String>> = BTreeMap::new();
        for grant in grants {
            by_role.entry((&grant.role, grant.grant_option)).or_default().push(privilege(grant));
        }
        let mut by_list: Vec<(Held, Vec<&str>)> = Vec::new();
        for ((role, option), list) in by_role {
            let list = (self.in_short(kind, list), option);
            match by_list.iter_mut().find(|(known, _)| *known == list) {
                Some((_, roles)) => roles.push(role),
                None => by_list.push((list, vec![role])),
            }
        }
        for ((privileges, grant_option), roles) in by_list {
            self.grant(GrantSpec {
                privileges: texts(privileges),
                on: Some((text(kind), vec![text(&name)])),
                to: texts(roles),
                grant_option,
                ..GrantSpec::default()
            });
        }
    }

    /// `all`, where it is all that there is.
    fn in_short(&self, kind: &str, list: Vec<String>) -> Vec<String> {
        let every = every_privilege(kind, self.options.postgres);
        let all = every.len() > 1 && every.iter().all(|word| list.iter().any(|known| known == word));
        if !all {
            return list;
        }
        let beyond = list.into_iter().filter(|known| !every.contains(&known.as_str()));
        std::iter::once("all".to_owned()).chain(beyond).collect()
    }

    /// One more object in an entry that says the same of others, else an entry of its own.
    fn grant(&mut self, grant: GrantSpec) {
        let same = |known: &&mut GrantSpec| {
            let kind = |spec: &GrantSpec| spec.on.as_ref().map(|(kind, _)| kind.value.clone());
            kind(known) == kind(&grant)
                && (&known.privileges, &known.to, known.grant_option)
                    == (&grant.privileges, &grant.to, grant.grant_option)
        };
        match self.spec.grants.iter_mut().find(same).and_then(|known| known.on.as_mut()) {
            Some((_, names)) => names.extend(grant.on.into_iter().flat_map(|(_, names)| names)),
            None => self.spec.grants.push(grant),
        }
    }

    /// The privileges on an object that PUBLIC may use unless that was taken away.
    pub(super) fn open_grants(&mut self, kind: &str, name: &QualifiedName, grants: &[Grant]) {
        let open = Grant { role: "public".to_owned(), privilege: "USAGE".to_owned(), ..Grant::default() };
        let rest: Vec<Grant> = grants.iter().filter(|grant| **grant != open).cloned().collect();
        if !grants.contains(&open) {
            let up = format!("revoke usage on {kind} {} from public", name.sql());
            self.keep(&format!("privileges of {kind} {name}"), up, "after");
            self.note(Fate::Raw, format!("privileges of {kind} {name}"), "PUBLIC may not use it");
        }
        self.grants(kind, key(name), &rest);
    }

    /// `public` is there before the model: what is not as it is in a new database.
    pub(super) fn default_schema(&mut self, schema: &Schema) {
        let open = Grant { role: "public".to_owned(), privilege: "USAGE".to_owned(), ..Grant::default() };
        let rest: Vec<Grant> = schema.grants.iter().filter(|grant| **grant != open).cloned().collect();
        let name = quote_identifier(&schema.name);
        if !schema.grants.contains(&open) {
            self.keep("privileges of schema public", format!("revoke usage on schema {name} from public"), "after");
            self.note(Fate::Raw, "privileges of schema public", "PUBLIC may not use it");
        }
        self.grants("schema", DEFAULT_SCHEMA.to_owned(), &rest);
        if schema.comment.as_deref() != Some(USUAL_COMMENT) {
            let comment = schema.comment.as_deref().map_or_else(|| "null".to_owned(), quote_literal);
            self.keep("comment of schema public", format!("comment on schema {name} is {comment}"), "after");
            self.note(Fate::Raw, "comment of schema public", "the schema was there before the model");
        }
    }
}

/// `update (a, b)`
fn privilege(grant: &Grant) -> String {
    let word = grant.privilege.to_ascii_lowercase();
    let columns: Vec<String> = grant.columns.iter().map(|column| part(column)).collect();
    if columns.is_empty() { word } else { format!("{word} ({})", columns.join(", ")) }
}

impl Lift<'_> {
    /// A policy as it is.
    pub(super) fn policy(&self, table: &QualifiedName, found: &Policy) -> PolicySpec {
        let everybody = found.roles == ["public"];
        let spelled = |sql: &String| text(self.spelled(table, "policy", &found.name, sql));
        PolicySpec {
            name: text(&found.name),
            command: (found.command != Default::default()).then(|| text(found.command.sql().to_ascii_lowercase())),
            to: if everybody { Vec::new() } else { texts(&found.roles) },
            using: found.using.as_ref().map(spelled),
            check: found.check.as_ref().map(spelled),
            restrictive: found.restrictive,
            comment: found.comment.as_deref().map(text),
            ..PolicySpec::default()
        }
    }
}
