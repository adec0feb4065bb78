//! A table or view: the row as it is read, as it is made, and as it is changed.

use super::composite::Composites;
use super::enumeration::Enums;
use super::layout::{is_choice, new_name, patch_name};
use super::names::{Scope, field_name, identifier};
use super::pattern::{Pattern, data_type, list, literal};
use super::pieces::{Pieces, block, documentation};
use super::types::{RustType, TypeMapper};
use crate::catalog::{Column, QualifiedName, quote_identifier};
use syn::{Expr, parse_quote};

/// Patterns of what every table has.
pub struct Records {
    row: Pattern<2>,
    new: Pattern<2>,
    patch: Pattern<2>,
    constants: Pattern<4>,
    conversion: Pattern<2>,
    read: Pattern<3>,
    read_json: Pattern<3>,
    read_nullable_json: Pattern<3>,
    field: Pattern<2>,
    json: Pattern<2>,
    nullable_json: Pattern<2>,
    optional: Pattern<2>,
    optional_nullable: Pattern<2>,
}

impl Records {
    /// Reads and prints the patterns.
    pub fn new() -> Self {
        const RECORD: [&str; 2] = ["place_name", "{}"];
        const FIELD: [&str; 2] = ["place_field", "place_type"];
        Self {
            row: Pattern::of(
                parse_quote! {
                    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
                    #[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
                    pub struct place_name {}
                },
                RECORD,
            ),
            new: Pattern::of(
                parse_quote! {
                    #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
                    pub struct place_name {}
                },
                RECORD,
            ),
            patch: Pattern::of(
                parse_quote! {
                    #[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
                    pub struct place_name {}
                },
                RECORD,
            ),
            constants: Pattern::of(
                parse_quote! {
                    impl place_name {
                        #[doc = " The table, as SQL."]
                        pub const TABLE: &'static str = place_table;
                        #[doc = " Its columns, in order."]
                        pub const COLUMNS: &'static [&'static str] = &place_columns;
                        #[doc = " What to select to read a row: the columns as SQL, as text where drivers have no type."]
                        pub const SELECT: &'static str = place_selection;
                    }
                },
                ["place_name", "place_table", "place_columns", "place_selection"],
            ),
            conversion: Pattern::of(
                parse_quote! {
                    #[cfg(feature = "postgres")]
                    impl TryFrom<&postgres::Row> for place_name {
                        type Error = postgres::Error;
                        fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
                            Ok(Self {})
                        }
                    }
                },
                RECORD,
            ),
            read: reading(parse_quote!(row.try_get(place_column)?)),
            read_json: reading(parse_quote! {
                row.try_get(place_column).map(|value: postgres::types::Json<place_type>| value.0)?
            }),
            read_nullable_json: reading(parse_quote! {
                row.try_get(place_column)
                    .map(|value: Option<postgres::types::Json<place_type>>| value.map(|json| json.0))?
            }),
            field: Pattern::inside(
                1,
                parse_quote!(
                    struct X {
                        pub place_field: place_type,
                    }
                ),
                FIELD,
            ),
            json: Pattern::inside(
                1,
                parse_quote! {
                    struct X { #[cfg_attr(feature = "sqlx", sqlx(json))] pub place_field: place_type }
                },
                FIELD,
            ),
            nullable_json: Pattern::inside(
                1,
                parse_quote! {
                    struct X { #[cfg_attr(feature = "sqlx", sqlx(json(nullable)))] pub place_field: place_type }
                },
                FIELD,
            ),
            optional: Pattern::inside(
                1,
                parse_quote! {
                    struct X {
                        #[serde(skip_serializing_if = "Option::is_none")]
                        pub place_field: Option<place_type>
                    }
                },
                FIELD,
            ),
            optional_nullable: Pattern::inside(
                1,
                parse_quote! {
                    struct X {
                        #[serde(
                            default,
                            deserialize_with = "super::support::present",
                            skip_serializing_if = "Option::is_none"
                        )]
                        pub place_field: Option<Option<place_type>>
                    }
                },
                FIELD,
            ),
        }
    }
}

/// How a field of the row is read.
fn reading(expression: Expr) -> Pattern<3> {
    let item = parse_quote! {
        impl X {
            fn f() {
                Ok(Self { place_field: #expression })
            }
        }
    };
    Pattern::inside(3, item, ["place_field", "place_column", "place_type"])
}

/// What records are made with: patterns, and what types are called from here.
pub struct Writer<'a> {
    /// Patterns of records.
    pub records: Records,
    /// Patterns of enums.
    pub enums: Enums,
    /// Patterns of composite types and domains.
    pub composites: Composites,
    /// What they share.
    pub pieces: Pieces,
    /// Types.
    pub types: TypeMapper<'a>,
}

/// One column, in Rust's terms.
struct Member<'a> {
    column: &'a Column,
    name: String,
    rust: RustType,
    nullable: bool,
    /// Its type is the user's and its column json: read through a wrapper.
    wrapped: bool,
}

impl<'a> Writer<'a> {
    /// With all patterns read.
    pub fn new(types: TypeMapper<'a>) -> Self {
        let (records, enums, composites) = (Records::new(), Enums::new(), Composites::new());
        Self { records, enums, composites, pieces: Pieces::new(), types }
    }
}

