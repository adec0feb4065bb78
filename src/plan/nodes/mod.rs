//! The objects of a catalog, each with what it needs, what makes it and what drops it.

mod database;
mod function;
mod relation;
pub mod table;
pub mod types;

pub use database::publish;

use super::{mention, privilege};
use crate::catalog::{Catalog, DefaultPrivilege, Grant, QualifiedName, quote_identifier, quote_literal};
use crate::diff::{Object, Owner};
use std::collections::{BTreeMap, BTreeSet};

/// One object.
#[derive(Debug, Clone, Default)]
pub struct Node {
    /// Among objects that do not need each other, the lower comes first.
    pub rank: u8,
    /// What it goes with when that goes.
    pub parent: Option<Object>,
    /// Its parent's own statement makes it.
    pub inline: bool,
    /// What must be there before it.
    pub needs: BTreeSet<Object>,
    /// Its expressions and types: what they name it needs as well.
    pub text: String,
    /// Statements that make it.
    pub create: Vec<String>,
    /// Statements for when everything is made.
    pub late: Vec<String>,
    /// The statement that drops it; `None`: nothing can.
    pub drop: Option<String>,
    /// It holds data.
    pub data: bool,
}

/// All objects of a catalog.
#[derive(Debug, Default)]
pub struct Nodes {
    /// By the name that a change gives them.
    pub map: BTreeMap<Object, Node>,
    names: BTreeMap<QualifiedName, Vec<Object>>,
    defaults: Vec<DefaultPrivilege>,
}

impl Nodes {
    /// Those of a catalog; `defaults` are the privileges that new objects get.
    pub fn of(catalog: &Catalog, defaults: &[DefaultPrivilege]) -> Self {
        let mut nodes = Self { defaults: defaults.to_vec(), ..Self::default() };
        database::add(&mut nodes, catalog);
        types::add(&mut nodes, catalog);
        function::add(&mut nodes, catalog);
        table::add(&mut nodes, catalog);
        relation::add(&mut nodes, catalog);
        nodes.link();
        nodes
    }

    /// Adds a node.
    fn add(&mut self, object: Object, node: Node) {
        self.map.insert(object, node);
    }

    /// Adds a node that texts may name.
    fn add_named(&mut self, name: QualifiedName, object: Object, mut node: Node) {
        node.needs.insert(schema(&name.schema));
        self.names.entry(name).or_default().push(object.clone());
        self.map.insert(object, node);
    }

    /// What a text names; of tables, the columns as well.
    pub fn named(&self, text: &str) -> BTreeSet<Object> {
        let words = mention::words(text);
        let mut found = BTreeSet::new();
        for name in mention::qualified(text) {
            for object in self.names.get(&name).into_iter().flatten() {
                found.insert(object.clone());
                if object.kind == "table" {
                    let columns = words.iter().map(|word| column(&name, word));
                    found.extend(columns.filter(|column| self.map.contains_key(column)));
                }
            }
        }
        found
    }

    fn link(&mut self) {
        let linked: Vec<(Object, BTreeSet<Object>)> =
            self.map.iter().map(|(object, node)| (object.clone(), self.needs(object, node))).collect();
        for (object, needs) in linked {
            if let Some(node) = self.map.get_mut(&object) {
                node.needs = needs;
            }
        }
    }

    fn needs(&self, object: &Object, node: &Node) -> BTreeSet<Object> {
        let mut needs = self.named(&node.text);
        needs.extend(node.needs.iter().cloned());
        needs.extend(node.parent.clone());
        if let Owner::Relation(table) = &object.of
            && !node.inline
        {
            // what belongs to a table names its columns bare
            let columns = mention::words(&node.text).into_iter().map(|word| column(table, &word));
            needs.extend(columns);
        }
        needs.retain(|need| need != object && self.map.contains_key(need));
        needs
    }

    /// Adds the privileges on an object, a node for each role.
    fn grant(&mut self, parent: &Object, kind: &str, sql: &str, of: &Owner, grants: &[Grant]) {
        let roles: BTreeSet<&str> = grants.iter().map(|grant| grant.role.as_str()).collect();
        for role in roles {
            let node = Node {
                rank: 20,
                parent: Some(parent.clone()),
                create: privilege::grants(kind, sql, role, grants),
                drop: Some(privilege::revoke(kind, sql, role)),
                ..Node::default()
            };
            self.add(Object { kind: "privileges", name: role.to_owned(), of: of.clone() }, node);
        }
    }

    /// Takes from a new object what it has by default and is not to have.
    fn closing(&self, kind: &str, sql: &str, schema: &str, grants: &[Grant]) -> Option<String> {
        privilege::closing(&self.defaults, kind, sql, schema, grants)
    }
}

/// The node of a schema.
pub fn schema(name: &str) -> Object {
    Object { kind: "schema", name: name.to_owned(), of: Owner::Database }
}

/// The node of a column.
pub fn column(table: &QualifiedName, name: &str) -> Object {
    belonging("column", table, name)
}

/// The node of what belongs to a relation.
pub fn belonging(kind: &'static str, of: &QualifiedName, name: &str) -> Object {
    Object { kind, name: name.to_owned(), of: Owner::Relation(of.clone()) }
}

/// The node of an object in a schema.
pub fn in_schema(kind: &'static str, name: &QualifiedName) -> Object {
    Object { kind, name: name.name.clone(), of: Owner::Schema(name.schema.clone()) }
}

/// `comment on table public.jobs is 'Jobs'`
pub fn comment(kind: &str, object: &str, text: Option<&String>) -> String {
    format!("comment on {kind} {object} is {}", text.map_or_else(|| "null".to_owned(), |text| quote_literal(text)))
}

/// The comment of a new object, where it has one.
fn commented(kind: &str, object: &str, text: Option<&String>) -> Option<String> {
    text.map(|_| comment(kind, object, text))
}

/// `comment on constraint c on public.jobs is …`
pub fn on_table(name: &str, table: &QualifiedName) -> String {
    format!("{} on {}", quote_identifier(name), table.sql())
}
