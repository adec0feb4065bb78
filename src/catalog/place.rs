//! Where something is: an object, or a part of a table.

use super::{FunctionName, ObjectName, QualifiedName};

/// An object, or a part of a table.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The whole of it.
    Whole(ObjectName),
    /// Of this table: what kind of part (`check`, `default` …) and its name.
    Part(QualifiedName, &'static str, String),
}

impl std::fmt::Display for Place {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Whole(name) => match name {
                ObjectName::Enum(name) => write!(out, "enum {name}"),
                ObjectName::Domain(name) => write!(out, "domain {name}"),
                ObjectName::Composite(name) => write!(out, "composite {name}"),
                ObjectName::Range(name) => write!(out, "range {name}"),
                ObjectName::Sequence(name) => write!(out, "sequence {name}"),
                ObjectName::Function(FunctionName { name, arguments }) => {
                    write!(out, "function {name}({})", arguments.join(", "))
                }
                ObjectName::Table(name) => write!(out, "table {name}"),
                ObjectName::View(name) => write!(out, "view {name}"),
                ObjectName::MaterializedView(name) => write!(out, "materialized view {name}"),
                ObjectName::Schema(name) => write!(out, "schema {name}"),
                ObjectName::Extension(name) => write!(out, "extension {name}"),
                ObjectName::Role(name) => write!(out, "role {name}"),
                ObjectName::Raw(name) => write!(out, "{name}"),
            },
            Self::Part(table, kind, name) => write!(out, "{kind} {name} on {table}"),
        }
    }
}
