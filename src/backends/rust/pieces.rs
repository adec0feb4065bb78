//! Pieces of syntax that occur thousands of times. Each is parsed once and then cloned: reading tokens is
//! four fifths of the time that quoting, reading and printing take together. Fields are printed once each as well: most
//! tables have an `id` and a `created_at`.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use std::collections::BTreeMap;
use std::rc::Rc;
use syn::punctuated::Punctuated;
use syn::{
    Attribute, Expr, Field, FieldValue, Item, ItemImpl, ItemStruct, Lit, LitStr, Member, Meta, Type, parse_quote,
};

/// Patterns to clone, and types read so far.
pub struct Pieces {
    record: ItemStruct,
    patch: ItemStruct,
    constants: ItemImpl,
    from_row: ItemImpl,
    read: FieldValue,
    field: Field,
    types: BTreeMap<String, Type>,
    printed: BTreeMap<String, Rc<str>>,
    /// `#[serde(skip_serializing_if = "Option::is_none")]`
    pub optional: Attribute,
    /// The same for an `Option<Option<T>>`.
    pub optional_nullable: Attribute,
    /// `#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]`
    pub sqlx_row: Attribute,
}

impl Pieces {
    /// Reads the patterns.
    pub fn new() -> Self {
        Self {
            record: parse_quote! {
                #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
                pub struct X {}
            },
            patch: parse_quote! {
                #[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
                pub struct X {}
            },
            constants: parse_quote! {
                impl X {
                    #[doc = " The table, as SQL."]
                    pub const TABLE: &'static str = "";
                    #[doc = " Its columns, in order."]
                    pub const COLUMNS: &'static [&'static str] = &[];
                    #[doc = " What to select to read a row: the columns as SQL, as text where drivers have no type."]
                    pub const SELECT: &'static str = "";
                }
            },
            from_row: parse_quote! {
                #[cfg(feature = "postgres")]
                impl TryFrom<&postgres::Row> for X {
                    type Error = postgres::Error;
                    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
                        Ok(Self {})
                    }
                }
            },
            read: parse_quote!(x: row.try_get("x")?),
            field: Field {
                attrs: Vec::new(),
                vis: parse_quote!(pub),
                modifiers: Default::default(),
                ident: None,
                colon_token: Some(Default::default()),
                ty: parse_quote!(()),
                default: None,
            },
            types: BTreeMap::new(),
            printed: BTreeMap::new(),
            optional: parse_quote!(#[serde(skip_serializing_if = "Option::is_none")]),
            optional_nullable: parse_quote! {
                #[serde(default, deserialize_with = "super::support::present", skip_serializing_if = "Option::is_none")]
            },
            sqlx_row: parse_quote!(#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]),
        }
    }

    /// A struct, printed, with fields that are printed already.
    pub fn record(&self, name: &Ident, attributes: Vec<Attribute>, fields: &[Rc<str>]) -> String {
        filled(self.record.clone(), name, attributes, fields)
    }

    /// A struct of which nothing needs to be given.
    pub fn patch(&self, name: &Ident, attributes: Vec<Attribute>, fields: &[Rc<str>]) -> String {
        filled(self.patch.clone(), name, attributes, fields)
    }

    /// A public field, printed as it stands in a struct: each on lines of its own, whatever else there is.
    pub fn field(&self, name: &Ident, attributes: Vec<Attribute>, data_type: Type) -> Rc<str> {
        let field = Field { attrs: attributes, ident: Some(name.clone()), ty: data_type, ..self.field.clone() };
        let mut alone = self.record.clone();
        alone.attrs.clear();
        if let syn::Fields::Named(named) = &mut alone.fields {
            named.named.push(field);
        }
        let text = printed(Item::Struct(alone));
        let inside = text.strip_suffix("}\n").and_then(|text| text.split_once('\n'));
        inside.map_or_else(|| Rc::from(""), |(_, field)| Rc::from(field))
    }

    /// The same for what was printed before under this key.
    pub fn known_field(&self, key: &str) -> Option<Rc<str>> {
        self.printed.get(key).cloned()
    }

    /// Keeps a field.
    pub fn keep_field(&mut self, key: String, field: Rc<str>) {
        self.printed.insert(key, field);
    }

    /// `TABLE`, `COLUMNS` and `SELECT`.
    pub fn constants(&self, name: &Ident, table: &str, columns: &[&str], select: &str) -> Item {
        let mut item = self.constants.clone();
        *item.self_ty = named(name);
        let columns = columns.iter().map(|column| text(column));
        let values = [text(table), parse_list(columns), text(select)];
        for (member, value) in item.items.iter_mut().zip(values) {
            if let syn::ImplItem::Const(constant) = member {
                constant.expr = value;
            }
        }
        Item::Impl(item)
    }

    /// `TryFrom<&postgres::Row>`
    pub fn row_conversion(&self, name: &Ident, reads: Punctuated<FieldValue, syn::Token![,]>) -> Item {
        let mut item = self.from_row.clone();
        *item.self_ty = named(name);
        if let Some(syn::ImplItem::Fn(function)) = item.items.last_mut()
            && let Some(syn::Stmt::Expr(Expr::Call(ok), _)) = function.block.stmts.last_mut()
            && let Some(Expr::Struct(literal)) = ok.args.first_mut()
        {
            literal.fields = reads;
        }
        Item::Impl(item)
    }

