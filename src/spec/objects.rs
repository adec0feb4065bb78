//! Everything that is not a table, as written.

use super::{AllowSpec, ColumnSpec, Entries, IndexSpec, OwnerSpec, Text};
use crate::source::{Span, Spanned};

/// `managed: false`: the model only describes what somebody else makes.
pub fn is_described(managed: Option<&Spanned<bool>>) -> bool {
    managed.is_some_and(|managed| !managed.value)
}

/// One of `mixins:`
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MixinSpec {
    /// Place of the key.
    pub span: Span,
    /// `columns:`
    pub columns: Entries<ColumnSpec>,
    /// `triggers:`
    pub triggers: Entries<TriggerSpec>,
    /// `use:`
    pub mixins: Vec<Text>,
    /// `owner:`
    pub owner: Option<OwnerSpec>,
    /// `allow:`
    pub allow: Vec<AllowSpec>,
    /// `indexes:`
    pub indexes: Vec<IndexSpec>,
}

/// One of `enums:`
#[derive(Debug, Clone, Default, PartialEq)]
pub struct EnumSpec {
    /// Labels in order, each with what it was called before.
    pub values: Vec<EnumValueSpec>,
    /// `comment:` (object form: `{values: […], comment: …}`).
    pub comment: Option<Text>,
    /// `renamed_from:`
    pub renamed_from: Option<Text>,
    /// `managed: false`
    pub managed: Option<Spanned<bool>>,
}

/// A label of an enum.
#[derive(Debug, Clone, PartialEq)]
pub struct EnumValueSpec {
    /// The label.
    pub label: Text,
    /// What it was called before.
    pub renamed_from: Option<Text>,
}

/// One of `domains:`
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DomainSpec {
    /// Place of the entry.
    pub span: Span,
    /// `type:`; NOT NULL unless it ends in `?` only where `not_null: true` is written: a domain is nullable.
    pub data_type: Option<Text>,
    /// `check:` — one unnamed, or several by name.
    pub checks: Vec<(Option<Text>, Text)>,
    /// `default:`
    pub default: Option<Text>,
    /// `not_null: true`
    pub not_null: bool,
    /// `collation:`
    pub collation: Option<Text>,
    /// `comment:`
    pub comment: Option<Text>,
    /// `managed: false`
    pub managed: Option<Spanned<bool>>,
    /// `renamed_from:`
    pub renamed_from: Option<Text>,
}

/// One of `composites:`
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CompositeSpec {
    /// Field name to type.
    pub fields: Entries<Text>,
    /// `comment:` (object form: `{fields: {…}, comment: …}`).
    pub comment: Option<Text>,
    /// `renamed_from:`
    pub renamed_from: Option<Text>,
}

/// One of `ranges:`
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RangeSpec {
    /// Place of the entry.
    pub span: Span,
    /// `subtype`, `subtype_opclass`, `collation`, `canonical`, `subtype_diff`, `multirange_type_name`.
    pub options: Entries<Text>,
    /// `comment:`
    pub comment: Option<Text>,
    /// `renamed_from:`
    pub renamed_from: Option<Text>,
}

/// One of `sequences:`
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SequenceSpec {
    /// Place of the entry.
    pub span: Span,
    /// `type:`
    pub data_type: Option<Text>,
    /// `start`, `increment`, `min`, `max`, `cache`, `cycle`.
    pub options: Entries<Text>,
    /// `owned_by: table.column`
    pub owned_by: Option<Text>,
    /// `usage:` — who may use it.
    pub usage: Vec<Text>,
    /// `comment:`
    pub comment: Option<Text>,
    /// `renamed_from:`
    pub renamed_from: Option<Text>,
}

/// One of `functions:`
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FunctionSpec {
    /// Place of the entry.
    pub span: Span,
    /// The types in the key's parentheses, where given.
    pub signature: Option<Vec<Text>>,
    /// `args:`
    pub args: Entries<ArgumentSpec>,
    /// `returns:`
    pub returns: Option<ReturnsSpec>,
    /// `language:`, plpgsql when not given.
    pub language: Option<Text>,
    /// `volatility:`
    pub volatility: Option<Text>,
    /// `security:`
    pub security: Option<Text>,
    /// `call:` — who may execute.
    pub call: Option<Vec<Text>>,
    /// `body:`
    pub body: Option<Text>,
    /// `search_path:`
    pub search_path: Option<Text>,
    /// `strict: true`
    pub strict: bool,
    /// `leakproof: true`
    pub leakproof: bool,
    /// `parallel:`
    pub parallel: Option<Text>,
    /// `cost:` and `rows:` as written.
    pub cost: Option<Text>,
    /// Estimated rows.
    pub rows: Option<Text>,
    /// `set:` — other settings.
    pub set: Entries<Text>,
    /// `kind: procedure`
    pub procedure: bool,
    /// `comment:`
    pub comment: Option<Text>,
    /// `managed: false`
    pub managed: Option<Spanned<bool>>,
    /// `renamed_from:`
    pub renamed_from: Option<Text>,
}

