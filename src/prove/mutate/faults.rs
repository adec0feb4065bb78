//! The known ways to break what a model compiled to.

use super::Fault;
use super::harmless;
use crate::catalog::{Function, Management, Policy, PolicyCommand, Returns, Table, Volatility, quote_identifier};
use crate::prove::probes::Context;

/// Every fault that can be put into what a model compiled to.
pub fn all(context: &Context) -> Vec<Fault> {
    let proved = context.proved();
    let tables = proved.iter().filter_map(|table| context.catalog.tables.get(&context.model.table(*table).name));
    let mut found: Vec<Fault> = tables.flat_map(|table| of_table(context, table)).collect();
    let helpers = context.catalog.functions.values().filter(|function| function.compiled);
    found.extend(helpers.flat_map(|function| of_function(context, function)));
    let views =
        context.catalog.views.values().filter(|view| view.security_invoker && view.management == Management::Full);
    found.extend(views.map(|view| Fault {
        name: format!("view {} runs as its owner", view.name),
        sql: format!("alter view {} reset (security_invoker)", view.name.sql()),
        ..Fault::default()
    }));
    found
}

fn of_table(context: &Context, table: &Table) -> Vec<Fault> {
    let mut found: Vec<Fault> = table.policies.values().flat_map(|policy| of_policy(table, policy)).collect();
    let name = table.name.sql();
    if table.row_security {
        let off = widening(table, "row security off", format!("alter table {name} disable row level security"));
        found.push(Fault { harmless: Some(harmless::nobody_may(table)), ..off });
    }
    found.extend(of_privileges(context, table));
    for trigger in table.triggers.values().filter(|trigger| is_compiled(context, &trigger.function)) {
        let trigger = quote_identifier(&trigger.name);
        let dropped = format!("drop trigger if exists {trigger} on {name}");
        found.push(widening(table, &format!("trigger {trigger} dropped"), dropped));
        let disabled = format!("alter table {name} disable trigger {trigger}");
        found.push(widening(table, &format!("trigger {trigger} disabled"), disabled));
    }
    found.extend(of_keys(context, table));
    found
}

/// Composite keys, which tie a row to its parent's owner, and the unique keys that they refer to.
fn of_keys(context: &Context, table: &Table) -> Vec<Fault> {
    let name = table.name.sql();
    let composite = table.foreign_keys.values().filter(|key| key.columns.len() > 1);
    let dropped = composite.map(|key| {
        let sql = format!("alter table {name} drop constraint if exists {}", quote_identifier(&key.name));
        widening(table, &format!("key {} dropped", key.name), sql)
    });
    let keys = context.catalog.tables.values().flat_map(|other| other.foreign_keys.values());
    let referred: Vec<_> = keys.filter(|key| key.table == table.name && key.columns.len() > 1).collect();
    let carrying = table.uniques.values().filter(|unique| referred.iter().any(|key| key.to == unique.columns));
    let behind = carrying.map(|unique| {
        let sql = format!("alter table {name} drop constraint {} cascade", quote_identifier(&unique.name));
        widening(table, &format!("unique key {} behind carried owners dropped", unique.name), sql)
    });
    dropped.chain(behind).collect()
}

/// The function is one that the compiler made.
pub fn is_compiled(context: &Context, name: &crate::catalog::QualifiedName) -> bool {
    context.catalog.functions.values().any(|function| function.compiled && function.name.name == *name)
}

fn widening(table: &Table, what: &str, sql: String) -> Fault {
    Fault {
        name: format!("{}: {what}", table.name),
        sql,
        table: Some(table.name.clone()),
        widens: true,
        ..Fault::default()
    }
}

