//! Rust: a module a schema, with a struct for a row of each table and view, one for a new row and one for a
//! change; enums, composite types and domains.
//!
//! The structs know no driver. Behind the features `sqlx` and `postgres` of the crate that includes them they can be
//! read with either.

mod composite;
mod enumeration;
mod layout;
mod names;
mod pattern;
mod pieces;
mod record;
mod types;

use super::{Backend, Options};
use crate::catalog::{Catalog, Column, CompositeType, Domain, EnumType, Management, QualifiedName};
use crate::output::OutputTree;
use layout::Layout;
use record::Writer;
use types::TypeMapper;

/// The Rust back end.
pub struct Rust;

impl Backend for Rust {
    fn name(&self) -> &'static str {
        "rust"
    }

    fn emit_in_parts(&self, catalog: &Catalog, options: &Options, take: &mut dyn FnMut(OutputTree)) {
        let layout = Layout::new(catalog);
        take(OutputTree::of("rust/mod.rs", root(&layout)));
        take(OutputTree::of("rust/support.rs", support(options)));
        for (schema, module) in &layout.modules {
            let path = format!("rust/{module}.rs");
            schema_module(catalog, &layout, schema, |text| take(OutputTree::of(&path, text)));
        }
    }
}

const HEADER: &str = "// Written by schemagen. Do not edit: the next build overwrites it.\n";

/// What stands at the head of the root module. Generated code itself names columns that are deprecated for others.
const PREAMBLE: &str = "\
//! The database's types, for a crate with serde, serde_json, chrono, uuid and rust_decimal.
//!
//! Its features `sqlx` and `postgres` (with the crates postgres and postgres-types) let the types be read with either;
//! declare both in Cargo.toml, or the lint `unexpected_cfgs` asks for the other one.
#![allow(deprecated)]
";

fn root(layout: &Layout) -> String {
    let mut text = format!("{HEADER}{PREAMBLE}\npub mod support;\n");
    for module in layout.modules.values() {
        text.push_str(&format!("pub mod {};\n", names::identifier(module)));
    }
    text
}

fn support(options: &Options) -> String {
    let text = options.templates.get("rust/support.rs").map_or(SUPPORT, String::as_str);
    format!("{HEADER}//! What the other modules share.\n\n{text}")
}

static SUPPORT: &str = include_str!("../../../templates/rust/support.rs");

/// One thing that gets items of its own.
enum Subject<'a> {
    Table(&'a QualifiedName, Option<&'a str>, &'a [Column]),
    View(&'a QualifiedName, Option<&'a str>),
    Choice(&'a QualifiedName, &'a Column),
    Enum(&'a EnumType),
    Composite(&'a CompositeType),
    Domain(&'a Domain),
}

fn schema_module(catalog: &Catalog, layout: &Layout, schema: &str, mut take: impl FnMut(String)) {
    let writer = Writer::new(TypeMapper { catalog, layout, schema });
    take(HEADER.to_owned());
    for some in subjects(catalog, schema).chunks(AT_ONCE) {
        let mut text = String::with_capacity(some.len() * USUAL_LENGTH);
        some.iter().for_each(|subject| write(&mut text, subject, &writer));
        take(text);
    }
}

fn subjects<'a>(catalog: &'a Catalog, schema: &str) -> Vec<Subject<'a>> {
    let mut found = Vec::new();
    found.extend(catalog.enums.values().map(Subject::Enum));
    found.extend(catalog.domains.values().map(Subject::Domain));
    found.extend(catalog.composites.values().map(Subject::Composite));
    for table in layout::tables(catalog) {
        let choices = table.columns.iter().filter(|column| layout::is_choice(column));
        found.extend(choices.map(|column| Subject::Choice(&table.name, column)));
        found.push(Subject::Table(&table.name, table.comment.as_deref(), &table.columns));
    }
    let views = catalog.views.values().filter(|view| view.management != Management::None);
    found.extend(views.map(|view| Subject::View(&view.name, view.comment.as_deref())));
    let views = catalog.materialized_views.values();
    found.extend(views.map(|view| Subject::View(&view.name, view.comment.as_deref())));
    found.retain(|subject| subject.name().schema == schema);
    found
}

impl<'a> Subject<'a> {
    fn name(&self) -> &'a QualifiedName {
        match self {
            Self::Table(name, ..) | Self::View(name, ..) | Self::Choice(name, _) => name,
            Self::Enum(found) => &found.name,
            Self::Composite(found) => &found.name,
            Self::Domain(found) => &found.name,
        }
    }
}

/// What a table's types take, in bytes, with some room.
const USUAL_LENGTH: usize = 3500;
/// So many are written at once: of 10,000 tables the text takes 50 MB.
const AT_ONCE: usize = 256;

/// The items of one thing.
fn write(text: &mut String, subject: &Subject, writer: &Writer) {
    let TypeMapper { catalog, layout, .. } = writer.types;
    let rust_name = layout.type_names.get(subject.name()).map(String::as_str).unwrap_or_default();
    match subject {
        Subject::Table(name, comment, columns) => writer.table(text, name, *comment, columns),
        Subject::View(name, comment) => writer.view(text, name, *comment, &catalog.view_columns(name)),
        Subject::Choice(table, column) => choice(text, table, column, writer),
        Subject::Enum(found) => {
            writer.enums.enumeration(text, rust_name, found, &catalog.hints.default_schema);
        }
        Subject::Composite(found) => writer.composite(text, rust_name, found),
        Subject::Domain(found) => writer.domain(text, rust_name, found),
    }
}

fn choice(text: &mut String, table: &QualifiedName, column: &Column, writer: &Writer) {
    let Some(rust_name) = writer.types.layout.choices.get(&(table.clone(), column.name.clone())) else { return };
    let values = column.hints.one_of.as_deref().unwrap_or_default();
    let sql_type = crate::catalog::SqlType::parse(&column.data_type).name;
    writer.enums.choice(text, rust_name, column.comment.as_deref(), values, &sql_type);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_rust() {
        let tree = Rust.emit(&super::super::fixture::catalog(), &Options::default());
        for (path, text) in tree.iter() {
            assert!(syn::parse_file(text).is_ok(), "{path}\n{text}");
        }
    }
}
