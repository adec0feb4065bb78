//! The known ways.

use super::Fault;
use crate::catalog::{Function, Management, Policy, PolicyCommand, Table, Volatility, quote_identifier, quote_literal};
use crate::prove::probes::Context;

/// Every fault that can be put into what a model compiled to.
pub fn all(context: &Context) -> Vec<Fault> {
    let proved = context.proved();
    let tables = proved.iter().filter_map(|table| context.catalog.tables.get(&context.model.table(*table).name));
    let mut found: Vec<Fault> = tables.flat_map(|table| of_table(context, table)).collect();
    let helpers = context.catalog.functions.values().filter(|function| function.compiled);
    found.extend(helpers.flat_map(of_function));
    let views =
        context.catalog.views.values().filter(|view| view.security_invoker && view.management == Management::Full);
    found.extend(views.map(|view| Fault {
        name: format!("view {} runs as its owner", view.name),
        sql: format!("alter view {} reset (security_invoker)", view.name.sql()),
        table: None,
        harmless: None,
    }));
    found
}

fn of_table(context: &Context, table: &Table) -> Vec<Fault> {
    let mut found: Vec<Fault> = table.policies.values().flat_map(|policy| of_policy(table, policy)).collect();
    if table.row_security {
        found.push(fault(
            table,
            "row security off",
            format!("alter table {} disable row level security", table.name.sql()),
        ));
    }
    found.extend(of_privileges(context, table));
    let guards = table.triggers.values().filter(|trigger| is_compiled(context, &trigger.function));
    found.extend(guards.map(|trigger| {
        let sql = format!("drop trigger if exists {} on {}", quote_identifier(&trigger.name), table.name.sql());
        fault(table, &format!("trigger {} dropped", trigger.name), sql)
    }));
    let composite = table.foreign_keys.values().filter(|key| key.columns.len() > 1);
    found.extend(composite.map(|key| {
        let sql = format!("alter table {} drop constraint if exists {}", table.name.sql(), quote_identifier(&key.name));
        fault(table, &format!("key {} dropped", key.name), sql)
    }));
    found
}

fn is_compiled(context: &Context, name: &crate::catalog::QualifiedName) -> bool {
    context.catalog.functions.values().any(|function| function.compiled && function.name.name == *name)
}

fn fault(table: &Table, what: &str, sql: String) -> Fault {
    Fault { name: format!("{}: {what}", table.name), sql, table: Some(table.name.clone()), harmless: None }
}

fn of_policy(table: &Table, policy: &Policy) -> Vec<Fault> {
    let (target, name) = (table.name.sql(), quote_identifier(&policy.name));
    let alter = |what: &str, change: String| {
        fault(table, &format!("policy {} {what}", policy.name), format!("alter policy {name} on {target} {change}"))
    };
    let mut found =
        vec![fault(table, &format!("policy {} dropped", policy.name), format!("drop policy {name} on {target}"))];
    if policy.using.is_some() {
        found.push(alter("with USING (true)", "using (true)".to_owned()));
    }
    if policy.check.is_some() {
        found.push(alter("with CHECK (true)", "with check (true)".to_owned()));
    }
    let widened = alter("TO PUBLIC", "to public".to_owned());
    found.push(Fault { harmless: Some(nobody_else(table, policy)), ..widened });
    found.extend(swapped(table, policy).map(|(what, change)| alter(&what, change)));
    if policy.command == PolicyCommand::Select && !policy.restrictive {
        let using = policy.using.clone().unwrap_or_else(|| "true".to_owned());
        let roles: Vec<_> = policy.roles.iter().map(|role| crate::catalog::ddl::role(role)).collect();
        let sql = format!(
            "drop policy {name} on {target}; create policy {name} on {target} for all to {} using ({using})",
            roles.join(", ")
        );
        let wide = fault(table, &format!("policy {} FOR ALL", policy.name), sql);
        found.push(Fault { harmless: Some(cannot_write(table, policy)), ..wide });
    }
    found
}

/// Why TO PUBLIC changes nothing: nobody else has the privilege.
fn nobody_else(table: &Table, policy: &Policy) -> String {
    let privileges = match policy.command {
        PolicyCommand::All => "SELECT,INSERT,UPDATE,DELETE".to_owned(),
        other => other.sql().to_owned(),
    };
    let roles: Vec<String> = policy.roles.iter().map(|role| quote_literal(role)).collect();
    format!(
        "select 'no other role has the privilege' where not exists (select from pg_catalog.pg_roles r, unnest(string_to_array({}, ',')) p \
         where not r.rolsuper and not r.rolbypassrls and r.rolname not like 'pg\\_%' and r.rolname not in ({}) \
         and {})",
        quote_literal(&privileges),
        roles.join(", "),
        has_privilege(table)
    )
}

/// Why FOR ALL in place of FOR SELECT changes nothing: whom the policy names cannot write.
fn cannot_write(table: &Table, policy: &Policy) -> String {
    let roles: Vec<String> = policy.roles.iter().map(|role| quote_literal(role)).collect();
    format!(
        "select 'no role that it names may write' where not exists (select from pg_catalog.pg_roles r, \
         unnest(array['INSERT', 'UPDATE', 'DELETE']) p where r.rolname in ({}) and {})",
        roles.join(", "),
        has_privilege(table)
    )
}

