//! What to write in place of policies that are kept as they are: the keys that give the same access by the safe forms.
//! Only where every policy of a table has its words; one that has none leaves the table without a proposal.

use super::blame::blamed;
use super::compiled::verbs_of;
use super::condition::{Parent, Part, alternatives};
use super::pretty::pretty;
use super::recognise::{Recognition, is_up, owned_above, recognise, refers};
use super::text::plain;
use crate::catalog::{Catalog, Grant, ObjectName, Policy, QualifiedName, Table};
use crate::compile::compile;
use crate::source::Sources;
use crate::spec::lift::{Lifted, Place};
use std::collections::BTreeMap;

/// All that a caller can do.
const ALL: [&str; 4] = ["read", "create", "update", "delete"];

/// For each written table the lines, where all is certain and the model compiles with them.
pub fn proposals(catalog: &Catalog, lifted: &Lifted) -> BTreeMap<QualifiedName, Vec<String>> {
    let tables = lifted.origins.get("tables").into_iter().flatten().filter_map(|name| match name {
        ObjectName::Table(name) => catalog.tables.get(name),
        _ => None,
    });
    let proposed = |table: &Table| Some((table.name.clone(), proposal(catalog, table)?));
    let mut found: BTreeMap<QualifiedName, Vec<String>> = tables.filter_map(proposed).collect();
    while !found.is_empty() {
        let model = with(lifted, &found);
        let mut sources = Sources::default();
        sources.add("proposal", model.clone());
        let (compiled, findings) = compile(&sources);
        if compiled.is_some() {
            break;
        }
        let places = blamed(catalog, lifted, &model, &findings);
        let before = found.len();
        found.retain(|table, _| !places.contains_key(&Place::Whole(ObjectName::Table(table.clone()))));
        if found.len() == before {
            found.clear();
        }
    }
    found
}

/// The model with the proposals in place of what is written.
fn with(lifted: &Lifted, proposals: &BTreeMap<QualifiedName, Vec<String>>) -> String {
    let model = crate::spec::format(&lifted.spec);
    let mut names = lifted.origins.get("tables").into_iter().flatten();
    let (mut inside, mut keep, mut lines) = (false, true, Vec::new());
    let mut proposal = None;
    for line in model.lines() {
        let indent = line.len() - line.trim_start().len();
        if indent == 0 && !line.is_empty() {
            (inside, proposal, keep) = (line == "tables:", None, true);
        } else if inside && indent == 2 {
            let name = names.next();
            proposal = name.and_then(|name| match name {
                ObjectName::Table(name) => proposals.get(name),
                _ => None,
            });
            lines.push(line.to_owned());
            lines.extend(proposal.into_iter().flatten().map(|line| format!("    {line}")));
            continue;
        } else if inside && indent == 4 && proposal.is_some() {
            keep = !["access:", "row_security:", "policies:", "owner:"]
                .iter()
                .any(|key| line.trim_start().starts_with(key));
        }
        if keep || line.is_empty() {
            lines.push(line.to_owned());
        }
    }
    lines.join("\n") + "\n"
}

/// The lines, or nothing where something is not certain.
fn proposal(catalog: &Catalog, table: &Table) -> Option<Vec<String>> {
    if !table.row_security || table.force_row_security || table.policies.is_empty() {
        return None;
    }
    let known = recognise(catalog, table);
    let mut keys = Keys { catalog, table, known: &known, owners: BTreeMap::new(), rules: Vec::new() };
    for policy in table.policies.values() {
        keys.policy(policy)?;
    }
    keys.lines()
}

/// What the policies come to so far.
struct Keys<'a> {
    catalog: &'a Catalog,
    table: &'a Table,
    known: &'a Recognition,
    /// Owner columns, with their verbs.
    owners: BTreeMap<String, Vec<&'static str>>,
    /// Rules without their verbs, with them.
    rules: Vec<(Rule, Vec<&'static str>)>,
}

/// To whom, and on which rows.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Rule {
    to: String,
    when: String,
}

/// Who a policy is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Callers {
    Anyone,
    SignedIn,
    Service,
}

