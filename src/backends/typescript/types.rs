//! The TypeScript type of a PostgreSQL type.

use super::spelling::literal;
use crate::catalog::{Catalog, QualifiedName, SqlType, TypeTarget};
use std::collections::BTreeSet;

/// Finds TypeScript types.
#[derive(Clone, Copy)]
pub struct TypeMapper<'a> {
    /// What the types' names stand for.
    pub catalog: &'a Catalog,
    /// Schemas that are in the file.
    pub schemas: &'a BTreeSet<String>,
    /// As the reference generator: `unknown` for what it does not know.
    pub strict: bool,
}

impl TypeMapper<'_> {
    /// The type of a column's value that is not NULL. The reference generator sees through one domain here.
    pub fn of_column(&self, data_type: &str) -> String {
        let parsed = SqlType::parse(data_type);
        match self.catalog.type_target(&parsed) {
            TypeTarget::Domain(domain) if self.strict && parsed.dimensions == 0 => self.of(&domain.data_type),
            _ => self.of_parsed(&parsed),
        }
    }

    /// The type of any other value: an argument, a result, a field of a composite type.
    pub fn of(&self, data_type: &str) -> String {
        self.of_parsed(&SqlType::parse(data_type))
    }

    fn of_parsed(&self, parsed: &SqlType) -> String {
        let element = self.element(parsed);
        match parsed.dimensions {
            0 => element,
            _ if element.contains(" | ") => format!("({element})[]"),
            _ => format!("{element}[]"),
        }
    }

    fn element(&self, parsed: &SqlType) -> String {
        match self.catalog.type_target(parsed) {
            TypeTarget::Enum(found) if !self.schemas.contains(&found.name.schema) => union(&found.labels),
            TypeTarget::Enum(found) => self.reference("Enums", &found.name),
            TypeTarget::Composite(found) => self.reference("CompositeTypes", &found.name),
            TypeTarget::Table(name) => self.row("Tables", name),
            TypeTarget::View(name) => self.row("Views", name),
            TypeTarget::Domain(_) if self.strict => "unknown".to_owned(),
            TypeTarget::Domain(domain) => self.of(&domain.data_type),
            TypeTarget::Other => self.built_in(&parsed.name).to_owned(),
        }
    }

    fn reference(&self, kind: &str, name: &QualifiedName) -> String {
        if !self.schemas.contains(&name.schema) {
            return "unknown".to_owned();
        }
        format!("Database[{}][\"{kind}\"][{}]", literal(&name.schema), literal(&name.name))
    }

    fn row(&self, kind: &str, name: &QualifiedName) -> String {
        let reference = self.reference(kind, name);
        if reference == "unknown" { reference } else { format!("{reference}[\"Row\"]") }
    }

    fn built_in(&self, name: &str) -> &'static str {
        match name {
            "bool" => "boolean",
            "int2" | "int4" | "int8" | "float4" | "float8" | "numeric" => "number",
            "bytea" | "bpchar" | "varchar" | "date" | "text" | "citext" | "time" | "timetz" | "timestamp"
            | "timestamptz" | "uuid" | "vector" | "interval" => "string",
            "json" | "jsonb" => "Json",
            "void" => "undefined",
            "record" => "Record<string, unknown>",
            _ if self.strict => "unknown",
            "hstore" => "Record<string, string | null>",
            _ if is_sent_as_text(name) => "string",
            _ => "unknown",
        }
    }
}

/// PostgREST sends these as JSON strings.
fn is_sent_as_text(name: &str) -> bool {
    let known = [
        "bit",
        "char",
        "cid",
        "cidr",
        "halfvec",
        "inet",
        "jsonpath",
        "lquery",
        "ltree",
        "ltxtquery",
        "macaddr",
        "macaddr8",
        "money",
        "name",
        "oid",
        "pg_lsn",
        "sparsevec",
        "tsquery",
        "tsvector",
        "varbit",
        "xid",
        "xml",
    ];
    known.contains(&name) || name.starts_with("reg") || name.ends_with("range")
}

/// Texts as a union of literals.
pub fn union(labels: &[String]) -> String {
    if labels.is_empty() {
        return "never".to_owned();
    }
    labels.iter().map(|label| literal(label)).collect::<Vec<_>>().join(" | ")
}

/// A type that may be null as well: `unknown` includes it, `Json` has it unless told otherwise.
pub fn nullable_if(nullable: bool, data_type: &str) -> String {
    match data_type {
        "Json" if !nullable => "NonNullable<Json>".to_owned(),
        "unknown" | "any" => data_type.to_owned(),
        _ if nullable => format!("{data_type} | null"),
        _ => data_type.to_owned(),
    }
}
