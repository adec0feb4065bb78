//! The types that PostgreSQL brings, and which of two types a name means.

use super::walk::identifier;
use crate::catalog::QualifiedName;

/// Spellings and PostgreSQL's own, sorted.
pub(super) static BUILT_IN: &[(&str, &str)] = &[
    ("\"char\"", "\"char\""),
    ("any", "\"any\""),
    ("anyarray", "anyarray"),
    ("anycompatible", "anycompatible"),
    ("anycompatiblearray", "anycompatiblearray"),
    ("anyelement", "anyelement"),
    ("anyenum", "anyenum"),
    ("anynonarray", "anynonarray"),
    ("anyrange", "anyrange"),
    ("bigint", "bigint"),
    ("bigserial", "bigint"),
    ("bit", "bit"),
    ("bit varying", "bit varying"),
    ("bool", "boolean"),
    ("boolean", "boolean"),
    ("box", "box"),
    ("bpchar", "character"),
    ("bytea", "bytea"),
    ("char", "character"),
    ("char varying", "character varying"),
    ("character", "character"),
    ("character varying", "character varying"),
    ("cid", "cid"),
    ("cidr", "cidr"),
    ("circle", "circle"),
    ("cstring", "cstring"),
    ("date", "date"),
    ("datemultirange", "datemultirange"),
    ("daterange", "daterange"),
    ("dec", "numeric"),
    ("decimal", "numeric"),
    ("double precision", "double precision"),
    ("event_trigger", "event_trigger"),
    ("float", "double precision"),
    ("float4", "real"),
    ("float8", "double precision"),
    ("inet", "inet"),
    ("int", "integer"),
    ("int2", "smallint"),
    ("int2vector", "int2vector"),
    ("int4", "integer"),
    ("int4multirange", "int4multirange"),
    ("int4range", "int4range"),
    ("int8", "bigint"),
    ("int8multirange", "int8multirange"),
    ("int8range", "int8range"),
    ("integer", "integer"),
    ("internal", "internal"),
    ("interval", "interval"),
    ("json", "json"),
    ("jsonb", "jsonb"),
    ("jsonpath", "jsonpath"),
    ("line", "line"),
    ("lseg", "lseg"),
    ("macaddr", "macaddr"),
    ("macaddr8", "macaddr8"),
    ("money", "money"),
    ("name", "name"),
    ("national character", "character"),
    ("national character varying", "character varying"),
    ("nchar", "character"),
    ("numeric", "numeric"),
    ("nummultirange", "nummultirange"),
    ("numrange", "numrange"),
    ("oid", "oid"),
    ("oidvector", "oidvector"),
    ("path", "path"),
    ("pg_lsn", "pg_lsn"),
    ("pg_snapshot", "pg_snapshot"),
    ("point", "point"),
    ("polygon", "polygon"),
    ("real", "real"),
    ("record", "record"),
    ("refcursor", "refcursor"),
    ("regclass", "regclass"),
    ("regcollation", "regcollation"),
    ("regconfig", "regconfig"),
    ("regdictionary", "regdictionary"),
    ("regnamespace", "regnamespace"),
    ("regoper", "regoper"),
    ("regoperator", "regoperator"),
    ("regproc", "regproc"),
    ("regprocedure", "regprocedure"),
    ("regrole", "regrole"),
    ("regtype", "regtype"),
    ("serial", "integer"),
    ("serial2", "smallint"),
    ("serial4", "integer"),
    ("serial8", "bigint"),
    ("smallint", "smallint"),
    ("smallserial", "smallint"),
    ("text", "text"),
    ("tid", "tid"),
    ("time", "time without time zone"),
    ("time with time zone", "time with time zone"),
    ("time without time zone", "time without time zone"),
    ("timestamp", "timestamp without time zone"),
    ("timestamp with time zone", "timestamp with time zone"),
    ("timestamp without time zone", "timestamp without time zone"),
    ("timestamptz", "timestamp with time zone"),
    ("timetz", "time with time zone"),
    ("trigger", "trigger"),
    ("tsmultirange", "tsmultirange"),
    ("tsquery", "tsquery"),
    ("tsrange", "tsrange"),
    ("tstzmultirange", "tstzmultirange"),
    ("tstzrange", "tstzrange"),
    ("tsvector", "tsvector"),
    ("txid_snapshot", "txid_snapshot"),
    ("unknown", "unknown"),
    ("uuid", "uuid"),
    ("varbit", "bit varying"),
    ("varchar", "character varying"),
    ("void", "void"),
    ("xid", "xid"),
    ("xid8", "xid8"),
    ("xml", "xml"),
];

/// Of these, the words that only the grammar knows: in quotes they name nothing of PostgreSQL's.
static GRAMMAR_ONLY: &[&str] = &[
    "bigint",
    "bigserial",
    "boolean",
    "character",
    "dec",
    "decimal",
    "float",
    "int",
    "integer",
    "nchar",
    "real",
    "serial",
    "serial2",
    "serial4",
    "serial8",
    "smallint",
    "smallserial",
];

/// Whether an unqualified name is a type of PostgreSQL's own: `pg_catalog` is searched before any other schema, so a
/// table or type of the model that has the same name is reached with its schema only.
pub(super) fn is_built_in(written: &str) -> bool {
    if written == "\"char\"" {
        return true;
    }
    match written.strip_prefix('"') {
        Some(_) => {
            let name = identifier(written);
            name != "char"
                && !name.contains(' ')
                && !GRAMMAR_ONLY.contains(&name.as_str())
                && canonical(&name).is_some()
        }
        None => canonical(&written.to_ascii_lowercase()).is_some(),
    }
}

/// What to say of a name that is a type of PostgreSQL's and one that the model declares, and how to say which.
pub(crate) fn ambiguous(declared: &QualifiedName) -> (String, String) {
    let built_in = QualifiedName::new("pg_catalog", &declared.name);
    let message = format!("`{}` could be PostgreSQL's own type or the model's", declared.name);
    (message, format!("write `{}` or `{}`, or rename the model's", declared.sql(), built_in.sql()))
}

/// PostgreSQL's own word for one of its types.
pub(super) fn canonical(phrase: &str) -> Option<&'static str> {
    let index = BUILT_IN.binary_search_by(|(spelled, _)| (*spelled).cmp(phrase)).ok()?;
    BUILT_IN.get(index).map(|(_, canonical)| *canonical)
}
