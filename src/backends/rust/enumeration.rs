//! Enums: those of the database, and those that `one_of` makes of a column.

use super::names::{Scope, identifier, type_name};
use super::pieces::{documentation, list_attribute, text};
use crate::catalog::{EnumType, QualifiedName};
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::punctuated::Punctuated;
use syn::{Arm, Attribute, Expr, Fields, ImplItem, Item, ItemEnum, ItemImpl, ItemMacro, Stmt, Variant, parse_quote};

/// Patterns of what every enum has, read once and cloned: a model has one wherever a column says `one_of`.
pub struct Enums {
    definition: ItemEnum,
    methods: ItemImpl,
    value: Expr,
    arm: Arm,
    text_value: ItemMacro,
    serde: Attribute,
    driver: Attribute,
}

/// An enum's name, comment and labels.
struct Labelled<'a> {
    name: Ident,
    comment: Option<&'a str>,
    labels: &'a [String],
}

impl Enums {
    /// Reads the patterns.
    pub fn new() -> Self {
        Self {
            definition: parse_quote! {
                #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
                pub enum X {}
            },
            methods: parse_quote! {
                impl X {
                    #[doc = " All values, in the database's order."]
                    pub const ALL: &'static [Self] = &[];

                    #[doc = " The value as the database spells it."]
                    pub fn as_str(self) -> &'static str {
                        match self {}
                    }
                }
            },
            value: parse_quote!(Self::X),
            arm: parse_quote!(Self::X => "",),
            text_value: parse_quote! {
                #[cfg(feature = "postgres")]
                super::support::text_value!();
            },
            serde: parse_quote!(#[serde()]),
            driver: parse_quote!(#[cfg_attr()]),
        }
    }

    /// An enum type, which drivers know by its name.
    pub fn enumeration(&self, rust_name: &str, found: &EnumType, default_schema: &str) -> Vec<Item> {
        let (database, qualified) = (&found.name.name, driver_name(&found.name, default_schema));
        let drivers = [
            quote!(feature = "sqlx", derive(sqlx::Type)),
            quote!(feature = "sqlx", sqlx(type_name = #qualified)),
            quote!(feature = "postgres", derive(postgres_types::FromSql, postgres_types::ToSql)),
            quote!(feature = "postgres", postgres(name = #database, allow_mismatch)),
        ];
        let variant = |label: &str| {
            vec![quote!(feature = "sqlx", sqlx(rename = #label)), quote!(feature = "postgres", postgres(name = #label))]
        };
        let (name, comment) = (identifier(rust_name), found.comment.as_deref());
        self.items(&Labelled { name, comment, labels: &found.labels }, drivers.into(), variant)
    }

    /// The values of a text column, which drivers know as text.
    pub fn choice(&self, rust_name: &str, comment: Option<&str>, values: &[String], sql_type: &str) -> Vec<Item> {
        let drivers =
            vec![quote!(feature = "sqlx", derive(sqlx::Type)), quote!(feature = "sqlx", sqlx(type_name = #sql_type))];
        let variant = |label: &str| vec![quote!(feature = "sqlx", sqlx(rename = #label))];
        let name = identifier(rust_name);
        let mut conversions = self.text_value.clone();
        conversions.mac.tokens = quote!(#name);
        let mut items = self.items(&Labelled { name, comment, labels: values }, drivers, variant);
        items.push(Item::Macro(conversions));
        items
    }

    fn items(
        &self,
        labelled: &Labelled,
        drivers: Vec<TokenStream>,
        variant_drivers: impl Fn(&str) -> Vec<TokenStream>,
    ) -> Vec<Item> {
        let variants = variants(labelled.labels);
        let drivers = if variants.is_empty() { Vec::new() } else { drivers };
        let mut definition = self.definition.clone();
        definition.ident = labelled.name.clone();
        definition.attrs.splice(0..0, documentation(labelled.comment, None));
        definition.attrs.extend(self.drivers(drivers));
        let labels = labelled.labels.iter().zip(&variants);
        definition.variants = labels.map(|(label, name)| self.variant(label, name, variant_drivers(label))).collect();
        vec![Item::Enum(definition), self.methods(labelled, &variants)]
    }

    fn drivers(&self, drivers: Vec<TokenStream>) -> impl Iterator<Item = Attribute> {
        drivers.into_iter().map(|tokens| list_attribute(&self.driver, tokens))
    }

    fn variant(&self, label: &str, name: &Ident, drivers: Vec<TokenStream>) -> Variant {
        let mut attrs = vec![list_attribute(&self.serde, quote!(rename = #label))];
        attrs.extend(self.drivers(drivers));
        Variant { attrs, ident: name.clone(), fields: Fields::Unit, discriminant: None }
    }

    /// `ALL` and `as_str`.
    fn methods(&self, labelled: &Labelled, variants: &[Ident]) -> Item {
        let mut methods = self.methods.clone();
        *methods.self_ty =
            syn::Type::Path(syn::TypePath { attrs: Vec::new(), qself: None, path: labelled.name.clone().into() });
        for item in &mut methods.items {
            match item {
                ImplItem::Const(all) => set_elements(&mut all.expr, variants.iter().map(|name| self.value(name))),
                ImplItem::Fn(as_str) => set_arms(&mut as_str.block.stmts, self.arms(labelled.labels, variants)),
                _ => {}
            }
        }
        Item::Impl(methods)
    }

    /// `Self::Name`
    fn value(&self, name: &Ident) -> Expr {
        let mut value = self.value.clone();
        if let Expr::Path(path) = &mut value {
            name_last(&mut path.path, name);
        }
        value
    }

    fn arms(&self, labels: &[String], variants: &[Ident]) -> Vec<Arm> {
        let arm = |(label, name): (&String, &Ident)| {
            let mut arm = self.arm.clone();
            if let syn::Pat::Path(path) = &mut arm.pat {
                name_last(&mut path.path, name);
            }
            *arm.body = text(label);
            arm
        };
        labels.iter().zip(variants).map(arm).collect()
    }
}

fn name_last(path: &mut syn::Path, name: &Ident) {
    if let Some(last) = path.segments.last_mut() {
        last.ident = name.clone();
    }
}

/// What stands in `&[…]`.
fn set_elements(expression: &mut Expr, elements: impl Iterator<Item = Expr>) {
    if let Expr::Reference(reference) = expression
        && let Expr::Array(array) = &mut *reference.expr
    {
        array.elems = elements.collect::<Punctuated<_, _>>();
    }
}

fn set_arms(statements: &mut [Stmt], arms: Vec<Arm>) {
    if let Some(Stmt::Expr(Expr::Match(found), _)) = statements.last_mut() {
        found.arms = arms;
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
