//! Forms of tables, columns and what hangs on them.

use serde_json::json;

use super::access::disagree;
use super::can::Require;
use super::combine::{List, Map, Maybe, OneOrMore, Placed, Rare};
use super::form::{form, object};
use super::keys::ColumnKey;
use super::reader::Reader;
use super::scalar::{Anything, DefaultValue, Flag, Sql, Word, only};
use super::words::{AccessWord, Action, Deferrable, Deprecated, Managed, RowSecurity, Storage};
use crate::source::{Node, Span};
use crate::spec::{
    AllowSpec, CheckSpec, ColumnIndexSpec, ColumnSpec, DenySpec, ExcludeSpec, ForeignKeySpec, IdentitySpec, IndexSpec,
    KeySpec, MembersSpec, OwnerSpec, PartitionBySpec, PartitionOfSpec, PartitionSpec, PolicySpec, ReferencesSpec,
    TableSpec, TriggerSpec,
};

object! {
    TableSpec as "a table", key span;
    "comment" => comment: Maybe<Word>, "its comment";
    "owner" => owner: Maybe<OwnerSpec>, "the column whose target owns a row, or `self`";
    "members" => members: Maybe<MembersSpec>, "rows of this table have members";
    "allow" => allow: List<AllowSpec>, "further access";
    "deny" => deny: List<DenySpec>, "what nobody but the service may do";
    "require" => require: Maybe<Require>, "groups that a caller must be in";
    "access" => access: Maybe<Placed<AccessWord>>, "shared, internal or open: who may touch rows without an owner; written: what policies and grants say";
    "row_security" => row_security: Maybe<RowSecurity>, "with `access: written`: true, false or forced";
    "policies" => policies: List<PolicySpec>, "policies of your own, verbatim";
    "columns" => columns: Map<ColumnSpec>, "its columns";
    "use" => mixins: OneOrMore<Word>, "mixins";
    "primary_key" => primary_key: Maybe<KeySpec>, "a primary key of several columns";
    "unique" => unique: List<KeySpec>, "unique keys: each a list of columns, or an object";
    "checks" => checks: Map<CheckSpec>, "name to condition";
    "exclude" => exclude: List<ExcludeSpec>, "exclusion constraints";
    "indexes" => indexes: List<IndexSpec>, "indexes: each a list of columns, or an object";
    "foreign_keys" => foreign_keys: List<ForeignKeySpec>, "foreign keys of several columns";
    "triggers" => triggers: Map<TriggerSpec>, "triggers";
    "inherits" => inherits: OneOrMore<Word>, "tables whose columns it has as well";
    "partition_of" => partition_of: Maybe<PartitionOfSpec>, "it is a partition, with something of its own to say";
    "partition_by" => partition_by: Maybe<PartitionBySpec>, "how it is partitioned";
    "partitions" => partitions: Map<PartitionSpec>, "its partitions";
    "with" => with: Map<Word>, "storage parameters";
    "unlogged" => unlogged: Flag, "whether it is emptied after a crash";
    "replica_identity" => replica_identity: Maybe<Word>, "full, nothing, or the name of a unique index";
    "foreign" => foreign: Maybe<Sql>, "a foreign table: `server files options (…)`";
    "rows" => rows: List<Map<Anything>>, "rows that the table always has";
    "realtime" => realtime: Maybe<Placed<Flag>>, "whether Supabase publishes its changes";
    "managed" => managed: Maybe<Placed<Managed>>, "true, partly, or false for what somebody else owns";
    "renamed_from" => renamed_from: Maybe<Word>, "what it was called before";
}

