//! The Rust type of a PostgreSQL type.

use super::layout::Layout;
use crate::catalog::{Catalog, QualifiedName, SqlType, TypeTarget};

/// A Rust type, and how the column that holds it is read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RustType {
    /// As Rust spells it.
    pub text: String,
    /// The SQL type that the column is read as, where drivers do not know its own.
    pub cast: Option<String>,
    /// The column is json or jsonb.
    pub json: bool,
}

/// Finds Rust types, from inside one schema's module.
#[derive(Clone, Copy)]
pub struct TypeMapper<'a> {
    /// What the types' names stand for.
    pub catalog: &'a Catalog,
    /// What they are called in Rust.
    pub layout: &'a Layout,
    /// The schema whose module the type is written in.
    pub schema: &'a str,
}

impl TypeMapper<'_> {
    /// The Rust type of a value that is not NULL.
    pub fn of(&self, data_type: &str) -> RustType {
        let parsed = SqlType::parse(data_type);
        let element = self.element(&parsed);
        if parsed.dimensions == 0 {
            return element;
        }
        let cast = element.cast.or_else(|| self.base_of_domain(&parsed)).map(|cast| format!("{cast}[]"));
        RustType { text: format!("Vec<{}>", element.text), cast, json: false }
    }

    /// Servers send a domain as its base type, but not an array of a domain as an array of that.
    fn base_of_domain(&self, parsed: &SqlType) -> Option<String> {
        let TypeTarget::Domain(domain) = self.catalog.type_target(parsed) else { return None };
        let base = SqlType::parse(&domain.data_type);
        self.base_of_domain(&base).or_else(|| Some(domain.data_type.clone()))
    }

    fn element(&self, parsed: &SqlType) -> RustType {
        match self.catalog.type_target(parsed) {
            TypeTarget::Enum(target) => self.named(&target.name),
            TypeTarget::Composite(target) => self.named(&target.name),
            TypeTarget::Domain(target) => {
                let base = self.of(&target.data_type);
                RustType { text: self.named(&target.name).text, ..base }
            }
            TypeTarget::Table(_) | TypeTarget::View(_) => as_text(),
            TypeTarget::Other => built_in(&parsed.name),
        }
    }

    /// A type of the model by its Rust name, with the path to its module; text where it has none.
    fn named(&self, name: &QualifiedName) -> RustType {
        let Some(found) = self.layout.type_names.get(name) else { return as_text() };
        let text = match self.layout.modules.get(&name.schema) {
            Some(module) if name.schema != self.schema => {
                format!("super::{}::{}", super::names::identifier(module), super::names::identifier(found))
            }
            _ => super::names::identifier(found),
        };
        RustType { text, ..RustType::default() }
    }
}

fn as_text() -> RustType {
    RustType { text: "String".to_owned(), cast: Some("text".to_owned()), json: false }
}

fn built_in(name: &str) -> RustType {
    let text = match name {
        "bool" => "bool",
        "int2" => "i16",
        "int4" => "i32",
        "int8" => "i64",
        "float4" => "f32",
        "float8" => "f64",
        "numeric" => "rust_decimal::Decimal",
        "text" | "varchar" | "bpchar" | "citext" | "name" => "String",
        "uuid" => "uuid::Uuid",
        "bytea" => "Vec<u8>",
        "date" => "chrono::NaiveDate",
        "time" => "chrono::NaiveTime",
        "timestamp" => "chrono::NaiveDateTime",
        "timestamptz" => "chrono::DateTime<chrono::Utc>",
        "json" | "jsonb" => "serde_json::Value",
        "oid" => "u32",
        _ => return as_text(),
    };
    RustType { text: text.to_owned(), json: matches!(name, "json" | "jsonb"), ..RustType::default() }
}