impl Writer<'_> {
    /// The row of a view.
    pub fn view(&self, text: &mut String, name: &QualifiedName, comment: Option<&str>, columns: &[Column]) {
        let members = self.members(name, columns);
        self.row(text, name, comment, &members);
    }

    /// The row of a table, `New…` and `…Patch`.
    pub fn table(&self, text: &mut String, name: &QualifiedName, comment: Option<&str>, columns: &[Column]) {
        let members = self.members(name, columns);
        self.row(text, name, comment, &members);
        self.new_record(text, name, &members);
        self.patch(text, name, &members);
    }

    fn members<'a>(&self, table: &QualifiedName, columns: &'a [Column]) -> Vec<Member<'a>> {
        let mut scope = Scope::default();
        columns.iter().map(|column| self.member(table, column, &mut scope)).collect()
    }

    fn member<'a>(&self, table: &QualifiedName, column: &'a Column, scope: &mut Scope) -> Member<'a> {
        let name = identifier(&scope.claim_one(&field_name(&column.name, "column")));
        let mut rust = self.types.of(&column.data_type);
        let own = column.hints.rust_type.as_deref().and_then(data_type);
        let wrapped = own.is_some() && rust.json;
        if let Some(own) = own {
            rust.text = own;
        } else if is_choice(column)
            && let Some(choice) = self.types.layout.choices.get(&(table.clone(), column.name.clone()))
        {
            rust.text = identifier(choice);
        }
        let nullable = self.types.catalog.is_nullable(column);
        Member { column, name, rust, nullable, wrapped }
    }

    fn record_name(&self, table: &QualifiedName) -> &str {
        self.types.layout.type_names.get(table).map_or("Row", String::as_str)
    }

    fn row(&self, text: &mut String, name: &QualifiedName, comment: Option<&str>, members: &[Member]) {
        let rust_name = identifier(self.record_name(name));
        text.push('\n');
        documentation(text, "", comment);
        let fields = members.iter().fold(String::new(), |fields, member| self.row_field(fields, member));
        self.records.row.fill(text, [&rust_name, &block(&fields, 0)]);
        text.push('\n');
        self.constants(text, &rust_name, name, members);
        text.push('\n');
        let reads = members.iter().fold(String::new(), |reads, member| self.read(reads, member));
        self.records.conversion.fill(text, [&rust_name, &block(&reads, 8)]);
    }

    /// `TABLE`, `COLUMNS` and `SELECT`.
    fn constants(&self, text: &mut String, rust_name: &str, name: &QualifiedName, members: &[Member]) {
        let columns: Vec<String> = members.iter().map(|member| literal(&member.column.name)).collect();
        let columns = list("    pub const COLUMNS: &'static [&'static str] = &".len(), &columns, 4);
        let values = [rust_name, &literal(&name.sql()), &columns, &literal(&selection(members))];
        self.records.constants.fill(text, values);
    }

    fn row_field(&self, mut text: String, member: &Member) -> String {
        let Column { comment, hints, name, .. } = member.column;
        documentation(&mut text, "    ", comment.as_deref());
        self.pieces.deprecated(&mut text, hints.deprecated.as_deref());
        self.pieces.renames(&mut text, &member.name, name, true);
        let records = &self.records;
        let pattern = match (member.wrapped, member.nullable) {
            (false, _) => &records.field,
            (true, false) => &records.json,
            (true, true) => &records.nullable_json,
        };
        let optional = format!("Option<{}>", member.rust.text);
        pattern.fill(&mut text, [&member.name, if member.nullable { &optional } else { &member.rust.text }]);
        text
    }

    /// `id: row.try_get("id")?`
    fn read(&self, mut text: String, member: &Member) -> String {
        let (column, records) = (literal(&member.column.name), &self.records);
        let pattern = match (member.wrapped, member.nullable) {
            (false, _) => &records.read,
            (true, false) => &records.read_json,
            (true, true) => &records.read_nullable_json,
        };
        pattern.fill(&mut text, [&member.name, &column, &member.rust.text]);
        text
    }

    fn new_record(&self, text: &mut String, table: &QualifiedName, members: &[Member]) {
        let fields =
            members.iter().filter(|member| is_written(member.column)).fold(String::new(), |mut text, member| {
                let required = !self.types.catalog.is_optional(member.column);
                let nullable = member.nullable && member.column.default.is_some();
                self.written(&mut text, member, if required { &self.records.field } else { self.optional(nullable) });
                text
            });
        let note = format!("A new row of `{}`: what is `None` is left to the database.", table_shown(table));
        text.push('\n');
        documentation(text, "", Some(&note));
        self.records.new.fill(text, [&identifier(&new_name(self.record_name(table))), &block(&fields, 0)]);
    }

    fn patch(&self, text: &mut String, table: &QualifiedName, members: &[Member]) {
        let fields =
            members.iter().filter(|member| is_written(member.column)).fold(String::new(), |mut text, member| {
                self.written(&mut text, member, self.optional(member.nullable));
                text
            });
        let note = format!("A change of a row of `{}`: what is `None` stays as it is.", table_shown(table));
        text.push('\n');
        documentation(text, "", Some(&note));
        self.records.patch.fill(text, [&identifier(&patch_name(self.record_name(table))), &block(&fields, 0)]);
    }

    /// A field that may be left out; with `explicit_null`, also one that may be set to NULL.
    fn optional(&self, explicit_null: bool) -> &Pattern<2> {
        if explicit_null { &self.records.optional_nullable } else { &self.records.optional }
    }

    fn written(&self, text: &mut String, member: &Member, pattern: &Pattern<2>) {
        self.pieces.renames(text, &member.name, &member.column.name, false);
        pattern.fill(text, [&member.name, &member.rust.text]);
    }
}

/// Somebody may write it at all.
fn is_written(column: &Column) -> bool {
    column.generated.is_none() && !column.identity.as_ref().is_some_and(|identity| identity.always)
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
