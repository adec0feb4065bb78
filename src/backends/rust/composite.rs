//! Composite types and domains.

use super::enumeration::driver_name;
use super::names::{Scope, field_name, identifier};
use super::pieces::{documentation, renames};
use super::types::TypeMapper;
use crate::catalog::{CompositeType, Domain};
use quote::quote;
use syn::{Attribute, File, Item, Type, parse_quote, parse2};

/// A composite type. Every field may be NULL: PostgreSQL has no NOT NULL for them.
pub fn composite(rust_name: &str, found: &CompositeType, types: TypeMapper) -> Vec<Item> {
    let name = identifier(rust_name);
    let (database, qualified) = (&found.name.name, driver_name(&found.name, &types.catalog.hints.default_schema));
    let mut scope = Scope::default();
    let fields = found.fields.iter().map(|(field, data_type)| {
        let name = identifier(&scope.claim_one(&field_name(field, "field")));
        let mut attributes: Vec<Attribute> = renames(&name, field, false);
        if !attributes.is_empty() {
            attributes.push(parse_quote!(#[cfg_attr(feature = "postgres", postgres(name = #field))]));
        }
        let data_type: Type = read_type(&types.of(data_type).text);
        quote!(#(#attributes)* pub #name: Option<#data_type>)
    });
    let documentation = documentation(found.comment.as_deref(), None);
    let tokens = quote! {
        #(#documentation)*
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
        #[cfg_attr(feature = "sqlx", sqlx(type_name = #qualified))]
        #[cfg_attr(feature = "postgres", derive(postgres_types::FromSql, postgres_types::ToSql))]
        #[cfg_attr(feature = "postgres", postgres(name = #database))]
        pub struct #name { #(#fields,)* }
    };
    parse2::<File>(tokens).map(|file| file.items).unwrap_or_default()
}

/// A domain: a name for its base type, which is what drivers are sent.
pub fn domain(rust_name: &str, found: &Domain, types: TypeMapper) -> Vec<Item> {
    let name = identifier(rust_name);
    let base = read_type(&types.of(&found.data_type).text);
    let documentation = documentation(found.comment.as_deref(), None);
    vec![parse_quote!(#(#documentation)* pub type #name = #base;)]
}

fn read_type(text: &str) -> Type {
    syn::parse_str(text).unwrap_or_else(|_| parse_quote!(String))
}
