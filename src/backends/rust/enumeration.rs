//! Enums: those of the database, and those that `one_of` makes of a column.

use super::names::{Scope, identifier, type_name};
use super::pattern::{Pattern, list, literal};
use super::pieces::{block, documentation};
use crate::catalog::{EnumType, QualifiedName};
use syn::parse_quote;

/// Patterns of what every enum has.
pub struct Enums {
    enumeration: Pattern<4>,
    choice: Pattern<3>,
    /// Drivers have nothing for an enum without a value.
    empty: Pattern<1>,
    variant: Pattern<2>,
    choice_variant: Pattern<2>,
    methods: Pattern<3>,
    arm: Pattern<2>,
    text_value: Pattern<1>,
}

impl Enums {
    /// Reads and prints the patterns.
    pub fn new() -> Self {
        const VARIANT: [&str; 2] = ["place_variant", "place_label"];
        Self {
            enumeration: Pattern::of(
                parse_quote! {
                    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
                    #[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
                    #[cfg_attr(feature = "sqlx", sqlx(type_name = place_qualified))]
                    #[cfg_attr(feature = "postgres", derive(postgres_types::FromSql, postgres_types::ToSql))]
                    #[cfg_attr(feature = "postgres", postgres(name = place_database, allow_mismatch))]
                    pub enum place_name {}
                },
                ["place_name", "place_qualified", "place_database", "{}"],
            ),
            choice: Pattern::of(
                parse_quote! {
                    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
                    #[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
                    #[cfg_attr(feature = "sqlx", sqlx(type_name = place_type))]
                    pub enum place_name {}
                },
                ["place_name", "place_type", "{}"],
            ),
            empty: Pattern::of(
                parse_quote! {
                    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
                    pub enum place_name {}
                },
                ["place_name"],
            ),
            variant: Pattern::inside(
                1,
                parse_quote! {
                    enum X {
                        #[serde(rename = place_label)]
                        #[cfg_attr(feature = "sqlx", sqlx(rename = place_label))]
                        #[cfg_attr(feature = "postgres", postgres(name = place_label))]
                        place_variant,
                    }
                },
                VARIANT,
            ),
            choice_variant: Pattern::inside(
                1,
                parse_quote! {
                    enum X {
                        #[serde(rename = place_label)]
                        #[cfg_attr(feature = "sqlx", sqlx(rename = place_label))]
                        place_variant,
                    }
                },
                VARIANT,
            ),
            methods: Pattern::of(
                parse_quote! {
                    impl place_name {
                        #[doc = " All values, in the database's order."]
                        pub const ALL: &'static [Self] = &place_all;

                        #[doc = " The value as the database spells it."]
                        pub fn as_str(self) -> &'static str {
                            match self {}
                        }
                    }
                },
                ["place_name", "place_all", "{}"],
            ),
            arm: Pattern::inside(
                3,
                parse_quote!(impl X { fn f() { match x { Self::place_variant => place_label, } } }),
                VARIANT,
            ),
            text_value: Pattern::of(
                parse_quote! {
                    #[cfg(feature = "postgres")]
                    super::support::text_value!(place_name);
                },
                ["place_name"],
            ),
        }
    }

    /// An enum type, which drivers know by its name.
    pub fn enumeration(&self, text: &mut String, rust_name: &str, found: &EnumType, default_schema: &str) {
        let (database, qualified) = (literal(&found.name.name), literal(&driver_name(&found.name, default_schema)));
        let (name, values) = (identifier(rust_name), values(&found.labels));
        text.push('\n');
        documentation(text, "", found.comment.as_deref());
        match values.as_slice() {
            [] => self.empty.fill(text, [&name]),
            _ => {
                let variants = block(&filled(&self.variant, &values), 0);
                self.enumeration.fill(text, [&name, &qualified, &database, &variants]);
            }
        }
        self.methods(text, &name, &values);
    }

    /// The values of a text column, which drivers know as text.
    pub fn choice(&self, text: &mut String, rust_name: &str, comment: Option<&str>, labels: &[String], sql_type: &str) {
        let (name, values) = (identifier(rust_name), values(labels));
        text.push('\n');
        documentation(text, "", comment);
        let variants = block(&filled(&self.choice_variant, &values), 0);
        self.choice.fill(text, [&name, &literal(sql_type), &variants]);
        self.methods(text, &name, &values);
        text.push('\n');
        self.text_value.fill(text, [&name]);
    }

    /// `ALL` and `as_str`.
    fn methods(&self, text: &mut String, name: &str, values: &[[String; 2]]) {
        let all: Vec<String> = values.iter().map(|[variant, _]| format!("Self::{variant}")).collect();
        let all = list("    pub const ALL: &'static [Self] = &".len(), &all, 4);
        let arms = block(&filled(&self.arm, values), 8);
        text.push('\n');
        self.methods.fill(text, [name, &all, &arms]);
    }
}

fn filled(pattern: &Pattern<2>, values: &[[String; 2]]) -> String {
    values.iter().fold(String::new(), |mut text, [variant, label]| {
        pattern.fill(&mut text, [variant, label]);
        text
    })
}

/// A variant and a literal for each label; the variants are distinct.
fn values(labels: &[String]) -> Vec<[String; 2]> {
    let mut scope = Scope::default();
    let variant = |label: &String| identifier(&scope.claim_one(&type_name(label, "Value")));
    let variants: Vec<String> = labels.iter().map(variant).collect();
    variants.into_iter().zip(labels).map(|(variant, label)| [variant, literal(label)]).collect()
}

/// The name by which sqlx finds a type: with its schema, unless that is the default one.
pub fn driver_name(name: &QualifiedName, default_schema: &str) -> String {
    if name.schema == default_schema { name.name.clone() } else { name.to_string() }
}
