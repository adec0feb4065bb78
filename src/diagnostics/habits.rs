//! What people are used to write, from SQL and from other tools, and what it is here. A mistyped word is another matter
//! (`suggest`).

/// What to do about a key that an object does not have.
pub fn of_key(object: &str, key: &str) -> Option<&'static str> {
    let lower = key.to_ascii_lowercase();
    let of_object = KEYS.iter().filter(|(of, ..)| object.starts_with(of));
    of_object.filter(|(_, keys, _)| keys.contains(&lower.as_str())).map(|(.., help)| *help).next()
}

/// The word, or key, that another one stands for, where it may stand.
pub fn of_word<'w>(word: &str, words: &[&'w str]) -> Option<&'w str> {
    let lower = word.to_ascii_lowercase();
    let mut meant = WORDS.iter().filter(|(others, _)| others.contains(&lower.as_str())).map(|(_, meant)| meant);
    meant.find_map(|meant| words.iter().find(|known| *known == meant).copied())
}

/// The type that PostgreSQL has for another's.
pub fn of_type(name: &str) -> Option<&'static str> {
    let lower = name.to_ascii_lowercase();
    TYPES.iter().find(|(others, _)| others.contains(&lower.as_str())).map(|(_, help)| *help)
}

/// The function that PostgreSQL, or Supabase, has for another's.
pub fn of_function(name: &str) -> Option<&'static str> {
    let lower = name.to_ascii_lowercase();
    FUNCTIONS.iter().find(|(others, _)| others.contains(&lower.as_str())).map(|(_, help)| *help)
}

/// Objects as messages call them, keys of others, and what to do.
static KEYS: &[(&str, &[&str], &str)] = &[
    ("a column", &["pk", "primarykey", "primary"], "write `primary_key: true`"),
    (
        "a column",
        &["null", "nullable", "optional", "not_null", "notnull", "required"],
        "a column is NOT NULL; where it may be NULL its type ends in `?`: `text?`",
    ),
    (
        "a column",
        &["length", "size", "max_length", "precision", "scale"],
        "it is a part of the type: `varchar(20)`, `numeric(10,2)`",
    ),
    ("a column", &["fk", "ref", "foreign_key", "foreign"], "write `references: table`, or `references: table(column)`"),
    ("a column", &["enum", "values", "options", "choices"], "write `one_of: […]`, or declare a type under `enums`"),
    ("a column", &["auto_increment", "autoincrement", "serial"], "write `identity: always`"),
    ("a column", &["computed", "as"], "write `generated:` with its SQL"),
    ("a column", &["array", "items"], "write it in the type: `text[]`"),
    ("a column", &["name"], "the name is the key: `columns: {title: text}`"),
    ("a table", &["name"], "the name is the key: `tables: {todos: …}`"),
    (
        "a table",
        &["rls", "enable_rls", "row_level_security"],
        "row security is on, and follows from `owner`, `members`, `allow` and `access`",
    ),
    ("a table", &["fields", "attributes", "cols"], "write `columns`"),
    ("a table", &["constraints"], "write `checks`, `unique`, `foreign_keys` or `exclude`"),
    ("a table", &["timestamps", "mixins"], "write `use: [timestamps]`"),
    ("a table", &["soft_delete"], "write `use: [soft_delete]`"),
    ("a table", &["audit"], "write `use: [audit]`"),
    ("a table", &["policy", "permissions", "grants", "roles"], "say who may do what under `owner`, `allow` and `deny`"),
    ("a table", &["tenant", "tenant_id", "belongs_to"], "write `owner:` with the column that leads to the tenant"),
    ("a rule of ", &["using", "where", "if", "condition"], "write `when`"),
    ("a rule of ", &["check", "with_check"], "write `becomes`: it is tested on the row as it will be"),
    ("a rule of ", &["for", "action", "actions", "verb", "verbs", "command", "operation"], "write `can`"),
    ("a rule of ", &["role", "roles", "who", "as"], "write `to`"),
    ("a policy", &["with_check"], "write `check`"),
    ("a policy", &["command", "action", "operation", "can"], "write `for`"),
    ("a policy", &["role", "roles"], "write `to`"),
    ("a policy", &["when"], "write `using`"),
    ("a function", &["arguments", "params", "parameters", "inputs"], "write `args`"),
    ("a function", &["return", "return_type"], "write `returns`"),
    ("a function", &["sql", "definition", "source", "code"], "write `body`"),
    ("a function", &["security_definer", "definer"], "write `security: definer`"),
    ("a function", &["grant", "grants", "execute"], "write `call:` with those who may"),
    ("a function", &["procedure"], "write `kind: procedure`"),
    ("a trigger", &["function", "execute", "procedure"], "write `call`"),
    ("a trigger", &["for_each", "level"], "write `each`: row or statement"),
    ("a trigger", &["new_table", "old_table"], "write `referencing: {new: …, old: …}`"),
    ("a trigger", &["timing", "events", "event"], "write `before:`, `after:` or `instead_of:` with the events"),
    ("a view", &["sql", "select", "definition", "as", "body"], "write `query`"),
    ("a view", &["grant", "grants", "to", "call"], "write `read:` with those who may"),
    ("a materialized view", &["sql", "select", "definition", "as", "body"], "write `query`"),
    ("a model", &["version", "schemagen_version"], "write `schemagen: 1`"),
    ("a model", &["table", "models", "entities"], "write `tables`"),
];

