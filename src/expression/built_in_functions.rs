//! PostgreSQL's own functions, as far as all overloads of a name agree in all versions: what they give, and which are immutable.

use super::Kind;

/// What functions give.
const RETURNS: &[(Kind, &[&str])] = &[
    (
        Kind::Text,
        &[
            "array_to_string",
            "chr",
            "concat",
            "concat_ws",
            "current_database",
            "current_query",
            "current_setting",
            "encode",
            "format",
            "initcap",
            "json_extract_path_text",
            "json_typeof",
            "jsonb_extract_path_text",
            "jsonb_pretty",
            "jsonb_typeof",
            "left",
            "lpad",
            "md5",
            "quote_ident",
            "quote_literal",
            "quote_nullable",
            "regexp_replace",
            "regexp_substr",
            "repeat",
            "replace",
            "right",
            "rpad",
            "split_part",
            "to_char",
            "to_hex",
            "translate",
            "version",
        ],
    ),
    (
        Kind::Integer,
        &[
            "array_length",
            "array_lower",
            "array_ndims",
            "array_position",
            "array_upper",
            "ascii",
            "bit_length",
            "cardinality",
            "char_length",
            "character_length",
            "json_array_length",
            "jsonb_array_length",
            "octet_length",
            "pg_backend_pid",
            "regexp_count",
            "regexp_instr",
            "strpos",
        ],
    ),
    (
        Kind::Boolean,
        &[
            "bool_and",
            "bool_or",
            "every",
            "has_column_privilege",
            "has_schema_privilege",
            "has_table_privilege",
            "isfinite",
            "jsonb_path_exists",
            "jsonb_path_match",
            "pg_has_role",
            "regexp_like",
            "starts_with",
        ],
    ),
    (
        Kind::Bigint,
        &["count", "currval", "dense_rank", "lastval", "nextval", "rank", "row_number", "setval", "txid_current"],
    ),
    (Kind::Double, &["cume_dist", "date_part", "percent_rank", "pi"]),
    (
        Kind::TimestampTz,
        &["clock_timestamp", "make_timestamptz", "now", "statement_timestamp", "to_timestamp", "transaction_timestamp"],
    ),
    (Kind::Timestamp, &["make_timestamp"]),
    (Kind::Date, &["make_date", "to_date"]),
    (Kind::Time, &["make_time"]),
    (Kind::Interval, &["justify_days", "justify_hours", "justify_interval", "make_interval"]),
    (Kind::Uuid, &["gen_random_uuid", "uuidv4", "uuidv7"]),
    (
        Kind::Jsonb,
        &[
            "jsonb_agg",
            "jsonb_build_array",
            "jsonb_build_object",
            "jsonb_insert",
            "jsonb_object",
            "jsonb_object_agg",
            "jsonb_set",
            "jsonb_strip_nulls",
            "to_jsonb",
        ],
    ),
    (
        Kind::Json,
        &[
            "array_to_json",
            "json_agg",
            "json_build_array",
            "json_build_object",
            "json_object_agg",
            "row_to_json",
            "to_json",
        ],
    ),
];

/// Functions of which no overload is immutable.
const NEVER_IMMUTABLE: &[&str] = &[
    "array_to_json",
    "array_to_string",
    "clock_timestamp",
    "concat",
    "concat_ws",
    "current_database",
    "current_query",
    "current_setting",
    "currval",
    "format",
    "gen_random_uuid",
    "inet_client_addr",
    "json_build_array",
    "json_build_object",
    "jsonb_build_array",
    "jsonb_build_object",
    "lastval",
    "nextval",
    "now",
    "pg_backend_pid",
    "random",
    "row_to_json",
    "setval",
    "statement_timestamp",
    "timeofday",
    "to_char",
    "to_date",
    "to_json",
    "to_jsonb",
    "to_number",
    "transaction_timestamp",
    "txid_current",
    "uuidv4",
    "uuidv7",
    "version",
];

/// What every overload of a function gives.
pub(super) fn returns(name: &str) -> Option<Kind> {
    let of_name = RETURNS.iter().find(|(_, names)| names.binary_search(&name).is_ok());
    of_name.map(|(kind, _)| kind.clone())
}

/// No overload of a function gives the same for ever.
pub(super) fn never_immutable(name: &str) -> bool {
    NEVER_IMMUTABLE.binary_search(&name).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_in_order() {
        for names in RETURNS.iter().map(|(_, names)| *names).chain([NEVER_IMMUTABLE]) {
            assert!(names.is_sorted(), "{names:?}");
        }
    }
}
