//! Tables, columns and what hangs on them, as written.

use super::{
    AccessSpec, AllowSpec, DenySpec, Entries, MembersSpec, OwnerSpec, PolicySpec, RequireSpec, Text, TriggerSpec,
};
use crate::source::{Node, Span, Spanned};

/// One of `tables:`
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TableSpec {
    /// Place of the key.
    pub span: Span,
    /// `comment:`
    pub comment: Option<Text>,
    /// `owner:`
    pub owner: Option<OwnerSpec>,
    /// `members:`
    pub members: Option<MembersSpec>,
    /// `allow:`
    pub allow: Vec<AllowSpec>,
    /// `deny:`
    pub deny: Vec<DenySpec>,
    /// `require:`
    pub require: Option<RequireSpec>,
    /// `access:`
    pub access: Option<Spanned<AccessSpec>>,
    /// `row_security:` — true, false or forced; only with `access: written`.
    pub row_security: Option<Text>,
    /// `policies:`
    pub policies: Vec<PolicySpec>,
    /// `columns:`
    pub columns: Entries<ColumnSpec>,
    /// `use:`
    pub mixins: Vec<Text>,
    /// `primary_key:` of several columns.
    pub primary_key: Option<KeySpec>,
    /// `unique:`
    pub unique: Vec<KeySpec>,
    /// `checks:` — name to expression.
    pub checks: Entries<CheckSpec>,
    /// `exclude:`
    pub exclude: Vec<ExcludeSpec>,
    /// `indexes:`
    pub indexes: Vec<IndexSpec>,
    /// `foreign_keys:`
    pub foreign_keys: Vec<ForeignKeySpec>,
    /// `triggers:`
    pub triggers: Entries<TriggerSpec>,
    /// `inherits:` — tables whose columns it has as well.
    pub inherits: Vec<Text>,
    /// `partition_of:` — it is a partition that has something of its own to say.
    pub partition_of: Option<PartitionOfSpec>,
    /// `partition_by:`
    pub partition_by: Option<PartitionBySpec>,
    /// `partitions:`
    pub partitions: Entries<PartitionSpec>,
    /// `with:` — storage parameters.
    pub with: Entries<Text>,
    /// `unlogged: true`
    pub unlogged: bool,
    /// `replica_identity:` — full, nothing, or an index.
    pub replica_identity: Option<Text>,
    /// `foreign:` — what follows the columns of a foreign table: `server files options (…)`.
    pub foreign: Option<Text>,
    /// `rows:` — each a map of column to value.
    pub rows: Vec<Entries<Node>>,
    /// `realtime:` — in Supabase's publication.
    pub realtime: Option<Spanned<bool>>,
    /// `managed:`
    pub managed: Option<Spanned<ManagedSpec>>,
    /// `renamed_from:`
    pub renamed_from: Option<Text>,
}

impl TableSpec {
    /// The tables whose columns it has as well.
    pub fn parents(&self) -> impl Iterator<Item = &Text> {
        self.inherits.iter().chain(self.partition_of.iter().map(|of| &of.table))
    }
}

/// `managed:`
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ManagedSpec {
    /// `true`, the default.
    Fully,
    /// `partly`: only what is named is ours.
    Partly,
    /// `false`: somebody else's.
    No,
}

/// One of `columns:`. What is rare is boxed: a model has 100,000 columns, and most say their type and no more.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ColumnSpec {
    /// Place of the whole value.
    pub span: Span,
    /// `type:` as written, with its trailing `?`.
    pub data_type: Option<Text>,
    /// `primary_key: true`
    pub primary_key: bool,
    /// `default:` — a scalar, or a map or list for json and arrays.
    pub default: Option<Box<Node>>,
    /// `references:`
    pub references: Option<Box<ReferencesSpec>>,
    /// `on_delete:`
    pub on_delete: Option<Text>,
    /// `on_update:`
    pub on_update: Option<Box<Text>>,
    /// `deferrable:` — true, or `deferred` for initially deferred.
    pub deferrable: Option<Text>,
    /// `same_owner: true`
    pub same_owner: Option<Spanned<bool>>,
    /// `unique: true`, or an object with a name.
    pub unique: Option<Box<KeySpec>>,
    /// `index: true`, `false`, or an object.
    pub index: Option<ColumnIndexSpec>,
    /// `check:`
    pub check: Option<Box<CheckSpec>>,
    /// `one_of:`
    pub one_of: Option<Spanned<Vec<Text>>>,
    /// `generated:`
    pub generated: Option<Box<Text>>,
    /// `virtual: true` — a generated column that is not stored.
    pub generated_virtual: bool,
    /// `storage:` — plain, external, extended or main.
    pub storage: Option<Box<Text>>,
    /// `compression:` — pglz or lz4.
    pub compression: Option<Box<Text>>,
    /// `statistics:` — the target.
    pub statistics: Option<Box<Text>>,
    /// `identity:` — always, by_default, or an object with sequence options.
    pub identity: Option<Box<IdentitySpec>>,
    /// `collation:`
    pub collation: Option<Box<Text>>,
    /// `comment:`
    pub comment: Option<Text>,
    /// `deprecated:` — true or a reason.
    pub deprecated: Option<Box<Text>>,
    /// `immutable: true`
    pub immutable: Option<Spanned<bool>>,
    /// `read_only: true`
    pub read_only: Option<Spanned<bool>>,
    /// `hidden: true`
    pub hidden: Option<Spanned<bool>>,
    /// `renamed_from:`
    pub renamed_from: Option<Box<Text>>,
    /// `backfill:`
    pub backfill: Option<Box<Text>>,
    /// `ts_type:`
    pub ts_type: Option<Box<Text>>,
    /// `rust_type:`
    pub rust_type: Option<Box<Text>>,
}

