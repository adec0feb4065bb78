//! The rules, one file each. Add a line here, a page in `pages/`, a bad and a good schema in `tests/live/audit/`.

use super::sql::mentions;
use super::{Context, Rule, Severity};
use crate::catalog::{ForeignKey, Table};

macro_rules! rules {
    ($($module:ident, $name:literal, $severity:ident, $title:literal;)*) => {
        $(mod $module;)*

        /// All rules by name.
        pub const RULES: &[Rule] = &[$(Rule {
            name: $name,
            severity: Severity::$severity,
            title: $title,
            page: include_str!(concat!("../pages/", $name, ".md")),
            check: $module::check,
        },)*];
    };
}

rules! {
    abandoned_slot, "abandoned-slot", Warning, "a replication slot that nobody reads";
    accounts_exposed, "accounts-exposed", Error, "a view that shows the accounts";
    all_where_read_was_meant, "all-where-read-was-meant", Error, "a policy for reading that lets write";
    anonymous_accounts, "anonymous-accounts", Note, "strangers who are signed in";
    autovacuum_off, "autovacuum-off", Warning, "a table that nobody cleans";
    cascade_across_owners, "cascade-across-owners", Note, "whose row goes with whose";
    check_weaker_than_using, "check-weaker-than-using", Error, "an update may hand a row to somebody else";
    column_privileges_void, "column-privileges-void", Error, "column privileges that restrict nothing";
    create_in_schema, "create-in-schema", Error, "callers may make objects where others look";
    dangerous_privileges, "dangerous-privileges", Warning, "callers may do what row security does not cover";
    dead_update_policy, "dead-update-policy", Warning, "an update policy that lets nothing through";
    default_privileges_open, "default-privileges-open", Warning, "new tables are open to callers";
    definer_asks_nobody, "definer-asks-nobody", Warning, "a definer function that does not ask who is calling";
    definer_executable_by_anonymous, "definer-executable-by-anonymous", Error, "a definer function that anybody may call";
    definer_without_search_path, "definer-without-search-path", Error, "a definer function that can be tricked";
    duplicate_index, "duplicate-index", Warning, "two indexes for one purpose";
    extension_deprecated, "extension-deprecated", Warning, "an extension that the next server does not have";
    extension_in_public, "extension-in-public", Note, "an extension among the tables";
    extension_outdated, "extension-outdated", Note, "an extension behind its server";
    foreign_table_readable, "foreign-table-readable", Error, "a foreign table that callers reach";
    function_per_row, "function-per-row", Warning, "a policy that calls a function with each row";
    graft_under_a_stranger, "graft-under-a-stranger", Warning, "a row under somebody else's parent";
    grant_option, "grant-option", Warning, "callers may pass their privileges on";
    graphql_exposed, "graphql-exposed", Note, "tables that the GraphQL schema lists";
    immutable_identity, "immutable-identity", Error, "an identity that a cached plan remembers";
    in_subquery, "in-subquery", Warning, "a policy that filters the whole table";
    invalid_index, "invalid-index", Error, "an index that is maintained and never used";
    junction_without_timestamps, "junction-without-timestamps", Note, "a junction that does not say since when";
    leakproof_function, "leakproof-function", Warning, "a function that promises to keep secrets";
    many_permissive_policies, "many-permissive-policies", Note, "a row that many policies are asked about";
    materialized_view_readable, "materialized-view-readable", Error, "a materialized view that callers read";
    membership_self_join, "membership-self-join", Error, "anybody can make himself a member";
    name_capture, "name-capture", Error, "a condition that compares a column with itself";
    no_primary_key, "no-primary-key", Warning, "a table without a key";
    null_owns, "null-owns", Error, "a row of nobody belongs to everybody without an identity";
    or_without_caller, "or-without-caller", Warning, "an OR that forgets who is calling";
    owned_by_a_caller, "owned-by-a-caller", Error, "a table that belongs to a caller's role";
    partition_granted, "partition-granted", Error, "a partition that is read past its parent's policies";
    policies_overlap, "policies-overlap", Note, "a policy that another one covers";
    policies_without_row_security, "policies-without-row-security", Error, "policies that do nothing: row security was never enabled";
    policy_always_true, "policy-always-true", Error, "a policy that lets everybody write everything";
    policy_outvoted, "policy-outvoted", Warning, "policies that one of their number makes void";
    policy_reads_forbidden, "policy-reads-forbidden", Error, "a policy that reads what its roles may not";
    policy_recursion, "policy-recursion", Error, "a policy that asks its own table";
    public_bucket_listing, "public-bucket-listing", Warning, "a public bucket that can be listed";
    queue_exposed, "queue-exposed", Error, "a queue that callers reach";
    raises_himself, "raises-himself", Error, "a right that its holder gives himself";
    reference_to_no_primary_key, "reference-to-no-primary-key", Note, "a reference to a key that may go";
    references_hidden_rows, "references-hidden-rows", Note, "a foreign key that tells which rows exist";
    row_security_off, "row-security-off", Error, "callers reach a table without row security";
    row_security_without_policies, "row-security-without-policies", Note, "a table that nobody can use";
    search_path_not_pinned, "search-path-not-pinned", Note, "a function that depends on the caller's search_path";
    security_switch_forced, "security-switch-forced", Note, "a forced policy that helpers do not survive";
    sensitive_columns, "sensitive-columns", Warning, "secrets in the open";
    sequence_readable, "sequence-readable", Note, "a sequence that tells how many";
    setting_anybody_sets, "setting-anybody-sets", Warning, "an identity that callers choose";
    setting_without_nullif, "setting-without-nullif", Warning, "an identity that fails when it is empty";
    soft_delete_hidden, "soft-delete-hidden", Warning, "a soft delete that fails";
    storage_without_owner, "storage-without-owner", Error, "files that every caller may delete";
    table_bloat, "table-bloat", Note, "a table that is mostly air";
    temporary_types_first, "temporary-types-first", Note, "a definer function that takes the caller's types for its own";
    true_behind_a_name, "true-behind-a-name", Error, "a policy whose name promises more than it keeps";
    unindexed_foreign_key, "unindexed-foreign-key", Warning, "a foreign key without an index";
    unindexed_policy_column, "unindexed-policy-column", Warning, "a policy's column without an index";
    unique_across_tenants, "unique-across-tenants", Warning, "a unique key that tells about other tenants";
    unsupported_reg_type, "unsupported-reg-type", Warning, "a column that stops an upgrade";
    unused_index, "unused-index", Note, "an index that nobody reads";
    unwrapped_call, "unwrapped-call", Warning, "a policy that asks the same question for every row";
    upsert_meets_hidden_rows, "upsert-meets-hidden-rows", Note, "a key that a hidden row may hold";
    user_metadata, "user-metadata", Error, "a policy that believes what the user wrote about himself";
    view_without_invoker, "view-without-invoker", Error, "a view that shows what its tables hide";
    write_without_read, "write-without-read", Warning, "rows that may be changed and not read";
}

/// Something else than a policy holds the parent of a row: a wider key with the same column, or a trigger that looks at it.
pub fn is_tied(context: &Context<'_>, table: &Table, key: &ForeignKey) -> bool {
    let named = |text: &str| key.columns.iter().any(|column| mentions(text, column));
    let mut others = table.foreign_keys.values().filter(|other| other.columns.len() > 1);
    let wider = others.any(|other| key.columns.iter().all(|column| other.columns.contains(column)));
    let trigger = table.triggers.values().any(|trigger| {
        let body = context.catalog.functions.values().find(|function| function.name.name == trigger.function);
        body.is_some_and(|function| named(&function.body))
    });
    wider || trigger
}
