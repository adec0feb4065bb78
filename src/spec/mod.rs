//! What the author wrote: typed, spanned, unresolved. Nothing here looks a name up.
//!
//! `Text` is any scalar, as written. Lists keep the author's order; maps are `Vec`s of entries with
//! unique keys, in the author's order.

mod access;
pub mod lift;
mod objects;
mod parse;
mod table;
mod yaml;

pub use access::*;
pub use objects::*;
pub use parse::{format, format_table, json_schema, parse};
pub use table::*;

use crate::source::{Span, Spanned};

/// A scalar as written, with its place.
pub type Text = Spanned<String>;
/// A map in the author's order.
pub type Entries<T> = Vec<(Text, T)>;

/// A whole model: all files merged, mixins not yet applied.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Spec {
    /// `schemagen:` — the language version, 1.
    pub version: Spanned<u32>,
    /// `include:` — patterns, already followed by `source::load`.
    pub include: Vec<Text>,
    /// `project:`
    pub project: Option<Text>,
    /// `target:`
    pub target: Spanned<Target>,
    /// `postgres:` — the lowest server version the SQL must run on.
    pub postgres: Spanned<u32>,
    /// `schema:` — default schema, `public` when not given.
    pub schema: Text,
    /// `schemas:`
    pub schemas: Entries<SchemaSpec>,
    /// `extensions:` — name and options.
    pub extensions: Entries<ExtensionSpec>,
    /// `privileges:`
    pub privileges: Spanned<PrivilegesSpec>,
    /// `typescript:`
    pub typescript: Spanned<TypeScriptSpec>,
    /// `tenancy:`
    pub tenancy: TenancySpec,
    /// `require:` for all tables.
    pub require: Option<RequireSpec>,
    /// `principals:`
    pub principals: Entries<PrincipalSpec>,
    /// `roles:`
    pub roles: RolesSpec,
    /// `groups:` — SQL conditions about the caller.
    pub groups: Entries<Text>,
    /// `mixins:`
    pub mixins: Entries<MixinSpec>,
    /// `enums:`
    pub enums: Entries<EnumSpec>,
    /// `domains:`
    pub domains: Entries<DomainSpec>,
    /// `composites:` — name to fields (name to type).
    pub composites: Entries<CompositeSpec>,
    /// `ranges:`
    pub ranges: Entries<RangeSpec>,
    /// `sequences:`
    pub sequences: Entries<SequenceSpec>,
    /// `functions:` — the key may carry a signature.
    pub functions: Entries<FunctionSpec>,
    /// `triggers:` at the top: each has a `table`.
    pub triggers: Entries<TriggerSpec>,
    /// `views:`
    pub views: Entries<ViewSpec>,
    /// `materialized_views:`
    pub materialized_views: Entries<MaterializedViewSpec>,
    /// `tables:`
    pub tables: Entries<TableSpec>,
    /// `grants:`
    pub grants: Vec<GrantSpec>,
    /// `sql:`
    pub sql: Vec<RawSqlSpec>,
    /// `seed:` — paths of development data.
    pub seed: Vec<Text>,
    /// `expect:`
    pub expect: Vec<ExpectSpec>,
}

/// What exists before us.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Target {
    /// Supabase: its roles, `auth` schema, `storage`.
    #[default]
    Supabase,
    /// A bare PostgreSQL; roles are created when missing.
    Postgres,
}

/// Where privileges on views, functions, sequences and schemas come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PrivilegesSpec {
    /// What is written, and what the service and whoever reaches a table need besides.
    #[default]
    Derived,
    /// What is written and nothing else, as an imported database has it.
    Written,
}

/// What the TypeScript is to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TypeScriptSpec {
    /// Supabase's shape, and what only the model knows: unions, the author's own types, types by role, comments.
    #[default]
    Enriched,
    /// What Supabase's own generator says, type by type.
    Strict,
}

/// `schemas: {billing: {usage: [signed_in]}}`
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SchemaSpec {
    /// Place of the whole entry.
    pub span: Span,
    /// Who may use it; nothing said: whoever the model lets at a table in it.
    pub usage: Option<Vec<Text>>,
    /// `comment:`
    pub comment: Option<Text>,
    /// `managed: false`: it is somebody else's.
    pub managed: Option<Spanned<bool>>,
}

/// `extensions: [pgcrypto, {citext: {schema: extensions}}]`
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ExtensionSpec {
    /// The schema it is installed in.
    pub schema: Option<Text>,
    /// The lowest version.
    pub version: Option<Text>,
}

/// `tenancy: {carry: true}`
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TenancySpec {
    /// Ask `carry` of every chain.
    pub carry: Option<Spanned<bool>>,
}