/// One argument of a function.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ArgumentSpec {
    /// `type:`
    pub data_type: Text,
    /// `default:` — SQL.
    pub default: Option<Text>,
    /// `mode:` — in, out, inout, variadic.
    pub mode: Option<Text>,
}

/// `returns:`
#[derive(Debug, Clone, PartialEq)]
pub enum ReturnsSpec {
    /// A type, `setof t`, `trigger`, `void`.
    Type(Text),
    /// `{table: {id: uuid}}`
    Table(Entries<Text>),
}

/// A trigger.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TriggerSpec {
    /// Place of the entry.
    pub span: Span,
    /// `table:` at the top level.
    pub table: Option<Text>,
    /// `before`, `after` or `instead_of`, with the events.
    pub timing: Option<Text>,
    /// Events: insert, update (with columns), delete, truncate.
    pub events: Vec<TriggerEventSpec>,
    /// `when:`
    pub when: Option<Text>,
    /// `each:` — row (default) or statement.
    pub each: Option<Text>,
    /// `call:` — a function, or a call with arguments.
    pub call: Option<Text>,
    /// `deferrable:` makes a constraint trigger.
    pub deferrable: Option<Text>,
    /// `referencing: {old: …, new: …}`
    pub referencing: Entries<Text>,
    /// `enabled:` — origin (default), always, replica, disabled.
    pub enabled: Option<Text>,
    /// `comment:`
    pub comment: Option<Text>,
}

/// One event of a trigger.
#[derive(Debug, Clone, PartialEq)]
pub struct TriggerEventSpec {
    /// insert, update, delete or truncate.
    pub event: Text,
    /// Columns of `update`.
    pub columns: Vec<Text>,
}

/// One of `views:`
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ViewSpec {
    /// Place of the entry.
    pub span: Span,
    /// `query:`
    pub query: Option<Text>,
    /// `columns:` — name to type, with `?` where nullable; what the types know about it.
    pub columns: Entries<ColumnSpec>,
    /// `read:` — who may select.
    pub read: Vec<Text>,
    /// `security:` — invoker (default) or definer.
    pub security: Option<Text>,
    /// `check_option:` — local or cascaded.
    pub check_option: Option<Text>,
    /// `security_barrier: true`
    pub security_barrier: bool,
    /// `comment:`
    pub comment: Option<Text>,
    /// `managed: false`
    pub managed: Option<Spanned<bool>>,
    /// `triggers:` — instead of.
    pub triggers: Entries<TriggerSpec>,
    /// `renamed_from:`
    pub renamed_from: Option<Text>,
}

/// One of `materialized_views:`
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MaterializedViewSpec {
    /// Place of the entry.
    pub span: Span,
    /// `query:`
    pub query: Option<Text>,
    /// `columns:`
    pub columns: Entries<ColumnSpec>,
    /// `indexes:`
    pub indexes: Vec<IndexSpec>,
    /// `read:` — who may select.
    pub read: Vec<Text>,
    /// `with:` — storage parameters.
    pub with: Entries<Text>,
    /// `with_data: false`
    pub with_data: Option<Spanned<bool>>,
    /// `comment:`
    pub comment: Option<Text>,
    /// `renamed_from:`
    pub renamed_from: Option<Text>,
}

/// One of `grants:`
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GrantSpec {
    /// Place of the entry.
    pub span: Span,
    /// `privileges:` — all, select, insert, …, execute, usage; each may carry columns: `select (a, b)`.
    pub privileges: Vec<Text>,
    /// `on:` — kind to one name or more (`table: jobs`, `schema: billing`, `function: "f(int)"`, `sequence: [s, t]`).
    pub on: Option<(Text, Vec<Text>)>,
    /// `to:`
    pub to: Vec<Text>,
    /// `grant_option: true`
    pub grant_option: bool,
}

/// One of `sql:`
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RawSqlSpec {
    /// Place of the entry.
    pub span: Span,
    /// `name:`
    pub name: Text,
    /// `up:`
    pub up: Text,
    /// `down:` — SQL, or `none`.
    pub down: Option<Text>,
    /// `reason:` for `down: none`.
    pub reason: Option<Text>,
    /// `phase:` — before, after (default), no_transaction …
    pub phase: Option<Text>,
}