impl Keys<'_> {
    fn policy(&mut self, policy: &Policy) -> Option<()> {
        let callers = callers(policy)?;
        let verbs = verbs_of(policy.command);
        // the row as it will be must be held to the same as the row as it was
        let same = match (&policy.using, &policy.check) {
            (Some(using), Some(check)) => plain(using) == plain(check),
            _ => true,
        };
        let sql = policy.using.as_ref().or(policy.check.as_ref())?;
        if !same || policy.restrictive {
            return None;
        }
        if callers == Callers::Service {
            return Some(());
        }
        // what the policy lets through, the privileges must let through whole
        let roles: &[&str] = if callers == Callers::Anyone { &["anon", "authenticated"] } else { &["authenticated"] };
        if !roles.iter().all(|role| verbs.iter().all(|verb| holds(self.table, role, verb))) {
            return None;
        }
        for parts in alternatives(sql, self.table) {
            self.alternative(&parts, &verbs, callers)?;
        }
        Some(())
    }

    fn alternative(&mut self, parts: &[Part], verbs: &[&'static str], callers: Callers) -> Option<()> {
        let conditions: Option<Vec<String>> = parts.iter().filter(|part| !is_who(part)).map(row_condition).collect();
        let when = conditions?.into_iter().filter(|sql| !sql.is_empty()).collect::<Vec<_>>().join(" and ");
        let who: Vec<&Part> = parts.iter().filter(|part| is_who(part)).collect();
        let to = match who.as_slice() {
            [] if callers == Callers::Anyone => "anyone".to_owned(),
            [] => "signed_in".to_owned(),
            [Part::Caller { column, .. }] if refers(self.table, column) => column.clone(),
            [Part::Parent(parent)] => self.parent(parent, verbs, when.is_empty())?,
            _ => return None,
        };
        // the key that refers to nothing is no principal's column
        let key = |key: &crate::catalog::ForeignKey| key.columns == [to.clone()];
        let own = self.table.primary_key.as_ref().is_some_and(|known| known.columns == [to.clone()]);
        let own = own && !self.table.foreign_keys.values().any(key);
        if own && !when.is_empty() {
            return None;
        }
        let owns = (self.known.owners.contains(&to) || own) && when.is_empty();
        let list = if owns { self.owners.entry(to).or_default() } else { self.rule(Rule { to, when }) };
        list.extend(verbs.iter().filter(|verb| !list.contains(verb)).collect::<Vec<_>>());
        Some(())
    }

    fn rule(&mut self, rule: Rule) -> &mut Vec<&'static str> {
        let place = self.rules.iter().position(|(known, _)| *known == rule).unwrap_or(self.rules.len());
        if place == self.rules.len() {
            self.rules.push((rule, Vec::new()));
        }
        &mut self.rules[place].1
    }

    /// A chain upwards, a row that may be read, or a table of shares.
    fn parent(&self, parent: &Parent, verbs: &[&'static str], bare: bool) -> Option<String> {
        if is_up(self.catalog, self.table, parent) {
            if parent.condition.is_empty() {
                return (verbs == ["read"]).then(|| format!("through {}", parent.column));
            }
            return (bare && owned_above(self.catalog, parent)).then(|| parent.column.clone());
        }
        let shares = self.catalog.tables.get(&parent.table)?;
        let here = |key: &&crate::catalog::ForeignKey| {
            key.columns == [parent.key.clone()] && key.table == self.table.name && key.to == [parent.column.clone()]
        };
        shares.foreign_keys.values().find(here)?;
        let mut renamed = shares.clone();
        renamed.name.name = parent.alias.clone().unwrap_or(renamed.name.name);
        match alternatives(&parent.condition, &renamed).as_slice() {
            [parts] => match parts.as_slice() {
                [Part::Caller { column, .. }] if refers(shares, column) => {
                    Some(format!("{}.{column}", shown(&parent.table)))
                }
                _ => None,
            },
            _ => None,
        }
    }

    fn lines(&self) -> Option<Vec<String>> {
        // of several owner columns each is to lead to whoever creates; policies ask for one
        if self.owners.len() > 1 && self.owners.values().any(|verbs| verbs.contains(&"create")) {
            return None;
        }
        let mut lines = Vec::new();
        let links: Vec<String> = self.owners.iter().map(|(column, verbs)| self.link(column, verbs)).collect();
        match links.as_slice() {
            [] => {}
            [only] => lines.push(format!("owner: {only}")),
            _ => lines.push(format!("owner: [{}]", links.join(", "))),
        }
        let rules: Vec<String> = self.rules.iter().map(rule_words).collect();
        if !rules.is_empty() {
            lines.push(format!("allow: [{}]", rules.join(", ")));
        }
        if lines.is_empty() {
            // everybody but the service is kept out
            lines.push("access: internal".to_owned());
        }
        Some(lines)
    }

    fn link(&self, column: &str, verbs: &[&'static str]) -> String {
        let foreign = self.table.foreign_keys.values().any(|key| key.columns == [column.to_owned()]);
        let word = if foreign { column } else { "self" };
        if ALL.iter().all(|verb| verbs.contains(verb)) {
            return word.to_owned();
        }
        format!("{{column: {word}, can: {}}}", verb_list(verbs))
    }
}

/// The role has the privilege on all columns.
fn holds(table: &Table, role: &str, verb: &str) -> bool {
    let privilege = match verb {
        "read" => "SELECT",
        "create" => "INSERT",
        "update" => "UPDATE",
        _ => "DELETE",
    };
    let given = |grant: &&Grant| grant.role == role || grant.role == "public";
    table.grants.iter().filter(given).any(|grant| grant.privilege == privilege && grant.columns.is_empty())
}

/// The part says who is asking.
fn is_who(part: &Part) -> bool {
    matches!(part, Part::Caller { .. } | Part::Parent(_))
}

/// A condition about the row alone; nothing for one that is always true.
fn row_condition(part: &Part) -> Option<String> {
    match part {
        Part::Always => Some(String::new()),
        Part::Row(sql) => Some(pretty(sql)),
        _ => None,
    }
}

fn callers(policy: &Policy) -> Option<Callers> {
    let all = |known: &[&str]| policy.roles.iter().all(|role| known.contains(&role.as_str()));
    if all(&["service_role"]) {
        Some(Callers::Service)
    } else if all(&["authenticated"]) {
        Some(Callers::SignedIn)
    } else if all(&["anon", "authenticated", "public"]) && policy.roles.iter().any(|role| role != "anon") {
        Some(Callers::Anyone)
    } else {
        None
    }
}

fn rule_words((rule, verbs): &(Rule, Vec<&'static str>)) -> String {
    let to = match rule.to.split_once("through ") {
        Some((_, column)) => format!("through: {column}"),
        None => format!("to: {}", rule.to),
    };
    let when =
        if rule.when.is_empty() { String::new() } else { format!(", when: \"{}\"", rule.when.replace('"', "\\\"")) };
    format!("{{can: {}, {to}{when}}}", verb_list(verbs))
}

fn verb_list(verbs: &[&'static str]) -> String {
    if ALL.iter().all(|verb| verbs.contains(verb)) {
        return "all".to_owned();
    }
    match verbs {
        [only] => (*only).to_owned(),
        _ => format!("[{}]", ALL.iter().filter(|verb| verbs.contains(verb)).copied().collect::<Vec<_>>().join(", ")),
    }
}

fn shown(table: &QualifiedName) -> String {
    if table.schema == "public" { table.name.clone() } else { table.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{Column, ForeignKey, Key, PolicyCommand};

    fn table(policies: &[(&str, PolicyCommand, &str, &str)]) -> Table {
        let column = |name: &str| Column { name: name.to_owned(), ..Column::default() };
        let key = ForeignKey {
            name: "fk".into(),
            columns: vec!["user_id".into()],
            table: QualifiedName::new("auth", "users"),
            to: vec!["id".into()],
            ..ForeignKey::default()
        };
        let policy = |(name, command, role, using): &(&str, PolicyCommand, &str, &str)| Policy {
            name: (*name).to_owned(),
            command: *command,
            roles: vec![(*role).to_owned()],
            using: Some((*using).to_owned()),
            ..Policy::default()
        };
        Table {
            name: QualifiedName::new("public", "notes"),
            columns: ["id", "user_id", "status"].map(column).into(),
            primary_key: Some(Key { columns: vec!["id".into()], ..Key::default() }),
            foreign_keys: [("fk".to_owned(), key)].into_iter().collect(),
            policies: policies.iter().map(|found| (found.0.to_owned(), policy(found))).collect(),
            row_security: true,
            grants: ["SELECT", "INSERT", "UPDATE", "DELETE"].iter().flat_map(|privilege| granted(privilege)).collect(),
            ..Table::default()
        }
    }

    fn granted(privilege: &str) -> [Grant; 2] {
        ["anon", "authenticated"].map(|role| Grant {
            role: role.to_owned(),
            privilege: privilege.to_owned(),
            ..Grant::default()
        })
    }

    fn proposed(policies: &[(&str, PolicyCommand, &str, &str)]) -> Option<Vec<String>> {
        proposal(&Catalog::default(), &table(policies))
    }

    #[test]
    fn an_owner_and_what_is_published() {
        let own = ("own", PolicyCommand::All, "public", "(user_id = auth.uid())");
        let published = ("published", PolicyCommand::Select, "anon", "(status = 'published'::text)");
        let both = ("published", PolicyCommand::Select, "public", "(status = 'published'::text)");
        assert_eq!(proposed(&[own]), Some(vec!["owner: user_id".to_owned()]));
        let lines = ["owner: user_id", "allow: [{can: read, to: anyone, when: \"status = 'published'\"}]"];
        assert_eq!(proposed(&[own, both]), Some(lines.map(str::to_owned).to_vec()));
        // the anonymous alone have no word
        assert_eq!(proposed(&[own, published]), None);
    }

    #[test]
    fn what_is_not_certain_has_no_proposal() {
        let odd = ("odd", PolicyCommand::Select, "authenticated", "(status = auth.role())");
        assert_eq!(proposed(&[odd]), None);
        let unread = ("unread", PolicyCommand::Update, "authenticated", "(user_id = ( SELECT auth.uid() AS uid))");
        let mut narrow = table(&[unread]);
        narrow.grants.iter_mut().for_each(|grant| grant.columns.push("status".to_owned()));
        assert_eq!(proposal(&Catalog::default(), &narrow), None);
        assert_eq!(proposed(&[unread]), Some(vec!["allow: [{can: update, to: user_id}]".to_owned()]));
    }
}
