//! What the template is given. Every text is TypeScript already.

use minijinja::Value;
use minijinja::value::Object;
use serde::Serialize;
use std::sync::Arc;

/// The whole file.
#[derive(Debug, Default, Serialize)]
pub struct File {
    /// Names that `ts_type` uses and that are the user's own.
    pub own_types: Vec<String>,
    /// Schemas in order.
    pub schemas: Vec<Schema>,
    /// The default schema as a literal.
    pub default_schema: String,
    /// What callers of a role may see and do.
    pub roles: Vec<Role>,
}

/// One schema.
#[derive(Debug, Default, Serialize)]
pub struct Schema {
    /// Its property name.
    pub key: String,
    /// Its property name in a value.
    pub value_key: String,
    /// Tables in order, each a [`Relation`].
    pub tables: Vec<Value>,
    /// Views in order.
    pub views: Vec<Value>,
    /// Functions in order.
    pub functions: Vec<Function>,
    /// Enums in order.
    pub enums: Vec<Enum>,
    /// Composite types in order.
    pub composites: Vec<Composite>,
}

/// A table or view.
#[derive(Debug)]
pub struct Relation {
    /// Its property name.
    pub key: Value,
    /// Its comment.
    pub doc: Value,
    /// Properties of `Row`, each a [`Property`].
    pub row: Value,
    /// Properties of `Insert`; none: there is no `Insert`.
    pub insert: Value,
    /// Properties of `Update`.
    pub update: Value,
    /// Foreign keys, each a [`Relationship`].
    pub relationships: Value,
}

/// `name?: type`. A model has three for every column.
#[derive(Debug)]
pub struct Property {
    /// A comment with its line break, or nothing.
    pub doc: Value,
    /// `name?: type`
    pub text: Value,
}

/// A foreign key.
#[derive(Debug)]
pub struct Relationship {
    /// Name as a literal.
    pub name: Value,
    /// Columns as a list of literals.
    pub columns: Value,
    /// At most one row refers to a row.
    pub one_to_one: bool,
    /// The table or view referred to, as a literal.
    pub relation: Value,
    /// Its columns as a list of literals.
    pub to: Value,
}

/// What a large model has many of is handed over as it is: as a map, each would take ten times the room.
macro_rules! objects {
    ($($name:ident: $($field:ident)*;)*) => {$(
        impl Object for $name {
            fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
                self.get_value_by_str(key.as_str()?)
            }

            fn get_value_by_str(self: &Arc<Self>, key: &str) -> Option<Value> {
                match key {
                    $(stringify!($field) => Some(self.$field.clone().into()),)*
                    _ => None,
                }
            }
        }

        impl From<$name> for Value {
            fn from(made: $name) -> Self {
                Self::from_object(made)
            }
        }
    )*};
}

objects! {
    Relation: key doc row insert update relationships;
    Property: doc text;
    Relationship: name columns one_to_one relation to;
    RoleRelation: key name read create change;
}

/// A function with its overloads.
#[derive(Debug, Default, Serialize)]
pub struct Function {
    /// Its property name.
    pub key: String,
    /// Its comment.
    pub doc: String,
    /// One entry an overload.
    pub signatures: Vec<Signature>,
}

/// An overload.
#[derive(Debug, Default, Serialize)]
pub struct Signature {
    /// The arguments as one type.
    pub arguments: String,
    /// The result.
    pub returns: String,
    /// What relation the result can be embedded as.
    pub set_of: Option<SetOf>,
}

/// `SetofOptions`
#[derive(Debug, Default, Serialize)]
pub struct SetOf {
    /// The relation that the argument is a row of, or `"*"`, as a literal.
    pub from: String,
    /// The relation that the result is a row of, as a literal.
    pub to: String,
    /// At most one row comes back.
    pub one_to_one: bool,
    /// `SETOF`
    pub set: bool,
}

/// An enum.
#[derive(Debug, Default, Serialize)]
pub struct Enum {
    /// Its property name.
    pub key: String,
    /// Its property name in a value.
    pub value_key: String,
    /// Its comment.
    pub doc: String,
    /// A union of literals.
    pub union: String,
    /// The literals, with commas between.
    pub labels: String,
}

/// A composite type.
#[derive(Debug, Default, Serialize)]
pub struct Composite {
    /// Its property name.
    pub key: String,
    /// Its comment.
    pub doc: String,
    /// Its fields.
    pub fields: Vec<Value>,
}

/// What callers of one database role may do, by column privileges.
#[derive(Debug, Default, Serialize)]
pub struct Role {
    /// `SignedIn`
    pub name: String,
    /// Its comment.
    pub doc: String,
    /// Schemas in order.
    pub schemas: Vec<RoleSchema>,
}

/// A schema as one role sees it.
#[derive(Debug, Default, Serialize)]
pub struct RoleSchema {
    /// Its property name.
    pub key: String,
    /// Its name as a literal.
    pub name: String,
    /// Tables that may be touched, each a [`RoleRelation`].
    pub tables: Vec<Value>,
    /// Views that may be read.
    pub views: Vec<Value>,
    /// Functions that may be called, as literals with ` | ` between; `never` for none.
    pub functions: String,
}

/// A table or view as one role sees it: columns as literals with ` | ` between, `never` for none.
#[derive(Debug)]
pub struct RoleRelation {
    /// Its property name.
    pub key: Value,
    /// Its name as a literal.
    pub name: Value,
    /// Columns that may be read.
    pub read: Value,
    /// Columns that may be given when inserting.
    pub create: Value,
    /// Columns that may be changed.
    pub change: Value,
}