object! {
    ColumnSpec as "a column", span span, short BareType, check actions_refer;
    "type" => data_type: Maybe<Word>, "any PostgreSQL type, an enum, domain or composite; `?` makes it nullable";
    "primary_key" => primary_key: Flag, "whether it is the primary key";
    "default" => default: Rare<DefaultValue>, "text on text-like and enum columns, a value on json, else SQL";
    "references" => references: Rare<ReferencesSpec>, "table, schema.table or schema.table(column), with `?`";
    "on_delete" => on_delete: Maybe<Action>, "what happens when the row referred to is deleted";
    "on_update" => on_update: Rare<Action>, "what happens when its key changes";
    "deferrable" => deferrable: Deferrable, "whether the foreign key is checked late";
    "same_owner" => same_owner: Maybe<Placed<Flag>>, "whether the row referred to must have the same owner";
    "unique" => unique: ColumnKey, "whether values are unique";
    "index" => index: Maybe<ColumnIndexSpec>, "an index of this column, or false for none";
    "check" => check: Rare<CheckSpec>, "a condition";
    "one_of" => one_of: Maybe<Placed<OneOrMore<Word>>>, "the values it may have";
    "generated" => generated: Rare<Sql>, "the expression that it is computed from";
    "virtual" => generated_virtual: Flag, "whether it is computed when it is read (PostgreSQL 18)";
    "storage" => storage: Rare<Storage>, "plain, external, extended or main";
    "compression" => compression: Rare<Word>, "pglz or lz4";
    "statistics" => statistics: Rare<Word>, "the statistics target";
    "identity" => identity: Rare<IdentitySpec>, "always or by_default, or an object";
    "collation" => collation: Rare<Word>, "its collation";
    "comment" => comment: Maybe<Word>, "its comment";
    "deprecated" => deprecated: Deprecated, "true, or what to use instead";
    "immutable" => immutable: Maybe<Placed<Flag>>, "whether it keeps its first value";
    "read_only" => read_only: Maybe<Placed<Flag>>, "whether API roles never write it";
    "hidden" => hidden: Maybe<Placed<Flag>>, "whether API roles never read it";
    "renamed_from" => renamed_from: Rare<Word>, "what it was called before";
    "backfill" => backfill: Rare<Sql>, "the value of rows that are there already";
    "ts_type" => ts_type: Rare<Word>, "its TypeScript type";
    "rust_type" => rust_type: Rare<Word>, "its Rust type";
}

/// What happens when another row goes needs another row.
fn actions_refer(column: &mut ColumnSpec, reader: &mut Reader<'_>, _: Span) {
    let deleted = column.on_delete.as_ref().map(|action| ("on_delete", action.span));
    let updated = column.on_update.as_ref().map(|action| ("on_update", action.span));
    for (key, span) in deleted.into_iter().chain(updated).filter(|_| column.references.is_none()) {
        let message = format!("`{key}` of a column that refers to nothing");
        disagree(reader, span, &message, "add `references: table`, or leave it out");
    }
}

object! {
    PartitionOfSpec as "the place of a partition", required ["table", "bounds"];
    "table" => table: Word, "the partitioned table";
    "bounds" => bounds: Maybe<PartitionSpec>, "which rows it has: `default`, {from: …, to: …}, {in: […]}, {modulus: …, remainder: …}";
}

object! {
    ReferencesSpec as "a reference", span span, short BareReference, required ["table"];
    "table" => table: Word, "table, schema.table or schema.table(column), with `?`";
    "enforce" => enforce: Flag, "false: what it means, without a foreign key";
    "name" => name: Maybe<Word>, "the constraint's name";
}

form!(
    BareType -> ColumnSpec,
    |reader: &mut Reader<'_>, node: &Node| {
        let data_type = Some(reader.text(node, "a type, or the keys of a column")?);
        Some(ColumnSpec { span: node.span, data_type, ..ColumnSpec::default() })
    },
    json!({"type": "string"}),
    |column| {
        let text = column.data_type.as_ref()?;
        let bare = ColumnSpec { span: column.span, data_type: column.data_type.clone(), ..ColumnSpec::default() };
        only(column, bare, text)
    }
);
form!(
    BareReference -> ReferencesSpec,
    |reader: &mut Reader<'_>, node: &Node| {
        let table = reader.text(node, "a table")?;
        Some(ReferencesSpec { span: node.span, table, ..ReferencesSpec::default() })
    },
    json!({"type": "string"}),
    |reference| {
        let bare = ReferencesSpec { span: reference.span, table: reference.table.clone(), ..ReferencesSpec::default() };
        only(reference, bare, &reference.table)
    }
);
