//! Tables and what belongs to one.

use super::{Grant, Policy, QualifiedName, Seldom, Trigger, Usual};
use std::collections::BTreeMap;

/// The few things of a kind that belong to one table, by name. A `BTreeMap` takes room for eleven of them as soon
/// as there is one, which for 10,000 tables is more than everything else together.
pub type Named<V> = litemap::LiteMap<String, V>;

/// Columns that a table or view may have: <https://www.postgresql.org/docs/current/limits.html>.
pub const MOST_COLUMNS: usize = 1600;

/// A table.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    /// Schema and name.
    pub name: QualifiedName,
    /// `COMMENT ON`
    pub comment: Option<String>,
    /// In order.
    pub columns: Vec<Column>,
    /// Primary key.
    pub primary_key: Option<Key>,
    /// Unique constraints by name.
    pub uniques: Named<Key>,
    /// Check constraints by name (not those of PostgreSQL 18 for NOT NULL).
    pub checks: Named<Check>,
    /// Exclusion constraints by name.
    pub exclusions: Named<Exclusion>,
    /// Foreign keys by name.
    pub foreign_keys: Named<ForeignKey>,
    /// Indexes by name, without those that constraints own.
    pub indexes: Named<Index>,
    /// Triggers by name, without internal ones.
    pub triggers: Named<Trigger>,
    /// Policies by name.
    pub policies: Named<Policy>,
    /// `ENABLE ROW LEVEL SECURITY`
    pub row_security: bool,
    /// `FORCE ROW LEVEL SECURITY`
    pub force_row_security: bool,
    /// Privileges on the table and its columns, the owner's own left out.
    pub grants: Vec<Grant>,
    /// How it is partitioned, `RANGE (created_at)`.
    pub partition_by: Option<PartitionBy>,
    /// Of which table it is a partition.
    pub partition_of: Option<PartitionOf>,
    /// Parents by inheritance (not partitioning).
    pub inherits: Vec<QualifiedName>,
    /// Storage parameters.
    pub with: BTreeMap<String, String>,
    /// `UNLOGGED`
    pub unlogged: bool,
    /// `REPLICA IDENTITY`: default, full, nothing, or an index.
    pub replica_identity: ReplicaIdentity,
    /// What follows the columns of a foreign table: `SERVER files OPTIONS (…)`.
    pub foreign: Option<String>,
    /// Who owns it; only from a server, and not compared.
    pub owner: String,
    /// What only the model knows.
    pub hints: TableHints,
}

impl Table {
    /// Whether the model says which columns it has: a partition and an heir have those of something else.
    pub fn lists_its_columns(&self) -> bool {
        self.partition_of.is_none() && self.inherits.is_empty()
    }
}

/// What only the model knows about a table.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TableHints {
    /// How much of it is ours.
    pub management: Management,
    /// Its earlier name.
    pub renamed_from: Option<String>,
    /// Rows it always has: column to SQL expression, upserted by the primary key.
    pub rows: Vec<BTreeMap<String, String>>,
    /// In Supabase's `supabase_realtime` publication.
    pub realtime: bool,
    /// `access: open`
    pub open: bool,
    /// Who may touch its rows, in words.
    pub access: super::TableAccess,
}

/// How much of an object is the model's.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Management {
    /// The whole of it.
    #[default]
    Full,
    /// Only what is named.
    Partly,
    /// Nothing but the triggers named.
    None,
}

/// A column.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// Its type as SQL spells it; types of the model qualified (`public.job_status`, `text[]`, `numeric(10,2)`).
    pub data_type: String,
    /// `NOT NULL`
    pub not_null: bool,
    /// `DEFAULT`, as SQL.
    pub default: Option<String>,
    /// `GENERATED ALWAYS AS (…) STORED`, as SQL.
    pub generated: Option<String>,
    /// The generated column is `VIRTUAL` (PostgreSQL 18).
    pub generated_virtual: bool,
    /// `GENERATED … AS IDENTITY`
    pub identity: Option<Box<Identity>>,
    /// What few columns have.
    pub options: Seldom<ColumnOptions>,
    /// `COMMENT ON`
    pub comment: Option<String>,
    /// What only the model knows.
    pub hints: Seldom<ColumnHints>,
}

/// How a column is kept, where it is not as usual.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ColumnOptions {
    /// `COLLATE`, qualified as needed, when not the type's own.
    pub collation: Option<String>,
    /// `STORAGE`, when not the type's own.
    pub storage: Option<String>,
    /// `COMPRESSION`
    pub compression: Option<String>,
    /// `STATISTICS`
    pub statistics: Option<i32>,
}

impl Usual for ColumnOptions {
    const USUAL: &'static Self = &Self { collation: None, storage: None, compression: None, statistics: None };
}

/// What only the model knows about a column.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ColumnHints {
    /// It is NOT NULL because its parent's column is, and not by itself.
    pub not_null_inherited: bool,
    /// Its earlier name.
    pub renamed_from: Option<String>,
    /// SQL that gives existing rows their value.
    pub backfill: Option<String>,
    /// Allowed values.
    pub one_of: Option<Vec<String>>,
    /// TypeScript type.
    pub ts_type: Option<String>,
    /// Rust type.
    pub rust_type: Option<String>,
    /// Why not to use it; empty text where the author only said `true`.
    pub deprecated: Option<String>,
    /// Never written by an API role.
    pub read_only: bool,
    /// Not changed by an API role after insert.
    pub immutable: bool,
    /// Never read by an API role.
    pub hidden: bool,
    /// Filled by a trigger when left out (carried owner, creator).
    pub filled: bool,
}