fn of_policy(table: &Table, policy: &Policy) -> Vec<Fault> {
    let (target, name) = (table.name.sql(), quote_identifier(&policy.name));
    let broken = |what: &str, widens: bool, sql: String| Fault {
        policy: Some(policy.name.clone()),
        widens,
        harmless: Some(harmless::no_use_of(table, policy)),
        ..widening(table, &format!("policy {} {what}", policy.name), sql)
    };
    let alter = |what: &str, widens: bool, change: String| {
        broken(what, widens, format!("alter policy {name} on {target} {change}"))
    };
    let mut found = vec![broken("dropped", policy.restrictive, format!("drop policy {name} on {target}"))];
    let says_more = |text: &Option<String>| text.as_ref().is_some_and(|text| text != "true");
    if says_more(&policy.using) {
        found.push(alter("with USING (true)", true, "using (true)".to_owned()));
    }
    if says_more(&policy.check) {
        let loosened = alter("with CHECK (true)", true, "with check (true)".to_owned());
        let arguments = loosened.harmless.clone().into_iter().chain(harmless::checked_before(table, policy));
        let harmless = arguments.collect::<Vec<_>>().join(" union all ");
        found.push(Fault { harmless: Some(harmless), ..loosened });
    }
    let public = alter("TO PUBLIC", !policy.restrictive, "to public".to_owned());
    found.push(Fault { harmless: Some(harmless::nobody_else(table, policy)), ..public });
    found.extend(swapped(table, policy).map(|(what, change)| alter(&what, false, change)));
    if policy.command == PolicyCommand::Select && !policy.restrictive {
        let using = policy.using.clone().unwrap_or_else(|| "true".to_owned());
        let roles: Vec<_> = policy.roles.iter().map(|role| crate::catalog::ddl::role(role)).collect();
        let sql = format!(
            "drop policy {name} on {target}; create policy {name} on {target} for all to {} using ({using})",
            roles.join(", ")
        );
        let wide = broken("FOR ALL", true, sql);
        let arguments = [Some(harmless::cannot_write(table, policy)), harmless::only_while_founding(table, policy)];
        let harmless = arguments.into_iter().flatten().collect::<Vec<_>>().join(" union all ");
        found.push(Fault { harmless: Some(harmless), ..wide });
    }
    found
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
        found.extend(of_withheld_columns(table, role));
        for privilege in ["SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE"] {
            let whole = |grant: &&crate::catalog::Grant| {
                grant.role == *role && grant.privilege == privilege && grant.columns.is_empty()
            };
            if !table.grants.iter().any(|grant| whole(&grant)) {
                let sql = format!("grant {privilege} on {} to {}", table.name.sql(), quote_identifier(role));
                found.push(widening(table, &format!("{privilege} granted to {role}"), sql));
            }
        }
    }
    found
}

/// A column that a grant of some columns leaves out, given after all.
fn of_withheld_columns(table: &Table, role: &str) -> Vec<Fault> {
    let limited = table.grants.iter().filter(|grant| grant.role == *role && !grant.columns.is_empty());
    let faults = limited.filter_map(|grant| {
        let column = table.columns.iter().find(|column| !grant.columns.contains(&column.name))?;
        let (privilege, quoted) = (&grant.privilege, quote_identifier(&column.name));
        let sql = format!("grant {privilege} ({quoted}) on {} to {}", table.name.sql(), quote_identifier(role));
        Some(widening(table, &format!("{privilege} of {} granted to {role}", column.name), sql))
    });
    faults.collect()
}

fn of_function(context: &Context, function: &Function) -> Vec<Fault> {
    let target = function.name.sql();
    let broken = |what: &str, sql: String| Fault {
        name: format!("{}: {what}", function.name.name),
        sql,
        widens: true,
        ..Fault::default()
    };
    let anonymous = quote_identifier(&context.model.base.hints.anonymous);
    let mut found = vec![broken("EXECUTE granted to PUBLIC", format!("grant execute on function {target} to public"))];
    if function.security_definer {
        let sql = format!("grant execute on function {target} to {anonymous}");
        let granted = function.grants.iter().any(|grant| quote_identifier(&grant.role) == anonymous);
        found.extend((!granted).then(|| broken("EXECUTE granted to anonymous callers", sql)));
        found.push(broken("as its caller", format!("alter function {target} security invoker")));
    }
    if function.settings.contains_key("search_path") {
        found.push(broken("search_path unpinned", format!("alter function {target} reset search_path")));
    }
    if function.volatility == Volatility::Stable {
        found.push(broken("IMMUTABLE", format!("alter function {target} immutable")));
    }
    let policies = context.catalog.tables.values().flat_map(|table| table.policies.values());
    let beside = condition(function)
        .and_then(|condition| harmless::asked_beside(&function.name.name.sql(), condition, policies));
    found.extend(weakened(function).map(|sql| Fault { harmless: beside, ..broken("weakened", sql) }));
    found
}

const WHERE: &str = " where ";

/// What a helper asks of the rows whose keys it gives.
fn condition(function: &Function) -> Option<&str> {
    function.body.split_once(WHERE).map(|(_, condition)| condition)
}

/// A helper that lets everybody through, or gives every row's id: its conditions are taken out.
fn weakened(function: &Function) -> Option<String> {
    let body = match (&function.returns, function.language.as_str()) {
        (Returns::Type(name), "sql") if name == "boolean" => "select true".to_owned(),
        (Returns::SetOf(_), "sql") => {
            let (all, _) = function.body.split_once(WHERE)?;
            all.to_owned()
        }
        _ => return None,
    };
    let returns = match &function.returns {
        Returns::SetOf(name) => format!("setof {name}"),
        Returns::Type(name) => name.clone(),
        _ => return None,
    };
    let argument =
        |argument: &crate::catalog::Argument| format!("{} {}", quote_identifier(&argument.name), argument.data_type);
    let arguments: Vec<String> = function.arguments.iter().map(argument).collect();
    let security = if function.security_definer { "security definer" } else { "security invoker" };
    Some(format!(
        "create or replace function {}({}) returns {returns} language sql stable {security} set search_path to '' as {}",
        function.name.name.sql(),
        arguments.join(", "),
        crate::catalog::quote_literal(&body)
    ))
}
