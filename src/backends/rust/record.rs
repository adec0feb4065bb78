//! A table or view: the row as it is read, as it is made, and as it is changed.

use super::layout::{is_choice, new_name, patch_name};
use super::names::{Scope, field_name, identifier};
use super::pieces::{Pieces, doc, documentation, renames};
use super::types::{RustType, TypeMapper};
use crate::catalog::{Column, QualifiedName, quote_identifier};
use proc_macro2::Ident;
use quote::quote;
use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, Field, FieldValue, Item, Type, parse_quote};

/// What records are made with: patterns, and what types are called from here.
pub struct Writer<'a> {
    /// Patterns.
    pub pieces: Pieces,
    /// Patterns of enums.
    pub enums: super::enumeration::Enums,
    /// Types.
    pub types: TypeMapper<'a>,
}

/// One column, in Rust's terms.
struct Member<'a> {
    column: &'a Column,
    name: Ident,
    rust: RustType,
    data_type: Type,
    nullable: bool,
    /// Its type is the user's and its column json: read through a wrapper.
    wrapped: bool,
}

impl Writer<'_> {
    /// The row of a view.
    pub fn view(&mut self, name: &QualifiedName, comment: Option<&str>, columns: &[Column]) -> Vec<Item> {
        let members = self.members(name, columns);
        self.row(name, comment, &members)
    }

    /// The row of a table, `New…` and `…Patch`.
    pub fn table(&mut self, name: &QualifiedName, comment: Option<&str>, columns: &[Column]) -> Vec<Item> {
        let members = self.members(name, columns);
        let mut items = self.row(name, comment, &members);
        items.push(self.new_record(name, &members));
        items.push(self.patch(name, &members));
        items
    }

    fn members<'a>(&mut self, table: &QualifiedName, columns: &'a [Column]) -> Vec<Member<'a>> {
        let mut scope = Scope::default();
        columns.iter().map(|column| self.member(table, column, &mut scope)).collect()
    }

    fn member<'a>(&mut self, table: &QualifiedName, column: &'a Column, scope: &mut Scope) -> Member<'a> {
        let name = identifier(&scope.claim_one(&field_name(&column.name, "column")));
        let mut rust = self.types.of(&column.data_type);
        let own = column.hints.rust_type.as_ref().filter(|own| self.pieces.data_type(own).is_some());
        let wrapped = own.is_some() && rust.json;
        if let Some(own) = own {
            rust.text.clone_from(own);
        } else if is_choice(column)
            && let Some(choice) = self.types.layout.choices.get(&(table.clone(), column.name.clone()))
        {
            rust.text = identifier(choice).to_string();
        }
        let data_type = self.pieces.data_type(&rust.text).unwrap_or_else(|| parse_quote!(String));
        let nullable = self.types.catalog.is_nullable(column);
        Member { column, name, rust, data_type, nullable, wrapped }
    }

    fn record_name(&self, table: &QualifiedName) -> &str {
        self.types.layout.type_names.get(table).map_or("Row", String::as_str)
    }

    fn row(&self, table: &QualifiedName, comment: Option<&str>, members: &[Member]) -> Vec<Item> {
        let name = identifier(self.record_name(table));
        let mut attributes = documentation(comment, None);
        attributes.push(self.pieces.sqlx_row.clone());
        let fields = members.iter().map(|member| self.row_field(member)).collect();
        let columns: Vec<&str> = members.iter().map(|member| member.column.name.as_str()).collect();
        let reads: Punctuated<FieldValue, _> = members.iter().map(|member| self.read(member)).collect();
        vec![
            self.pieces.record(&name, attributes, fields),
            self.pieces.constants(&name, &table.sql(), &columns, &selection(members)),
            self.pieces.row_conversion(&name, reads),
        ]
    }

    fn row_field(&self, member: &Member) -> Field {
        let mut attributes = documentation(member.column.comment.as_deref(), member.column.hints.deprecated.as_deref());
        attributes.extend(renames(&member.name, &member.column.name, true));
        if member.wrapped {
            let nullable = member.nullable.then(|| quote!((nullable)));
            attributes.push(parse_quote!(#[cfg_attr(feature = "sqlx", sqlx(json #nullable))]));
        }
        self.pieces.field(&member.name, attributes, optional_if(member.nullable, &member.data_type))
    }

    fn read(&self, member: &Member) -> FieldValue {
        let mut read = self.pieces.read(&member.name, &member.column.name);
        if member.wrapped {
            let Expr::Try(plain) = &read.expr else { return read };
            let (plain, data_type) = (&plain.expr, &member.data_type);
            read.expr = match member.nullable {
                true => parse_quote! {
                    #plain.map(|value: Option<postgres::types::Json<#data_type>>| value.map(|json| json.0))?
                },
                false => parse_quote!(#plain.map(|value: postgres::types::Json<#data_type>| value.0)?),
            };
        }
        read
    }

    fn new_record(&self, table: &QualifiedName, members: &[Member]) -> Item {
        let record = self.record_name(table);
        let fields = members.iter().filter(|member| is_written(member.column)).map(|member| {
            let explicit_null = member.nullable && member.column.default.is_some();
            if self.types.catalog.is_optional(member.column) {
                self.optional_field(member, explicit_null)
            } else {
                let attributes = renames(&member.name, &member.column.name, false);
                self.pieces.field(&member.name, attributes, member.data_type.clone())
            }
        });
        let note = format!(" A new row of `{}`: what is `None` is left to the database.", table_shown(table));
        let name = identifier(&new_name(record));
        self.pieces.record(&name, vec![doc(&note)], fields.collect())
    }

    fn patch(&self, table: &QualifiedName, members: &[Member]) -> Item {
        let written = members.iter().filter(|member| is_written(member.column));
        let fields = written.map(|member| self.optional_field(member, member.nullable)).collect();
        let note = format!(" A change of a row of `{}`: what is `None` stays as it is.", table_shown(table));
        let name = identifier(&patch_name(self.record_name(table)));
        self.pieces.patch(&name, vec![doc(&note)], fields)
    }

    /// A field that may be left out; with `explicit_null`, also one that may be set to NULL.
    fn optional_field(&self, member: &Member, explicit_null: bool) -> Field {
        let mut attributes: Vec<Attribute> = renames(&member.name, &member.column.name, false);
        let serde = if explicit_null { &self.pieces.optional_nullable } else { &self.pieces.optional };
        attributes.push(serde.clone());
        let inner = optional_if(explicit_null, &member.data_type);
        self.pieces.field(&member.name, attributes, optional_if(true, &inner))
    }
}

/// Somebody may write it at all.
fn is_written(column: &Column) -> bool {
    column.generated.is_none() && !column.identity.as_ref().is_some_and(|identity| identity.always)
}

fn optional_if(optional: bool, data_type: &Type) -> Type {
    if !optional {
        return data_type.clone();
    }
    let argument = syn::GenericArgument::Type(data_type.clone());
    let arguments = syn::AngleBracketedGenericArguments {
        colon2_token: None,
        lt_token: Default::default(),
        args: std::iter::once(argument).collect(),
        gt_token: Default::default(),
    };
    let segment = syn::PathSegment {
        ident: Ident::new("Option", proc_macro2::Span::call_site()),
        arguments: syn::PathArguments::AngleBracketed(arguments),
    };
    Type::Path(syn::TypePath { attrs: Vec::new(), qself: None, path: segment.into() })
}

fn selection(members: &[Member]) -> String {
    let columns = members.iter().map(|member| {
        let column = quote_identifier(&member.column.name);
        match &member.rust.cast {
            Some(cast) => format!("{column}::{cast} as {column}"),
            None => column,
        }
    });
    columns.collect::<Vec<_>>().join(", ")
}

/// A table's name in a line of documentation.
fn table_shown(table: &QualifiedName) -> String {
    table.to_string().chars().filter(|letter| letter.is_alphanumeric() || "._ ".contains(*letter)).collect()
}