    /// `id: row.try_get("id")?`
    pub fn read(&self, field: &Ident, column: &str) -> FieldValue {
        let mut read = self.read.clone();
        read.member = Member::Named(field.clone());
        if let Expr::Try(tried) = &mut read.expr
            && let Expr::MethodCall(call) = &mut *tried.expr
        {
            call.args = std::iter::once(text(column)).collect();
        }
        read
    }

    /// A type from its text; `None` when it is not Rust.
    pub fn data_type(&mut self, spelled: &str) -> Option<Type> {
        if let Some(known) = self.types.get(spelled) {
            return Some(known.clone());
        }
        let read: Type = syn::parse_str(spelled).ok()?;
        self.types.insert(spelled.to_owned(), read.clone());
        Some(read)
    }
}

/// An item, printed.
pub fn printed(item: Item) -> String {
    prettyplease::unparse(&syn::File { shebang: None, frontmatter: None, attrs: Vec::new(), items: vec![item] })
}

/// Documentation stands before what the pattern has, everything else behind it.
fn filled(mut item: ItemStruct, name: &Ident, attributes: Vec<Attribute>, fields: &[Rc<str>]) -> String {
    let (documentation, others): (Vec<_>, Vec<_>) =
        attributes.into_iter().partition(|attribute| attribute.path().is_ident("doc"));
    item.attrs.splice(0..0, documentation);
    item.attrs.extend(others);
    item.ident = name.clone();
    let empty = printed(Item::Struct(item));
    match empty.strip_suffix("{}\n") {
        Some(head) if !fields.is_empty() => [head, "{\n", &fields.concat(), "}\n"].concat(),
        _ => empty,
    }
}

fn named(name: &Ident) -> Type {
    Type::Path(syn::TypePath { attrs: Vec::new(), qself: None, path: name.clone().into() })
}

/// A string literal.
pub fn text(value: &str) -> Expr {
    Expr::Lit(syn::ExprLit { attrs: Vec::new(), lit: Lit::Str(LitStr::new(value, Span::call_site())) })
}

fn parse_list(elements: impl Iterator<Item = Expr>) -> Expr {
    let array = syn::ExprArray { attrs: Vec::new(), bracket_token: Default::default(), elems: elements.collect() };
    Expr::Reference(syn::ExprReference {
        attrs: Vec::new(),
        and_token: Default::default(),
        mutability: None,
        expr: Box::new(Expr::Array(array)),
    })
}

/// An attribute with other tokens in its brackets.
pub fn list_attribute(pattern: &Attribute, tokens: TokenStream) -> Attribute {
    let mut attribute = pattern.clone();
    if let Meta::List(list) = &mut attribute.meta {
        list.tokens = tokens;
    }
    attribute
}

/// `#[doc = " line"]` for every line of a comment, and `#[deprecated]`.
pub fn documentation(comment: Option<&str>, deprecated: Option<&str>) -> Vec<Attribute> {
    let lines = comment.into_iter().flat_map(|comment| comment.split(['\n', '\r', '\u{2028}', '\u{2029}']));
    let lines: Vec<String> = lines.map(doc_line).collect();
    // blank lines stand between paragraphs, and nowhere else
    let last = lines.iter().rposition(|line| !line.is_empty()).map_or(0, |last| last + 1);
    let shown = lines.iter().take(last).skip_while(|line| line.is_empty());
    let mut attributes: Vec<Attribute> = shown.map(|line| doc(&format!(" {line}"))).collect();
    match deprecated {
        Some("") => attributes.push(parse_quote!(#[deprecated])),
        Some(note) => attributes.push(parse_quote!(#[deprecated(note = #note)])),
        None => {}
    }
    attributes
}

/// One line: never code to rustdoc (which would run it as a test), never a character that turns the text around.
fn doc_line(line: &str) -> String {
    let line = line.trim();
    let fence = if line.starts_with("```") || line.starts_with("~~~") { "\\" } else { "" };
    let shown: String = line.chars().filter(|letter| !letter.is_control() && !turns_text(*letter)).collect();
    format!("{fence}{}", shown.trim())
}

/// `#[doc = "…"]`, made without reading tokens: a model has tens of thousands.
pub fn doc(line: &str) -> Attribute {
    let path = Ident::new("doc", Span::call_site()).into();
    let value = syn::MetaNameValue { path, eq_token: Default::default(), value: text(line) };
    Attribute {
        pound_token: Default::default(),
        style: syn::AttrStyle::Outer,
        bracket_token: Default::default(),
        meta: Meta::NameValue(value),
    }
}

fn turns_text(letter: char) -> bool {
    matches!(letter, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// `#[serde(rename = …)]` and the same for sqlx, where the field is not called what the column is.
pub fn renames(field: &Ident, column: &str, sqlx: bool) -> Vec<Attribute> {
    if field.to_string().trim_start_matches("r#") == column {
        return Vec::new();
    }
    let sqlx = sqlx.then(|| quote!(#[cfg_attr(feature = "sqlx", sqlx(rename = #column))]));
    parse_quote!(#[serde(rename = #column)] #sqlx)
}
