//! The form of a whole file.

use super::can::{Require, Roles};
use super::combine::{List, Map, Maybe, NamedList, OneOrMore, Placed};
use super::form::object;
use super::functions::Functions;
use super::scalar::{LanguageVersion, ServerVersion, Sql, Word};
use super::words::{PrivilegesWord, TargetWord, TypeScriptWord};
use crate::spec::{
    CompositeSpec, DomainSpec, EnumSpec, ExpectSpec, ExtensionSpec, GrantSpec, MaterializedViewSpec, MixinSpec,
    PrincipalSpec, RangeSpec, RawSqlSpec, SchemaSpec, SequenceSpec, Spec, TableSpec, TenancySpec, TriggerSpec,
    ViewSpec,
};

object! {
    Spec as "a model";
    "schemagen" => version: Placed<LanguageVersion>, "the language version: 1";
    "include" => include: OneOrMore<Word>, "patterns of files to merge, from the folder of this file";
    "project" => project: Maybe<Word>, "the project's name";
    "target" => target: Placed<TargetWord>, "what exists before us: supabase or postgres";
    "postgres" => postgres: Placed<ServerVersion>, "the lowest server version: 15, 16, 17 or 18";
    "schema" => schema: Word, "the schema of names without one; public when not given";
    "schemas" => schemas: NamedList<SchemaSpec>, "further schemas";
    "extensions" => extensions: NamedList<ExtensionSpec>, "extensions";
    "privileges" => privileges: Placed<PrivilegesWord>, "derived (the default), or written: those of the model and no others";
    "typescript" => typescript: Placed<TypeScriptWord>, "enriched (the default), or strict: what Supabase's generator says";
    "tenancy" => tenancy: TenancySpec, "what holds of every ownership chain";
    "require" => require: Maybe<Require>, "groups that a caller must be in, for all tables";
    "principals" => principals: Map<PrincipalSpec>, "who can own rows";
    "roles" => roles: Roles, "database roles: signed_in, anonymous, service and others";
    "groups" => groups: Map<Sql>, "conditions about the caller alone";
    "mixins" => mixins: Map<MixinSpec>, "what tables `use`";
    "enums" => enums: Map<EnumSpec>, "enums";
    "domains" => domains: Map<DomainSpec>, "domains";
    "composites" => composites: Map<CompositeSpec>, "composite types";
    "ranges" => ranges: Map<RangeSpec>, "range types";
    "sequences" => sequences: Map<SequenceSpec>, "sequences";
    "functions" => functions: Functions, "functions; the key may carry a signature";
    "triggers" => triggers: Map<TriggerSpec>, "triggers that name their table";
    "views" => views: Map<ViewSpec>, "views";
    "materialized_views" => materialized_views: Map<MaterializedViewSpec>, "materialized views";
    "tables" => tables: Map<TableSpec>, "tables";
    "grants" => grants: List<GrantSpec>, "further privileges";
    "sql" => sql: List<RawSqlSpec>, "SQL for what the model has no word for, in order";
    "seed" => seed: OneOrMore<Word>, "files of development data";
    "expect" => expect: List<ExpectSpec>, "who may do what to which row";
}
