//! Why a fault changes nothing: queries whose first column says so where it is so, and that give no row where it is not.
//!
//! Each is a full argument: row security asks only policies of the command that is run, by a role that is named, and only
//! after privileges.

use crate::catalog::{Policy, PolicyCommand, Table, quote_identifier, quote_literal};

/// TO PUBLIC: nobody else has the privilege.
pub fn nobody_else(table: &Table, policy: &Policy) -> String {
    format!(
        "select 'no other role has the privilege' where not exists ({} and r.rolname not in ({}) and {})",
        roles_and(&privileges(policy.command)),
        list(&policy.roles),
        has_privilege(table)
    )
}

/// FOR ALL in place of FOR SELECT: whom the policy names cannot write.
pub fn cannot_write(table: &Table, policy: &Policy) -> String {
    format!(
        "select 'no role that it names may write' where not exists ({} and {} and {})",
        roles_and(&["INSERT", "UPDATE", "DELETE"]),
        named(policy),
        has_privilege(table)
    )
}

/// FOR ALL in place of FOR SELECT, of the policy by which a founder reads back his tenant: of a stored row it never holds, and
/// the policy for INSERT asks no more than it does.
pub fn only_while_founding(table: &Table, policy: &Policy) -> Option<String> {
    let using = policy.using.as_ref()?;
    let asks_more = |check: &String| {
        let rest = using.strip_prefix(check.as_str()).and_then(|rest| rest.strip_prefix(" and ("));
        rest.is_some_and(|rest| rest.contains("_founded_by_caller()") && rest.ends_with(") is not true"))
    };
    let mut inserts = table
        .policies
        .values()
        .filter(|other| other.command == PolicyCommand::Insert && !other.restrictive && other.roles == policy.roles);
    let founder = inserts.find(|other| other.check.as_ref().is_some_and(asks_more))?;
    let why = format!("it holds of no stored row, and {} lets in whatever it would", founder.name);
    Some(format!("select {}", quote_literal(&why)))
}

/// Any change of a policy: whom it names has not the privilege that it is for.
pub fn no_use_of(table: &Table, policy: &Policy) -> String {
    format!(
        "select 'no role that it names has the privilege' where not exists ({} and {} and {})",
        roles_and(&privileges(policy.command)),
        named(policy),
        has_privilege(table)
    )
}

/// No row security: nobody has any privilege.
pub fn nobody_may(table: &Table) -> String {
    format!(
        "select 'no role has any privilege' where not exists ({} and {})",
        roles_and(&["SELECT", "INSERT", "UPDATE", "DELETE"]),
        has_privilege(table)
    )
}

/// No CHECK of an UPDATE policy: its USING is the same, and either reads nothing of the row or nothing that whom it
/// names may change (he has no privilege, or a trigger refuses every change), nor a trigger for him.
pub fn checked_before(table: &Table, policy: &Policy) -> Option<String> {
    let (using, check) = (policy.using.as_ref()?, policy.check.as_ref()?);
    if policy.command != PolicyCommand::Update || using != check {
        return None;
    }
    let own = quote_identifier(&table.name.name);
    let reads = |name: &str| using.contains(&format!("{own}.{}", quote_identifier(name)));
    let columns: Vec<String> =
        table.columns.iter().filter(|column| reads(&column.name)).map(|column| column.name.clone()).collect();
    if columns.is_empty() {
        return Some("select 'it asks about the caller alone, and USING asks the same'".to_owned());
    }
    let name = quote_literal(&table.name.sql());
    // 18: before, and for update.
    Some(format!(
        "select 'USING asks the same, and nobody whom it names may change what it reads' where not exists (\
         select from pg_catalog.pg_roles r, unnest(array[{}]) c \
         where {} and has_column_privilege(r.oid, {name}, c, 'UPDATE') and not exists (\
         select from pg_catalog.pg_trigger t join pg_catalog.pg_proc p on p.oid = t.tgfoid \
         where t.tgrelid = {name}::regclass and t.tgenabled <> 'D' and t.tgtype & 18 = 18 and p.proname = 'refuse_change' \
         and position(convert_to(c, 'UTF8') || '\\x00'::bytea in t.tgargs) > 0)) and not exists (\
         select from pg_catalog.pg_trigger t join pg_catalog.pg_proc p on p.oid = t.tgfoid, unnest(array[{}]) c \
         where t.tgrelid = {name}::regclass and not t.tgisinternal and t.tgtype & 18 = 18 and replace(lower(p.prosrc), '\"', '') like '%new.' || c || '%')",
        list(&columns),
        named(policy),
        list(&columns)
    ))
}

/// A helper that gives every row's key: each policy that calls it wants the key not to be there, of rows that it asks the
/// helper's own condition of, so the rows in question are there either way.
pub fn asked_beside<'p>(name: &str, condition: &str, policies: impl Iterator<Item = &'p Policy>) -> Option<String> {
    let texts = policies.flat_map(|policy| [&policy.using, &policy.check]).flatten();
    let mut calls = texts.filter(|text| text.contains(&format!("{name}("))).peekable();
    calls.peek()?;
    let beside = |text: &String| {
        let rest = text.strip_prefix(condition).and_then(|rest| rest.strip_prefix(" and ("));
        rest.is_some_and(|rest| rest.ends_with(") is not true") && !rest.contains(" or "))
    };
    let why = "each policy that calls it asks the same of the row, and wants it not to be there";
    calls.all(beside).then(|| format!("select {}", quote_literal(why)))
}

fn privileges(command: PolicyCommand) -> Vec<&'static str> {
    match command {
        PolicyCommand::All => vec!["SELECT", "INSERT", "UPDATE", "DELETE"],
        other => vec![other.sql()],
    }
}

/// Every role that row security applies to, with each of these privileges.
fn roles_and(privileges: &[&str]) -> String {
    let privileges: Vec<String> = privileges.iter().map(|privilege| quote_literal(privilege)).collect();
    format!(
        "select from pg_catalog.pg_roles r, unnest(array[{}]) p \
         where not r.rolsuper and not r.rolbypassrls and r.rolname not like 'pg\\_%'",
        privileges.join(", ")
    )
}

fn named(policy: &Policy) -> String {
    let everybody = policy.roles.iter().any(|role| role == "public");
    if everybody { "not r.rolsuper".to_owned() } else { format!("r.rolname in ({})", list(&policy.roles)) }
}

fn has_privilege(table: &Table) -> String {
    let name = quote_literal(&table.name.sql());
    format!(
        "case when p = 'DELETE' then has_table_privilege(r.oid, {name}, p) else has_any_column_privilege(r.oid, {name}, p) end"
    )
}

fn list(names: &[String]) -> String {
    names.iter().map(|name| quote_literal(name)).collect::<Vec<_>>().join(", ")
}