/// `references:`
#[derive(Debug, Clone, PartialEq)]
pub struct ReferencesSpec {
    /// Place of the whole value.
    pub span: Span,
    /// `table`, `schema.table` or `schema.table(column)`, with `?`, as written.
    pub table: Text,
    /// `enforce: false`: no foreign key.
    pub enforce: bool,
    /// `name:` of the constraint.
    pub name: Option<Text>,
}

impl Default for ReferencesSpec {
    fn default() -> Self {
        Self { span: Span::default(), table: Text::default(), enforce: true, name: None }
    }
}

/// A primary key or unique constraint; with `where` a partial unique index.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct KeySpec {
    /// Place of the whole value.
    pub span: Span,
    /// `name:`
    pub name: Option<Text>,
    /// `columns:`; for a column's own `unique`, empty.
    pub columns: Vec<Text>,
    /// `where:`
    pub predicate: Option<Text>,
    /// `nulls: not distinct`
    pub nulls_not_distinct: bool,
    /// `include:`
    pub include: Vec<Text>,
    /// `deferrable:`
    pub deferrable: Option<Text>,
    /// `comment:`
    pub comment: Option<Text>,
}

/// A check: `name: expression`, or an object.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CheckSpec {
    /// The expression.
    pub expression: Text,
    /// `name:` in the object form of a column's check.
    pub name: Option<Text>,
    /// `no_inherit: true`
    pub no_inherit: bool,
    /// `comment:`
    pub comment: Option<Text>,
}

/// One of `exclude:`
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ExcludeSpec {
    /// Place of the whole value.
    pub span: Span,
    /// `name:`
    pub name: Option<Text>,
    /// `using:` — access method, gist when not given.
    pub using: Option<Text>,
    /// `elements:` — expression to operator.
    pub elements: Entries<Text>,
    /// `where:`
    pub predicate: Option<Text>,
    /// `deferrable:`
    pub deferrable: Option<Text>,
    /// `comment:`
    pub comment: Option<Text>,
}

/// `index:` of a column.
#[derive(Debug, Clone, PartialEq)]
pub enum ColumnIndexSpec {
    /// `true` or `false`
    Flag(Spanned<bool>),
    /// An object without `columns`.
    Index(Box<IndexSpec>),
}

/// One of `indexes:`
#[derive(Debug, Clone, Default, PartialEq)]
pub struct IndexSpec {
    /// Place of the whole value.
    pub span: Span,
    /// `name:`
    pub name: Option<Text>,
    /// `columns:` — column or expression, each with `desc`, `nulls first`, operator class as SQL spells it.
    pub columns: Vec<Text>,
    /// `using:`
    pub using: Option<Text>,
    /// `where:`
    pub predicate: Option<Text>,
    /// `include:`
    pub include: Vec<Text>,
    /// `unique: true`
    pub unique: bool,
    /// `nulls: not distinct`
    pub nulls_not_distinct: bool,
    /// `with:` — storage parameters.
    pub with: Entries<Text>,
    /// `comment:`
    pub comment: Option<Text>,
}

/// One of `foreign_keys:`
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ForeignKeySpec {
    /// Place of the whole value.
    pub span: Span,
    /// `name:`
    pub name: Option<Text>,
    /// `columns:`
    pub columns: Vec<Text>,
    /// `references:`
    pub references: Option<Text>,
    /// `to:` — columns referred to; the primary key when empty.
    pub to: Vec<Text>,
    /// `on_delete:`
    pub on_delete: Option<Text>,
    /// `on_update:`
    pub on_update: Option<Text>,
    /// `deferrable:`
    pub deferrable: Option<Text>,
    /// `match: full`
    pub match_full: bool,
    /// `index: false`
    pub index: Option<ColumnIndexSpec>,
    /// `comment:`
    pub comment: Option<Text>,
}

/// `identity:`
#[derive(Debug, Clone, Default, PartialEq)]
pub struct IdentitySpec {
    /// `always` or `by_default`.
    pub kind: Text,
    /// `start`, `increment`, `min`, `max`, `cache`, `cycle`.
    pub options: Entries<Text>,
}

/// `partition_by: {range: [created_at]}`
#[derive(Debug, Clone, PartialEq)]
pub struct PartitionBySpec {
    /// `range`, `list` or `hash`.
    pub strategy: Text,
    /// Columns or expressions.
    pub keys: Vec<Text>,
}

/// `partition_of: {table: events, bounds: {from: …, to: …}}`
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PartitionOfSpec {
    /// The partitioned table.
    pub table: Text,
    /// Which rows it has.
    pub bounds: Option<PartitionSpec>,
}

/// One of `partitions:`
#[derive(Debug, Clone, PartialEq)]
pub enum PartitionSpec {
    /// `rest: default`
    Default,
    /// `{from: …, to: …}`, each a value or a list.
    Range {
        /// Lower bounds, inclusive.
        from: Vec<Text>,
        /// Upper bounds, exclusive.
        to: Vec<Text>,
    },
    /// `{in: […]}`
    List(Vec<Text>),
    /// `{modulus: 4, remainder: 0}`
    Hash {
        /// Modulus.
        modulus: Text,
        /// Remainder.
        remainder: Text,
    },
}