impl Usual for ColumnHints {
    const USUAL: &'static Self = &Self {
        not_null_inherited: false,
        renamed_from: None,
        backfill: None,
        one_of: None,
        ts_type: None,
        rust_type: None,
        deprecated: None,
        read_only: false,
        immutable: false,
        hidden: false,
        filled: false,
    };
}

/// An identity column.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Identity {
    /// `ALWAYS`, else `BY DEFAULT`.
    pub always: bool,
    /// Options of its sequence.
    pub options: SequenceOptions,
}

/// Options of a sequence; `None`: PostgreSQL's default.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SequenceOptions {
    /// `START`
    pub start: Option<i64>,
    /// `INCREMENT`
    pub increment: Option<i64>,
    /// `MINVALUE`
    pub min: Option<i64>,
    /// `MAXVALUE`
    pub max: Option<i64>,
    /// `CACHE`
    pub cache: Option<i64>,
    /// `CYCLE`
    pub cycle: bool,
}

/// When a constraint is checked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Deferral {
    /// `NOT DEFERRABLE`
    #[default]
    No,
    /// `DEFERRABLE INITIALLY IMMEDIATE`
    Deferrable,
    /// `DEFERRABLE INITIALLY DEFERRED`
    Deferred,
}

/// A primary key or unique constraint.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Key {
    /// Constraint name.
    pub name: String,
    /// Columns.
    pub columns: Vec<String>,
    /// `INCLUDE`
    pub include: Vec<String>,
    /// `NULLS NOT DISTINCT`
    pub nulls_not_distinct: bool,
    /// When checked.
    pub deferral: Deferral,
    /// `COMMENT ON`
    pub comment: Option<String>,
}

/// A check constraint.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Check {
    /// Constraint name.
    pub name: String,
    /// The expression, without `CHECK` and outer parentheses.
    pub expression: String,
    /// `NO INHERIT`
    pub no_inherit: bool,
    /// `NOT VALID`; only from a server.
    pub not_valid: bool,
    /// `COMMENT ON`
    pub comment: Option<String>,
}

/// An exclusion constraint.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Exclusion {
    /// Constraint name.
    pub name: String,
    /// What follows `EXCLUDE`, as `pg_get_constraintdef` prints it: `USING gist (room WITH =, during WITH &&)`.
    pub definition: String,
    /// When checked.
    pub deferral: Deferral,
    /// `COMMENT ON`
    pub comment: Option<String>,
}

/// A foreign key.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ForeignKey {
    /// Constraint name.
    pub name: String,
    /// Referring columns.
    pub columns: Vec<String>,
    /// Table referred to.
    pub table: QualifiedName,
    /// Columns referred to.
    pub to: Vec<String>,
    /// `ON DELETE`
    pub on_delete: Action,
    /// `ON DELETE SET NULL (columns)`
    pub on_delete_columns: Vec<String>,
    /// `ON UPDATE`
    pub on_update: Action,
    /// `MATCH FULL`
    pub match_full: bool,
    /// When checked.
    pub deferral: Deferral,
    /// `NOT VALID`; only from a server.
    pub not_valid: bool,
    /// `COMMENT ON`
    pub comment: Option<String>,
}

/// A referential action.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Action {
    /// `NO ACTION`
    #[default]
    NoAction,
    /// `RESTRICT`
    Restrict,
    /// `CASCADE`
    Cascade,
    /// `SET NULL`
    SetNull,
    /// `SET DEFAULT`
    SetDefault,
}

impl Action {
    /// As SQL.
    pub fn sql(self) -> &'static str {
        match self {
            Self::NoAction => "NO ACTION",
            Self::Restrict => "RESTRICT",
            Self::Cascade => "CASCADE",
            Self::SetNull => "SET NULL",
            Self::SetDefault => "SET DEFAULT",
        }
    }
}

/// An index.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Index {
    /// Its name; its schema is the table's.
    pub name: String,
    /// `UNIQUE`
    pub unique: bool,
    /// Access method.
    pub method: String,
    /// Keys, each as SQL writes it in CREATE INDEX: column or `(expression)`, collation, operator class,
    /// `DESC`, `NULLS FIRST`.
    pub keys: Vec<String>,
    /// `INCLUDE`
    pub include: Vec<String>,
    /// `NULLS NOT DISTINCT`
    pub nulls_not_distinct: bool,
    /// Storage parameters.
    pub with: BTreeMap<String, String>,
    /// `WHERE`, without outer parentheses.
    pub predicate: Option<String>,
    /// False for what a failed CONCURRENTLY left; only from a server.
    pub invalid: bool,
    /// `COMMENT ON`
    pub comment: Option<String>,
}

/// How a table is partitioned.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PartitionBy {
    /// What follows `PARTITION BY`: `RANGE (created_at)`.
    pub definition: String,
}

/// Of what a table is a partition.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PartitionOf {
    /// The partitioned table.
    pub parent: QualifiedName,
    /// `DEFAULT`, or what follows the table's name: `FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')`.
    pub bound: String,
}

/// `REPLICA IDENTITY`
#[derive(Debug, Clone, Default, PartialEq)]
pub enum ReplicaIdentity {
    /// The primary key.
    #[default]
    Default,
    /// The whole row.
    Full,
    /// Nothing.
    Nothing,
    /// A unique index.
    Index(String),
}
