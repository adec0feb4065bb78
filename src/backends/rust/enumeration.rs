//! Enums: those of the database, and those that `one_of` makes of a column.

use super::names::{Scope, identifier, type_name};
use super::pieces::documentation;
use crate::catalog::{EnumType, QualifiedName};
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::{File, Item, parse2};

/// An enum type, which drivers know by its name.
pub fn enumeration(rust_name: &str, found: &EnumType, default_schema: &str) -> Vec<Item> {
    let (database, qualified) = (&found.name.name, driver_name(&found.name, default_schema));
    let drivers = quote! {
        #[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
        #[cfg_attr(feature = "sqlx", sqlx(type_name = #qualified))]
        #[cfg_attr(feature = "postgres", derive(postgres_types::FromSql, postgres_types::ToSql))]
        #[cfg_attr(feature = "postgres", postgres(name = #database, allow_mismatch))]
    };
    let variant = |label: &str| {
        quote! {
            #[cfg_attr(feature = "sqlx", sqlx(rename = #label))]
            #[cfg_attr(feature = "postgres", postgres(name = #label))]
        }
    };
    items(definition(rust_name, found.comment.as_deref(), &found.labels, drivers, variant))
}

/// The values of a text column, which drivers know as text.
pub fn choice(rust_name: &str, comment: Option<&str>, values: &[String], sql_type: &str) -> Vec<Item> {
    let drivers = quote! {
        #[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
        #[cfg_attr(feature = "sqlx", sqlx(type_name = #sql_type))]
    };
    let variant = |label: &str| quote!(#[cfg_attr(feature = "sqlx", sqlx(rename = #label))]);
    let mut tokens = definition(rust_name, comment, values, drivers, variant);
    let name = identifier(rust_name);
    tokens.extend(text_conversions(&name));
    items(tokens)
}

fn definition(
    rust_name: &str,
    comment: Option<&str>,
    labels: &[String],
    drivers: TokenStream,
    variant_drivers: impl Fn(&str) -> TokenStream,
) -> TokenStream {
    let name = identifier(rust_name);
    let variants = variants(labels);
    let drivers = if labels.is_empty() { TokenStream::new() } else { drivers };
    let attributes = labels.iter().map(|label| variant_drivers(label));
    let documentation = documentation(comment, None);
    quote! {
        #(#documentation)*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #drivers
        pub enum #name {
            #(#[serde(rename = #labels)] #attributes #variants,)*
        }

        impl #name {
            #[doc = " All values, in the database's order."]
            pub const ALL: &'static [Self] = &[#(Self::#variants),*];

            #[doc = " The value as the database spells it."]
            pub fn as_str(self) -> &'static str {
                match self { #(Self::#variants => #labels,)* }
            }
        }
    }
}

/// A text column's values for the postgres driver: read and written as text.
fn text_conversions(name: &Ident) -> TokenStream {
    quote! {
        #[cfg(feature = "postgres")]
        impl<'a> postgres::types::FromSql<'a> for #name {
            fn from_sql(
                sql_type: &postgres::types::Type,
                raw: &'a [u8],
            ) -> Result<Self, Box<dyn std::error::Error + Sync + Send>> {
                let text = <&str as postgres::types::FromSql>::from_sql(sql_type, raw)?;
                let found = Self::ALL.iter().copied().find(|value| value.as_str() == text);
                found.ok_or_else(|| super::support::unknown_value(text))
            }

            fn accepts(sql_type: &postgres::types::Type) -> bool {
                <&str as postgres::types::FromSql>::accepts(sql_type)
            }
        }

        #[cfg(feature = "postgres")]
        impl postgres::types::ToSql for #name {
            fn to_sql(
                &self,
                sql_type: &postgres::types::Type,
                out: &mut postgres::types::private::BytesMut,
            ) -> Result<postgres::types::IsNull, Box<dyn std::error::Error + Sync + Send>> {
                postgres::types::ToSql::to_sql(&self.as_str(), sql_type, out)
            }

            fn accepts(sql_type: &postgres::types::Type) -> bool {
                <&str as postgres::types::ToSql>::accepts(sql_type)
            }

            postgres::types::to_sql_checked!();
        }
    }
}

/// One variant a label, distinct.
fn variants(labels: &[String]) -> Vec<Ident> {
    let mut scope = Scope::default();
    labels.iter().map(|label| identifier(&scope.claim_one(&type_name(label, "Value")))).collect()
}

/// The name by which sqlx finds a type: with its schema, unless that is the default one.
pub fn driver_name(name: &QualifiedName, default_schema: &str) -> String {
    if name.schema == default_schema { name.name.clone() } else { name.to_string() }
}

/// What was quoted above is Rust; the goldens compile it.
fn items(tokens: TokenStream) -> Vec<Item> {
    parse2::<File>(tokens).map(|file| file.items).unwrap_or_default()
}
