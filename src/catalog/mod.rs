//! The leaf IR: what PostgreSQL holds, or is to hold. Ordered, without spans, without intentions.
//!
//! Two things make a catalog: `lower` (from a model) and `postgres::introspect` (from a server).
//! Expressions are SQL text: from `lower` as the author or the compiler wrote them, from a server
//! as PostgreSQL prints them under an empty `search_path`. Only catalogs from servers are compared.
//! What only the model knows (type hints, data to keep, renames) stands in `hints` fields, which
//! `diff` does not look at.

mod covers;
pub mod ddl;
mod default_name;
mod function;
mod isolation;
mod name;
mod object;
mod place;
mod policy;
mod privilege;
mod relation;
mod seldom;
mod shrink;
mod sql_type;
mod statistics;
mod table;
mod types;
mod view_columns;

pub use covers::covers;
pub use default_name::*;
pub use function::*;
pub use isolation::*;
pub use name::*;
pub use object::*;
pub use place::*;
pub use policy::*;
pub use privilege::*;
pub use relation::*;
pub use seldom::*;
pub use sql_type::*;
pub use statistics::*;
pub use table::*;
pub use types::*;

use std::collections::BTreeMap;

/// Everything, by name.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Catalog {
    /// What the model says about the whole: empty for a server's catalog.
    pub hints: CatalogHints,
    /// Schemas (without `pg_*` and `information_schema`).
    pub schemas: BTreeMap<String, Schema>,
    /// Extensions by name.
    pub extensions: BTreeMap<String, Extension>,
    /// Roles that privileges and policies name.
    pub roles: BTreeMap<String, Role>,
    /// Enum types.
    pub enums: BTreeMap<QualifiedName, EnumType>,
    /// Domains.
    pub domains: BTreeMap<QualifiedName, Domain>,
    /// Free-standing composite types.
    pub composites: BTreeMap<QualifiedName, CompositeType>,
    /// Range types.
    pub ranges: BTreeMap<QualifiedName, RangeType>,
    /// Sequences that are not the inside of an identity column.
    pub sequences: BTreeMap<QualifiedName, Sequence>,
    /// Functions and procedures, by name and types of the input arguments.
    pub functions: BTreeMap<FunctionName, Function>,
    /// Ordinary and partitioned tables, partitions and foreign tables.
    pub tables: BTreeMap<QualifiedName, Table>,
    /// Views.
    pub views: BTreeMap<QualifiedName, View>,
    /// Materialized views.
    pub materialized_views: BTreeMap<QualifiedName, MaterializedView>,
    /// `ALTER DEFAULT PRIVILEGES`.
    pub default_privileges: Vec<DefaultPrivilege>,
    /// Publications by name.
    pub publications: BTreeMap<String, Publication>,
    /// What has no word of its own here, as SQL, in order. From a model: `sql:`. From a server: one
    /// entry per object of a kind that is not modelled (aggregates, rules, event triggers, text
    /// search configurations …).
    pub raw: Vec<RawSql>,
}

/// What the model says about the whole.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CatalogHints {
    /// `project:`
    pub project: String,
    /// `target: supabase`
    pub supabase: bool,
    /// Lowest server version: 15 … 18.
    pub postgres: u32,
    /// Schema of unqualified names.
    pub default_schema: String,
    /// `privileges: written`: nobody is given anything that the model does not say.
    pub written_privileges: bool,
    /// `typescript: strict`: the types say what Supabase's generator says, and nothing that only the model knows.
    pub strict_types: bool,
    /// Database role of signed-in callers.
    pub signed_in: String,
    /// Database role of anonymous callers.
    pub anonymous: String,
    /// Database role of the service.
    pub service: String,
    /// The order in which objects are created: whatever an object needs comes before it. Ties by name.
    pub order: Vec<ObjectName>,
    /// `renamed_from:` of what is neither a table nor an enum: the name in the same schema.
    pub renamed: BTreeMap<ObjectName, String>,
    /// What `sql/tests` is to try.
    pub isolation: Isolation,
    /// `seed:` paths, for development.
    pub seed: Vec<String>,
}

impl CatalogHints {
    /// The service passes row security by BYPASSRLS, wherever this is applied: Supabase's own role has it, and where all
    /// privileges are written nothing else is said of it. Elsewhere its role may be there already without, or be made by
    /// somebody who may not give it.
    pub fn service_bypasses(&self) -> bool {
        self.written_privileges || self.supabase && self.service == "service_role"
    }

    /// Without BYPASSRLS this role, which is to have it, is of no use.
    pub fn needs_bypass(&self, role: &Role) -> bool {
        role.bypass_row_security && (role.name != self.service || self.service_bypasses())
    }

    /// Where an extension goes that names no schema: a session of ours has none of its own.
    pub fn extension_schema(&self) -> &str {
        if self.supabase { "extensions" } else { &self.default_schema }
    }

    /// The extension, with the schema that it goes to.
    pub fn placed(&self, extension: &Extension) -> Extension {
        let schema = extension.schema.clone().unwrap_or_else(|| self.extension_schema().to_owned());
        Extension { schema: Some(schema), ..extension.clone() }
    }
}
