//! Functions as PostgREST offers them: arguments by name, overloads, computed fields.

use super::collation;
use super::context::{Function as Entry, SetOf, Signature};
use super::relations::Relations;
use super::spelling::{comment, documentation, key, literal};
use crate::catalog::{Argument, ArgumentMode, Catalog, Function, QualifiedName, Returns, SqlType, TypeTarget};

/// A function that a client may call.
#[derive(Debug, Clone, Copy)]
pub struct Callable<'a> {
    /// The function.
    pub function: &'a Function,
    catalog: &'a Catalog,
}

/// The functions of a schema that PostgREST offers, in order: no procedures, no trigger functions, none that the
/// compiler made.
pub fn callable<'a>(catalog: &'a Catalog, schema: &str) -> Vec<Callable<'a>> {
    let mut found: Vec<Callable> = catalog
        .functions
        .values()
        .filter(|function| function.name.name.schema == schema && !function.procedure && !function.compiled)
        .map(|function| Callable { function, catalog })
        .filter(|callable| !callable.is_for_triggers() && callable.is_addressable())
        .collect();
    found.sort_by_cached_key(|callable| {
        let function = callable.function;
        (collation::key(&function.name.name.name), collation::key(&callable.argument_text()))
    });
    found
}

impl<'a> Callable<'a> {
    /// The arguments that a caller gives, in the order of their names.
    pub fn inputs(&self) -> Vec<&'a Argument> {
        let mut inputs: Vec<&Argument> =
            self.function.arguments.iter().filter(|argument| argument.mode != ArgumentMode::Out).collect();
        inputs.sort_by_cached_key(|argument| collation::key(&argument.name));
        inputs
    }

    fn outputs(&self) -> Vec<&'a Argument> {
        let is_output = |argument: &&Argument| matches!(argument.mode, ArgumentMode::Out | ArgumentMode::InOut);
        self.function.arguments.iter().filter(is_output).collect()
    }

    fn is_for_triggers(&self) -> bool {
        matches!(&self.function.returns, Returns::Type(name) if matches!(SqlType::parse(name).name.as_str(), "trigger" | "event_trigger"))
    }

    /// PostgREST can call it: arguments have names, or the only one is a json, a text or a row.
    fn is_addressable(&self) -> bool {
        let inputs = self.inputs();
        let unnamed = |argument: &&&Argument| argument.name.is_empty();
        if !inputs.iter().any(|argument| argument.name.is_empty()) {
            return true;
        }
        let all_default = inputs.iter().filter(unnamed).all(|one| one.default.is_some() && is_body(&one.data_type));
        let single = match inputs.as_slice() {
            [only] => is_body(&only.data_type) || self.relation_named(&only.data_type).is_some(),
            _ => false,
        };
        all_default || single
    }

    /// Name, mode, type and default of the arguments, as PostgreSQL lists them: what overloads are sorted by.
    fn argument_text(&self) -> String {
        let shown = self.function.arguments.iter().map(|argument| {
            let default = argument.default.as_ref().map(|default| format!(" DEFAULT {default}"));
            format!("{} {}{}", argument.name, argument.data_type, default.unwrap_or_default())
        });
        shown.collect::<Vec<_>>().join(", ")
    }

    /// The relation whose rows are of this type.
    fn relation_named(&self, data_type: &str) -> Option<&'a QualifiedName> {
        let parsed = SqlType::parse(data_type);
        match self.catalog.type_target(&parsed) {
            TypeTarget::Table(name) | TypeTarget::View(name) if parsed.dimensions == 0 => Some(name),
            TypeTarget::Composite(composite) if parsed.dimensions == 0 => Some(&composite.name),
            _ => None,
        }
    }

    /// Its only argument is a row of the relation.
    pub fn is_computed_field_of(&self, relation: &QualifiedName) -> bool {
        match self.inputs().as_slice() {
            [only] => self.relation_named(&only.data_type) == Some(relation),
            _ => false,
        }
    }

    fn returns_set(&self) -> bool {
        matches!(self.function.returns, Returns::SetOf(_) | Returns::Table(_))
    }

    fn may_return_several(&self) -> bool {
        self.returns_set() && self.function.rows.as_deref() != Some("1")
    }

    fn returned_type(&self) -> Option<&'a str> {
        match &self.function.returns {
            Returns::Type(name) | Returns::SetOf(name) => Some(name),
            Returns::Table(_) => None,
            Returns::Nothing => match self.outputs().as_slice() {
                [] => Some("void"),
                [only] => Some(&only.data_type),
                _ => Some("record"),
            },
        }
    }

    fn returned_relation(&self) -> Option<&'a QualifiedName> {
        self.returned_type().and_then(|name| self.relation_named(name))
    }

    /// The type of one result.
    pub fn result(&self, relations: &Relations) -> String {
        if let Returns::Table(columns) = &self.function.returns {
            let mut columns: Vec<_> = columns.iter().collect();
            columns.sort_by_cached_key(|(name, _)| collation::key(name));
            let property =
                |(name, data_type): &(String, String)| format!("{}: {}", key(name), relations.types.of(data_type));
            return format!("{{ {} }}", columns.into_iter().map(property).collect::<Vec<_>>().join("; "));
        }
        let name = self.returned_type().unwrap_or("void");
        self.inline_relation(name, relations).unwrap_or_else(|| relations.types.of(name))
    }

    /// A row of a relation of the function's own schema is written out.
    fn inline_relation(&self, data_type: &str, relations: &Relations) -> Option<String> {
        let parsed = SqlType::parse(data_type);
        if parsed.dimensions > 0 {
            return None;
        }
        let same_schema = |name: &QualifiedName| name.schema == self.function.name.name.schema;
        match self.catalog.type_target(&parsed) {
            TypeTarget::Table(name) if same_schema(name) => {
                let table = self.catalog.tables.get(name)?;
                Some(relations.inline_row(&table.columns, false))
            }
            TypeTarget::View(name) if same_schema(name) => {
                Some(relations.inline_row(&self.catalog.view_columns(name), true))
            }
            _ => None,
        }
    }

    fn set_of(&self) -> Option<SetOf> {
        let to = self.returned_relation()?;
        let one_to_one = !self.may_return_several();
        let only = match self.function.arguments.as_slice() {
            [only] => self.relation_named(&only.data_type),
            _ => None,
        };
        let from = only.map_or_else(|| "*".to_owned(), |name| self.shown(name));
        Some(SetOf { from: literal(&from), to: literal(&to.name), one_to_one, set: self.returns_set() })
    }

    /// A type's name as PostgreSQL prints it: with its schema unless that is on the path.
    fn shown(&self, name: &QualifiedName) -> String {
        if name.schema == self.catalog.hints.default_schema { name.name.clone() } else { name.sql() }
    }

    /// PostgREST answers with a list that the client does not undo.
    fn is_list(&self) -> bool {
        self.returns_set() && (self.may_return_several() || self.returned_relation().is_none())
    }

    fn returns(&self, relations: &Relations) -> String {
        let result = self.result(relations);
        match self.is_list() {
            true if result.contains(" | ") && !result.starts_with('{') => format!("({result})[]"),
            true => format!("{result}[]"),
            false => result,
        }
    }

    fn arguments(&self, relations: &Relations) -> String {
        let property = |argument: &&Argument| {
            let mark = if argument.default.is_some() { "?" } else { "" };
            format!("{}{mark}: {}", key(&argument.name), relations.types.of(&argument.data_type))
        };
        let properties: Vec<String> = self.inputs().iter().map(property).collect();
        match properties.is_empty() {
            true => "Record<PropertyKey, never>".to_owned(),
            false => format!("{{ {} }}", properties.join("; ")),
        }
    }

    /// A row goes in, and what comes out is no relation: PostgREST cannot call that.
    fn is_no_endpoint(&self) -> bool {
        matches!(self.inputs().as_slice(), [only] if only.name.is_empty() && self.relation_named(&only.data_type).is_some())
            && self.returned_relation().is_none()
    }

    fn signature(&self, overloads: &[Callable], relations: &Relations) -> Signature {
        let name = &self.function.name.name;
        let error = super::overloads::conflict(self, overloads).or_else(|| {
            self.is_no_endpoint().then(|| {
                format!(
                    "the function {name} with parameter or with a single unnamed json/jsonb parameter, but no matches were found in the schema cache"
                )
            })
        });
        let (returns, set_of) = match error {
            Some(error) => (self.refused(&error), self.set_of()),
            None => (self.returns(relations), self.set_of()),
        };
        Signature { arguments: self.arguments(relations), returns, set_of }
    }

    fn refused(&self, error: &str) -> String {
        let suffix = if self.is_list() { "[]" } else { "" };
        format!("{{ error: true }} & {}{suffix}", literal(error))
    }
}

/// The whole body of a request can be this argument.
fn is_body(data_type: &str) -> bool {
    let parsed = SqlType::parse(data_type);
    parsed.dimensions == 0 && matches!(parsed.name.as_str(), "json" | "jsonb" | "text")
}

/// The schema's functions by name.
pub fn entries(found: &[Callable], relations: &Relations) -> Vec<Entry> {
    found
        .chunk_by(|a, b| a.function.name.name == b.function.name.name)
        .filter_map(|overloads| {
            let name = &overloads.first()?.function.name.name.name;
            let lines = overloads.iter().flat_map(|one| documentation(one.function.comment.as_deref(), None));
            let lines: Vec<String> = if relations.types.strict { Vec::new() } else { lines.collect() };
            Some(Entry {
                key: key(name),
                doc: comment(&lines, "      "),
                signatures: overloads.iter().map(|one| one.signature(overloads, relations)).collect(),
            })
        })
        .collect()
}