/// Words of others, and the word here.
static WORDS: &[(&[&str], &str)] = &[
    (&["select", "view", "get", "list"], "read"),
    (&["insert", "add", "post"], "create"),
    (&["edit", "modify", "change", "put", "patch"], "update"),
    (&["remove", "destroy"], "delete"),
    (&["any", "everything", "manage", "*"], "all"),
    (&["everyone", "everybody", "public", "all", "world", "guest"], "anyone"),
    (&["logged_in", "user", "users", "authenticated_users", "me"], "signed_in"),
    (&["stored", "default", "by default"], "by_default"),
    (&["description", "doc", "docs"], "comment"),
    (&["initially deferred"], "deferred"),
    (&["initially immediate"], "immediate"),
    (&["not_distinct", "false"], "not distinct"),
];

/// Types of others, and what to write.
static TYPES: &[(&[&str], &str)] = &[
    (&["string", "str", "longtext", "mediumtext", "nvarchar", "clob"], "write `text`"),
    (&["datetime", "datetimeoffset", "timestamp_ltz"], "write `timestamptz`"),
    (&["number"], "write `integer`, `numeric` or `double precision`"),
    (&["int32", "uint", "mediumint"], "write `integer`"),
    (&["int64", "long"], "write `bigint`"),
    (&["int16", "short", "tinyint"], "write `smallint`"),
    (&["double", "float64"], "write `double precision`"),
    (&["float32"], "write `real`"),
    (&["guid", "uniqueidentifier"], "write `uuid`"),
    (&["blob", "binary", "bytes", "varbinary"], "write `bytea`"),
    (&["object", "map", "dict", "record"], "write `jsonb`"),
    (&["array", "list"], "write the type of what is in it, and `[]`: `text[]`"),
    (&["enum"], "declare it under `enums`, or write `one_of: […]` on a column of type text"),
    (&["email", "url", "uri", "phone"], "write `text` with a `check`, or declare a domain"),
];

/// Functions of others, and what to write.
static FUNCTIONS: &[(&[&str], &str)] = &[
    (&["ifnull", "isnull", "nvl"], "write `coalesce`"),
    (&["len", "strlen", "datalength"], "write `length`"),
    (&["uid", "user_id", "auth_uid"], "write `auth.uid()`"),
    (&["jwt", "auth_jwt"], "write `auth.jwt()`"),
    (&["uuid", "newid", "uuid_v4", "gen_uuid", "generate_uuid"], "write `gen_random_uuid()`"),
    (&["getdate", "sysdate", "curdate", "utcnow", "getutcdate", "current_timestamp"], "write `now()`"),
    (&["ucase", "toupper"], "write `upper`"),
    (&["lcase", "tolower"], "write `lower`"),
    (&["charindex", "instr", "locate"], "write `strpos`"),
    (&["group_concat", "listagg"], "write `string_agg`"),
    (&["rand"], "write `random`"),
    (&["iif", "if"], "write `case when … then … else … end`"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_habit_is_told_where_it_helps() {
        assert_eq!(of_key("a column", "PK"), Some("write `primary_key: true`"));
        assert_eq!(of_key("a rule of allow", "using"), Some("write `when`"));
        assert_eq!(of_key("a policy", "using"), None);
        assert_eq!(of_word("select", &["read", "write"]), Some("read"));
        assert_eq!(of_word("select", &["always"]), None);
        assert_eq!(of_type("String"), Some("write `text`"));
        assert_eq!(of_function("IfNull"), Some("write `coalesce`"));
    }
}
