//! Composite types and domains.

use super::enumeration::driver_name;
use super::names::{Scope, field_name, identifier};
use super::pattern::{Pattern, literal};
use super::pieces::{block, documentation};
use super::record::Writer;
use crate::catalog::{CompositeType, Domain};
use syn::parse_quote;

/// Their patterns.
pub struct Composites {
    composite: Pattern<4>,
    field: Pattern<2>,
    renamed_for_postgres: Pattern<1>,
    domain: Pattern<2>,
}

impl Composites {
    /// Reads and prints the patterns.
    pub fn new() -> Self {
        Self {
            composite: Pattern::of(
                parse_quote! {
                    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
                    #[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
                    #[cfg_attr(feature = "sqlx", sqlx(type_name = place_qualified))]
                    #[cfg_attr(feature = "postgres", derive(postgres_types::FromSql, postgres_types::ToSql))]
                    #[cfg_attr(feature = "postgres", postgres(name = place_database))]
                    pub struct place_name {}
                },
                ["place_name", "place_qualified", "place_database", "{}"],
            ),
            field: Pattern::inside(
                1,
                parse_quote!(
                    struct X {
                        pub place_field: Option<place_type>,
                    }
                ),
                ["place_field", "place_type"],
            ),
            renamed_for_postgres: Pattern::attribute(
                parse_quote!(#[cfg_attr(feature = "postgres", postgres(name = place_name))]),
                ["place_name"],
            ),
            domain: Pattern::of(
                parse_quote!(
                    pub type place_name = place_type;
                ),
                ["place_name", "place_type"],
            ),
        }
    }
}

impl Writer<'_> {
    /// A composite type. Every field may be NULL: PostgreSQL has no NOT NULL for them.
    pub fn composite(&self, text: &mut String, rust_name: &str, found: &CompositeType) {
        let mut scope = Scope::default();
        let mut fields = String::new();
        for (field, data_type) in &found.fields {
            let name = identifier(&scope.claim_one(&field_name(field, "field")));
            self.field(&mut fields, &name, field, data_type);
        }
        let qualified = driver_name(&found.name, &self.types.catalog.hints.default_schema);
        let (database, qualified) = (literal(&found.name.name), literal(&qualified));
        text.push('\n');
        documentation(text, "", found.comment.as_deref());
        let values = [&identifier(rust_name), &qualified, &database, &block(&fields, 0)];
        self.composites.composite.fill(text, values.map(String::as_str));
    }

    fn field(&self, text: &mut String, name: &str, database: &str, data_type: &str) {
        self.pieces.renames(text, name, database, false);
        if name.trim_start_matches("r#") != database {
            self.composites.renamed_for_postgres.fill(text, [&literal(database)]);
        }
        let data_type = self.types.of(data_type).text;
        self.composites.field.fill(text, [name, &data_type]);
    }

    /// A domain: a name for its base type, which is what drivers are sent.
    pub fn domain(&self, text: &mut String, rust_name: &str, found: &Domain) {
        let base = self.types.of(&found.data_type).text;
        text.push('\n');
        documentation(text, "", found.comment.as_deref());
        self.composites.domain.fill(text, [&identifier(rust_name), &base]);
    }
}
