//! What the model declares, as far as SQL fragments may name it.

use super::{Brought, DataType, Kind, Signature};
use crate::catalog::QualifiedName;
use std::collections::{BTreeMap, BTreeSet};

/// What kind of type a name is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TypeKind {
    /// An enum with its labels.
    Enum(Vec<String>),
    /// A domain over another type.
    Domain(DataType),
    /// A range.
    Range,
    /// A composite with its fields.
    Composite(Vec<String>),
}

/// Functions, types, tables and views of a model.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// Schema of unqualified names.
    pub default_schema: String,
    /// The lowest version of a server that the model is for; 0 where that is nobody's business.
    pub postgres: u32,
    /// Functions; overloads share an entry.
    pub functions: BTreeSet<QualifiedName>,
    /// Those of them that answer the same throughout a statement (`volatility: stable`), every overload.
    pub stable: BTreeSet<QualifiedName>,
    /// Those of them that are not immutable, every overload, and that PostgreSQL does not look into.
    pub changing: BTreeSet<QualifiedName>,
    /// Types.
    pub types: BTreeMap<QualifiedName, TypeKind>,
    /// Tables and views with their columns, `None` where they are not all known.
    pub relations: BTreeMap<QualifiedName, Option<Vec<String>>>,
    /// Types that the model's extensions bring, with the schema they are in.
    pub extension_types: BTreeMap<&'static str, String>,
    /// Primary keys of the model's tables, as far as their keys are known.
    pub keys: BTreeMap<QualifiedName, Vec<String>>,
    /// What kind each column of a table is, in the order of its columns.
    pub kinds: BTreeMap<QualifiedName, Vec<Kind>>,
    /// What the overloads of functions of the model take, where all are known.
    pub signatures: BTreeMap<QualifiedName, Vec<Signature>>,
    /// What functions of the model give, where all overloads give the same.
    pub returns: BTreeMap<QualifiedName, Kind>,
    /// Columns that extensions have operators for, by table.
    pub brought: BTreeMap<QualifiedName, Brought>,
    /// The model's extensions, with the schema that each is in.
    pub extensions: BTreeMap<String, String>,
    /// Raw SQL of the model, or an extension, may bring tables that are not known here.
    pub unknown_relations: bool,
    /// Some extension of the model brings types that are not known here.
    pub unknown_extensions: bool,
    /// Raw SQL of the model, or an extension, may bring operators or casts that are not known here.
    pub own_operators: bool,
    /// Supabase's functions are there.
    pub supabase: bool,
    /// There is no schema `auth`.
    pub without_auth: bool,
}

/// Domains on domains: nobody goes deeper. What reads a type follows them so far.
pub const DEEPEST_DOMAIN: usize = 32;

impl Names {
    /// A type, and beneath it what its domain stands on, and so on; `DEEPEST_DOMAIN` types at most, of a circle as well. Of an
    /// array the type alone.
    pub fn beneath<'n>(&'n self, data_type: &'n DataType) -> impl Iterator<Item = &'n DataType> {
        let base = |above: &&'n DataType| match self.types.get(above.declared.as_ref()?)? {
            TypeKind::Domain(base) if !above.array => Some(base),
            _ => None,
        };
        std::iter::successors(Some(data_type), base).take(DEEPEST_DOMAIN)
    }

    /// The name as it is when nothing is said about its schema.
    pub fn qualified(&self, schema: Option<&str>, name: &str) -> QualifiedName {
        QualifiedName::new(schema.unwrap_or(&self.default_schema), name)
    }

    /// The function of the model that a call names.
    pub fn function(&self, schema: Option<&str>, name: &str) -> Option<&QualifiedName> {
        self.functions.get(&self.qualified(schema, name))
    }

    /// What to say about a table or view that the model does not have; `None` where it may well be there.
    pub fn missing_relation(&self, schema: Option<&str>, name: &QualifiedName) -> Option<String> {
        let system = name.name.starts_with("pg_") || matches!(schema, Some("pg_catalog" | "information_schema"));
        if system || self.unknown_relations {
            return None;
        }
        let in_schema = self.relations.keys().filter(|known| known.schema == name.schema);
        match suggestion(&name.name, in_schema.map(|known| known.name.as_str())) {
            Some(close) => Some(format!("did you mean `{close}`?")),
            // Of somebody else's schema the model need not describe every table.
            None if name.schema != self.default_schema => None,
            None => Some("add the table, or describe somebody else's with `managed: false`".to_owned()),
        }
    }

    /// A function of this name in another schema than the one that an unqualified call finds.
    pub fn function_elsewhere(&self, name: &str) -> Option<&QualifiedName> {
        self.functions.iter().find(|function| function.name == name)
    }
}

/// The candidate that the author is likely to have meant.
pub fn suggestion<'a>(wanted: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let limit = (wanted.chars().count() / 3).clamp(1, 3);
    let close = |candidate: &str| strsim::damerau_levenshtein(&wanted.to_lowercase(), &candidate.to_lowercase());
    candidates
        .into_iter()
        .filter(|candidate| candidate.len().abs_diff(wanted.len()) <= limit)
        .map(|candidate| (close(candidate), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min()
        .map(|(_, candidate)| candidate.to_owned())
}
