//! How an object becomes another of the same name: altered, or dropped and made again.

mod column;
mod database;
mod function;
mod table;
mod types;
mod view;

use super::nodes::Nodes;
use crate::catalog::{Catalog, QualifiedName, ddl};
use crate::diff::{Aspect, Object, Owner};

/// How it is done.
pub enum Way {
    /// By these statements.
    Alter(Alteration),
    /// By dropping it and making it again.
    Replace,
    /// Not at all, and why.
    Cannot(String),
}

/// What alters an object.
#[derive(Debug, Clone, Default)]
pub struct Alteration {
    /// Before the transaction.
    pub before: Vec<String>,
    /// In it, where the object's turn comes.
    pub now: Vec<String>,
    /// In it, when all objects are made.
    pub late: Vec<String>,
    /// After it.
    pub after: Vec<String>,
    /// What depends on the object has to go meanwhile.
    pub disturbs: bool,
    /// What it does to others.
    pub hazard: Option<&'static str>,
}

impl Alteration {
    /// Adds another one of the same object.
    pub fn add(&mut self, other: Alteration) {
        self.before.extend(other.before);
        self.now.extend(other.now);
        self.late.extend(other.late);
        self.after.extend(other.after);
        self.disturbs |= other.disturbs;
        self.hazard = self.hazard.or(other.hazard);
    }
}

/// What is compared.
pub struct Sides<'a> {
    /// As it is.
    pub from: &'a Catalog,
    /// As it shall be.
    pub to: &'a Catalog,
    /// The objects as they are.
    pub old: &'a Nodes,
    /// The objects as they shall be.
    pub new: &'a Nodes,
}

impl Sides<'_> {
    /// Columns have this type: it cannot be dropped.
    fn is_used(&self, object: &Object) -> bool {
        self.old.map.iter().any(|(other, node)| other.kind == "column" && node.needs.contains(object))
    }
}

/// How an object gets these parts.
pub fn way(sides: &Sides<'_>, object: &Object, aspects: &[Aspect]) -> Way {
    let found = match (object.kind, &object.of) {
        _ if only(aspects, &["owner"]) => owner(sides, object, aspects),
        ("schema" | "extension" | "role" | "publication", _) => database::way(sides, object, aspects),
        ("enum" | "domain" | "composite" | "range" | "sequence", Owner::Schema(schema)) => {
            types::way(sides, object, &QualifiedName::new(schema, &object.name), aspects)
        }
        ("function", _) => function::way(sides, object, aspects),
        ("table", Owner::Schema(schema)) => table::way(sides, &QualifiedName::new(schema, &object.name), aspects),
        ("view" | "materialized view", Owner::Schema(schema)) => {
            view::way(sides, object.kind, &QualifiedName::new(schema, &object.name), aspects)
        }
        ("column", Owner::Relation(table)) => column::way(sides, table, &object.name, aspects),
        ("index" | "trigger" | "key" | "check" | "exclusion" | "foreign key" | "policy", Owner::Relation(table)) => {
            table::part(sides, table, object, aspects)
        }
        _ => Some(Way::Replace),
    };
    found.unwrap_or_else(|| Way::Cannot("it is not in both".to_owned()))
}

/// `alter table public.jobs owner to app`
fn owner(sides: &Sides<'_>, object: &Object, aspects: &[Aspect]) -> Option<Way> {
    let (Owner::Schema(schema), owner) = (&object.of, aspects.first()?.to.as_ref()?) else { return None };
    let function = || {
        let functions = sides.to.functions.values();
        functions
            .into_iter()
            .find(|found| found.name.name.schema == *schema && crate::diff::signature(&found.name) == object.name)
    };
    let (kind, name) = match object.kind {
        "function" => (ddl::function_word(function()?), function()?.name.sql()),
        kind => (kind, QualifiedName::new(schema, &object.name).sql()),
    };
    Some(now(vec![format!("alter {kind} {name} owner to {}", ddl::role(owner))]))
}

/// Only this differs.
fn only(aspects: &[Aspect], names: &[&str]) -> bool {
    aspects.iter().all(|aspect| names.contains(&aspect.name))
}

/// This differs.
fn has(aspects: &[Aspect], name: &str) -> bool {
    aspects.iter().any(|aspect| aspect.name == name)
}

/// Statements in the transaction, and nothing else.
fn now(statements: Vec<String>) -> Way {
    Way::Alter(Alteration { now: statements, ..Alteration::default() })
}

/// SET and RESET of storage parameters or options.
fn parameters(
    what: &str,
    from: &std::collections::BTreeMap<String, String>,
    to: &std::collections::BTreeMap<String, String>,
) -> Vec<String> {
    let changed = to.iter().filter(|(name, value)| from.get(*name) != Some(value));
    let set: Vec<String> = changed.map(|(name, value)| format!("{name}={value}")).collect();
    let gone: Vec<String> = from.keys().filter(|name| !to.contains_key(*name)).cloned().collect();
    let list =
        |word: &str, items: Vec<String>| (!items.is_empty()).then(|| format!("{what} {word} ({})", items.join(", ")));
    list("reset", gone).into_iter().chain(list("set", set)).collect()
}
