//! Rules to policies: one for each command, or FOR ALL where all four agree; always with named roles, a full
//! USING and a full WITH CHECK.

use super::condition::Condition;
use super::context::Context;
use super::helper::Helpers;
use super::names;
use super::narrow::{self, Narrowing};
use super::rule::Rule;
use super::trigger;
use crate::catalog::{Named, Policy, PolicyCommand, quote_identifier};
use crate::model::{Table, Verb};
use std::collections::{BTreeMap, BTreeSet};

/// Rules that make one policy for each verb: the same words in their names, the same callers.
struct Group<'r> {
    suffix: &'r str,
    roles: &'r BTreeSet<String>,
    verbs: BTreeMap<Verb, (Condition, Condition)>,
}

/// The policies of a table, raw ones (already in `policies`) kept.
pub fn add(context: &Context<'_>, table: &Table, rules: &[Rule], policies: &mut Named<Policy>, helpers: &mut Helpers) {
    let mut writer = Writer { context, table, helpers, taken: policies.keys().cloned().collect(), made: Vec::new() };
    for group in groups(rules) {
        writer.group(&group);
    }
    let roles = callers(rules, policies);
    for narrowing in narrow::of(context, table) {
        writer.narrowing(narrowing, &roles);
    }
    writer.service();
    policies.extend(writer.made.into_iter().map(|policy| (policy.name.clone(), policy)));
}

/// The service passes by BYPASSRLS; where its role may lack that, by a policy.
pub fn of_service(context: &Context<'_>, table: &str, taken: &mut BTreeSet<String>) -> Option<Policy> {
    let always = || Some("true".to_owned());
    let policy = |service: &str| Policy {
        name: names::unique(taken, &format!("{table}_rw_service")),
        command: PolicyCommand::All,
        roles: vec![service.to_owned()],
        using: always(),
        check: always(),
        ..Policy::default()
    };
    Some(context.service()).filter(|service| !context.service_bypasses() && !service.is_empty()).map(policy)
}

/// A role that the service's is a member of must not hold it back, where it has no BYPASSRLS.
fn but_the_service(context: &Context<'_>, condition: Condition) -> Condition {
    if context.service_bypasses() {
        return condition;
    }
    Condition::any([condition, Condition::Caller(trigger::has_role(context.service()))])
}

/// Every role that may do anything, by a rule or by a raw policy.
fn callers(rules: &[Rule], raw: &Named<Policy>) -> BTreeSet<String> {
    let ours = rules.iter().flat_map(|rule| rule.roles.iter());
    ours.chain(raw.values().flat_map(|policy| policy.roles.iter())).cloned().collect()
}

fn groups(rules: &[Rule]) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    for rule in rules {
        let found = groups.iter_mut().find(|group| group.suffix == rule.suffix && *group.roles == rule.roles);
        let verbs = match found {
            Some(group) => &mut group.verbs,
            None => {
                groups.push(Group { suffix: &rule.suffix, roles: &rule.roles, verbs: BTreeMap::new() });
                let Some(group) = groups.last_mut() else { continue };
                &mut group.verbs
            }
        };
        let (old, new) = verbs.remove(&rule.verb).unwrap_or((Condition::Never, Condition::Never));
        let merged = (Condition::any([old, rule.old.clone()]), Condition::any([new, rule.new.clone()]));
        verbs.insert(rule.verb, merged);
    }
    groups
}

impl Group<'_> {
    /// All four verbs on the same rows.
    fn for_all(&self) -> Option<(&Condition, &Condition)> {
        let [read, create, update, delete] = Verb::ALL.map(|verb| self.verbs.get(&verb));
        let (read, create, update, delete) = (read?, create?, update?, delete?);
        (read.0 == update.0 && delete.0 == update.0 && create.1 == update.1).then_some((&update.0, &update.1))
    }
}

struct Writer<'w, 'm> {
    context: &'w Context<'m>,
    table: &'w Table,
    helpers: &'w mut Helpers,
    taken: BTreeSet<String>,
    made: Vec<Policy>,
}

impl Writer<'_, '_> {
    fn group(&mut self, group: &Group<'_>) {
        if let Some((old, new)) = group.for_all() {
            let suffix = format!("rw_{}", group.suffix);
            return self.policy(&suffix, false, PolicyCommand::All, group.roles, Some(old), Some(new));
        }
        for (verb, (old, new)) in &group.verbs {
            let suffix = format!("{}_{}", verb.word(), group.suffix);
            let using = (*verb != Verb::Create).then_some(old);
            let check = matches!(verb, Verb::Create | Verb::Update).then_some(new);
            self.policy(&suffix, false, narrow::command(*verb), group.roles, using, check);
        }
    }

    fn narrowing(&mut self, narrowing: Narrowing, roles: &BTreeSet<String>) {
        if !roles.is_empty() {
            let Narrowing { suffix, command, using, check } = narrowing;
            let [using, check] = [using, check].map(|part| part.map(|part| but_the_service(self.context, part)));
            self.policy(&suffix, true, command, roles, using.as_ref(), check.as_ref());
        }
    }

    fn service(&mut self) {
        self.made.extend(of_service(self.context, &self.table.name.name, &mut self.taken));
    }

    fn policy(
        &mut self,
        suffix: &str,
        restrictive: bool,
        command: PolicyCommand,
        roles: &BTreeSet<String>,
        using: Option<&Condition>,
        check: Option<&Condition>,
    ) {
        let name = &self.table.name.name;
        let qualifier = quote_identifier(name);
        for condition in [using, check].into_iter().flatten() {
            self.helpers.need(self.context, condition, roles);
        }
        let sql = |condition: &Condition| condition.sql(self.context, &qualifier);
        self.made.push(Policy {
            name: names::unique(&mut self.taken, &format!("{name}_{suffix}")),
            restrictive,
            command,
            roles: roles.iter().cloned().collect(),
            using: using.map(sql),
            check: check.map(sql),
            comment: None,
        });
    }
}