fn has_privilege(table: &Table) -> String {
    let name = quote_literal(&table.name.sql());
    format!(
        "case when p = 'DELETE' then has_table_privilege(r.oid, {name}, p) else has_any_column_privilege(r.oid, {name}, p) end"
    )
}

/// A column of the policy in place of which another of the same type stands.
fn swapped(table: &Table, policy: &Policy) -> Option<(String, String)> {
    let own = quote_identifier(&table.name.name);
    for column in &table.columns {
        let from = format!("{own}.{} ", quote_identifier(&column.name));
        let used = |text: &Option<String>| text.as_ref().is_some_and(|text| text.contains(&from));
        if !used(&policy.using) && !used(&policy.check) {
            continue;
        }
        let other =
            table.columns.iter().find(|other| other.name != column.name && other.data_type == column.data_type)?;
        let to = format!("{own}.{} ", quote_identifier(&other.name));
        let change = |word: &str, text: &Option<String>| {
            text.as_ref().map(|text| format!("{word} ({})", text.replace(&from, &to)))
        };
        let parts: Vec<String> =
            [change("using", &policy.using), change("with check", &policy.check)].into_iter().flatten().collect();
        return Some((format!("on {} in place of {}", other.name, column.name), parts.join(" ")));
    }
    None
}

fn of_privileges(context: &Context, table: &Table) -> Vec<Fault> {
    let hints = &context.model.base.hints;
    let mut found = Vec::new();
    for role in [&hints.signed_in, &hints.anonymous] {
        for privilege in ["SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE"] {
            let whole = |grant: &&crate::catalog::Grant| {
                grant.role == *role && grant.privilege == privilege && grant.columns.is_empty()
            };
            if !table.grants.iter().any(|grant| whole(&grant)) {
                let sql = format!("grant {privilege} on {} to {}", table.name.sql(), quote_identifier(role));
                found.push(fault(table, &format!("{privilege} granted to {role}"), sql));
            }
        }
    }
    found
}

fn of_function(function: &Function) -> Vec<Fault> {
    let target = function.name.sql();
    let alter = |what: &str, sql: String| Fault {
        name: format!("{}: {what}", function.name.name),
        sql,
        table: None,
        harmless: None,
    };
    let mut found = vec![alter("EXECUTE granted to PUBLIC", format!("grant execute on function {target} to public"))];
    if function.settings.contains_key("search_path") {
        found.push(alter("search_path unpinned", format!("alter function {target} reset search_path")));
    }
    if function.volatility == Volatility::Stable {
        found.push(alter("IMMUTABLE", format!("alter function {target} immutable")));
    }
    if function.security_definer {
        found.push(alter("as its caller", format!("alter function {target} security invoker")));
    }
    found
}

/// A table without some of its other protections, each choice with what it is: what a fault repeats shows only then.
pub fn without_others(context: &Context, fault: &Fault) -> Vec<(String, String)> {
    let Some(table) = fault.table.as_ref().and_then(|name| context.catalog.tables.get(name)) else { return Vec::new() };
    let protections = protections(context, table);
    let mut choices: Vec<u32> = (1..1 << protections.len()).collect();
    choices.sort_by_key(|choice| choice.count_ones());
    let mut found: Vec<(String, String)> = choices
        .into_iter()
        .map(|choice| {
            let chosen =
                protections.iter().enumerate().filter(|(place, _)| choice >> place & 1 == 1).map(|(_, one)| one);
            let (names, sql): (Vec<_>, Vec<_>) = chosen.map(|(name, sql)| (*name, sql.as_str())).unzip();
            (format!("its {} stand", names.join(" and ")), sql.join("; "))
        })
        .collect();
    let policies = table.policies.values().filter(|policy| !fault.name.contains(&policy.name));
    found.extend(policies.map(|policy| {
        let sql = format!("drop policy {} on {}", quote_identifier(&policy.name), table.name.sql());
        (format!("policy {} stands", policy.name), sql)
    }));
    found
}

/// What protects a table beside the USING of its policies, each with the SQL that takes it away.
fn protections(context: &Context, table: &Table) -> Vec<(&'static str, String)> {
    let name = table.name.sql();
    let signed_in = quote_identifier(&context.model.base.hints.signed_in);
    let privileges = format!("grant select, insert, update, delete on {name} to {signed_in}");
    let triggers = table.triggers.values().filter(|trigger| is_compiled(context, &trigger.function));
    let triggers =
        triggers.map(|trigger| format!("drop trigger if exists {} on {name}", quote_identifier(&trigger.name)));
    // Its own keys, and those that refer to it.
    let all =
        context.catalog.tables.values().flat_map(|other| other.foreign_keys.values().map(move |key| (other, key)));
    let keys = all.filter(|(other, key)| other.name == table.name || key.table == table.name).map(|(other, key)| {
        format!("alter table {} drop constraint if exists {}", other.name.sql(), quote_identifier(&key.name))
    });
    let checked = table.policies.values().filter(|policy| policy.check.is_some());
    let checks =
        checked.map(|policy| format!("alter policy {} on {name} with check (true)", quote_identifier(&policy.name)));
    let all = [
        ("privileges", privileges),
        ("triggers", triggers.collect::<Vec<_>>().join("; ")),
        ("foreign keys", keys.collect::<Vec<_>>().join("; ")),
        ("policies' checks", checks.collect::<Vec<_>>().join("; ")),
    ];
    all.into_iter().filter(|(_, sql)| !sql.is_empty()).collect()
}
