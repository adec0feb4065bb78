//! A table or view: the row as it is read, as it is made, and as it is changed.

use super::layout::{is_choice, new_name, patch_name};
use super::names::{Scope, field_name, identifier};
use super::pieces::{Pieces, doc, documentation, printed, renames};
use super::types::{RustType, TypeMapper};
use crate::catalog::{Column, QualifiedName, quote_identifier};
use proc_macro2::Ident;
use quote::quote;
use std::rc::Rc;
use syn::punctuated::Punctuated;
use syn::{Expr, FieldValue, Type, parse_quote};

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
    pub fn view(&mut self, name: &QualifiedName, comment: Option<&str>, columns: &[Column]) -> Vec<String> {
        let members = self.members(name, columns);
        self.row(name, comment, &members)
    }

    /// The row of a table, `New…` and `…Patch`.
    pub fn table(&mut self, name: &QualifiedName, comment: Option<&str>, columns: &[Column]) -> Vec<String> {
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

    fn row(&mut self, name: &QualifiedName, comment: Option<&str>, members: &[Member]) -> Vec<String> {
        let rust_name = identifier(self.record_name(name));
        let mut attributes = documentation(comment, None);
        attributes.push(self.pieces.sqlx_row.clone());
        let fields: Vec<_> = members.iter().map(|member| self.row_field(member)).collect();
        let columns: Vec<&str> = members.iter().map(|member| member.column.name.as_str()).collect();
        let reads: Punctuated<FieldValue, _> = members.iter().map(|member| self.read(member)).collect();
        vec![
            self.pieces.record(&rust_name, attributes, &fields),
            printed(self.pieces.constants(&rust_name, &name.sql(), &columns, &selection(members))),
            printed(self.pieces.row_conversion(&rust_name, reads)),
        ]
    }

    fn row_field(&mut self, member: &Member) -> Rc<str> {
        let Column { comment, hints, .. } = member.column;
        let kind = if member.nullable { "row, nullable" } else { "row" };
        let plain = comment.is_none() && hints.deprecated.is_none() && !member.wrapped;
        self.field(plain.then_some(kind), member, |pieces| {
            let mut attributes = documentation(comment.as_deref(), hints.deprecated.as_deref());
            attributes.extend(renames(&member.name, &member.column.name, true));
            if member.wrapped {
                let nullable = member.nullable.then(|| quote!((nullable)));
                attributes.push(parse_quote!(#[cfg_attr(feature = "sqlx", sqlx(json #nullable))]));
            }
            pieces.field(&member.name, attributes, optional_if(member.nullable, &member.data_type))
        })
    }

    /// A field, printed once for all columns of the same kind, name and type.
    fn field(&mut self, kind: Option<&str>, member: &Member, print: impl Fn(&Pieces) -> Rc<str>) -> Rc<str> {
        let name = member.name.to_string();
        let key = kind.map(|kind| [kind, &name, &member.column.name, &member.rust.text].join("\n"));
        let known = key.as_ref().and_then(|key| self.pieces.known_field(key));
        known.unwrap_or_else(|| {
            let field = print(&self.pieces);
            key.into_iter().for_each(|key| self.pieces.keep_field(key, field.clone()));
            field
        })
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

    fn new_record(&mut self, table: &QualifiedName, members: &[Member]) -> String {
        let written = members.iter().filter(|member| is_written(member.column));
        let fields: Vec<_> = written.map(|member| self.new_field(member)).collect();
        let note = format!(" A new row of `{}`: what is `None` is left to the database.", table_shown(table));
        let name = identifier(&new_name(self.record_name(table)));
        self.pieces.record(&name, vec![doc(&note)], &fields)
    }

    fn new_field(&mut self, member: &Member) -> Rc<str> {
        if self.types.catalog.is_optional(member.column) {
            return self.optional_field(member, member.nullable && member.column.default.is_some());
        }
        self.field(Some("required"), member, |pieces| {
            let attributes = renames(&member.name, &member.column.name, false);
            pieces.field(&member.name, attributes, member.data_type.clone())
        })
    }

    fn patch(&mut self, table: &QualifiedName, members: &[Member]) -> String {
        let written = members.iter().filter(|member| is_written(member.column));
        let fields: Vec<_> = written.map(|member| self.optional_field(member, member.nullable)).collect();
        let note = format!(" A change of a row of `{}`: what is `None` stays as it is.", table_shown(table));
        let name = identifier(&patch_name(self.record_name(table)));
        self.pieces.patch(&name, vec![doc(&note)], &fields)
    }

    /// A field that may be left out; with `explicit_null`, also one that may be set to NULL.
    fn optional_field(&mut self, member: &Member, explicit_null: bool) -> Rc<str> {
        let kind = if explicit_null { "optional, nullable" } else { "optional" };
        self.field(Some(kind), member, |pieces| {
            let mut attributes = renames(&member.name, &member.column.name, false);
            let serde = if explicit_null { &pieces.optional_nullable } else { &pieces.optional };
            attributes.push(serde.clone());
            let inner = optional_if(explicit_null, &member.data_type);
            pieces.field(&member.name, attributes, optional_if(true, &inner))
        })
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
