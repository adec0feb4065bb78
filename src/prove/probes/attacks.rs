//! What an attacker of a team tries first: joining it by himself, raising his own role, and removing or demoting
//! everybody in one statement.

use super::{Bench, key_predicate, shown};
use crate::catalog::quote_identifier;
use crate::model::{ColumnId, Members, Verb};
use crate::oracle::{Reason, Row};
use crate::prove::case::{Case, Expect};
use crate::prove::fixtures::{Record, insert_statement, literal};
use std::collections::BTreeSet;

pub fn cases(bench: &Bench) -> Vec<Case> {
    let meaning = bench.context.model.table(bench.table);
    let tenant = meaning.membership_of.map(|tenant| bench.context.model.table(tenant));
    let Some(members) = tenant.and_then(|tenant| tenant.members.as_ref()) else { return Vec::new() };
    let tenants: BTreeSet<&str> = bench.rows.iter().filter_map(|row| row.get(members.tenant_column)).collect();
    let mut cases = Vec::new();
    for asker in bench.asking() {
        cases.push(removing(bench, asker, None));
        for tenant in &tenants {
            cases.push(removing(bench, asker, Some((members.tenant_column, tenant))));
            cases.extend(demoting(bench, asker, members, tenant));
            cases.extend(joining(bench, asker, members, tenant));
        }
        cases.extend(rising(bench, asker, members));
    }
    cases
}

/// The rows that a statement with this predicate gets at.
fn reached(bench: &Bench, asker: usize, verb: Verb, of: Option<(ColumnId, &str)>) -> Vec<usize> {
    let caller = &bench.askers[asker];
    let may = |place: &usize| {
        let row = &bench.rows[*place];
        let meant = of.is_none_or(|(column, value)| row.get(column) == Some(value) && bench.reads(asker, *place).holds);
        meant && bench.oracle.may(caller, verb, bench.table, row).holds
    };
    (0..bench.rows.len()).filter(may).collect()
}

/// All members removed in one statement: of one tenant, or of all there are.
fn removing(bench: &Bench, asker: usize, of: Option<(ColumnId, &str)>) -> Case {
    let places = reached(bench, asker, Verb::Delete, of);
    let rows: Vec<&Row> = places.iter().map(|place| &bench.rows[*place]).collect();
    let reason = bench.oracle.may_delete_together(&bench.askers[asker], bench.table, &rows);
    let statement = format!("delete from {}{}", bench.shape().name, predicate(bench, of));
    together(bench, asker, "remove all members", statement, &places, reason)
}

/// All members of a tenant given the lowest role in one statement.
fn demoting(bench: &Bench, asker: usize, members: &Members, tenant: &str) -> Option<Case> {
    let (column, lowest) = (members.role_column?, members.roles.last()?.name.as_str());
    let of = Some((members.tenant_column, tenant));
    let places = reached(bench, asker, Verb::Update, of);
    let new: Vec<Row> = places.iter().map(|place| bench.rows[*place].with(column, Some(lowest))).collect();
    let changes: Vec<(&Row, &Row)> = places.iter().map(|place| &bench.rows[*place]).zip(&new).collect();
    let reason = bench.oracle.may_update_together(&bench.askers[asker], bench.table, &changes, &[column]);
    let statement = format!("{}{}", set_role(bench, column, lowest), predicate(bench, of));
    let case = together(bench, asker, "demote all members", statement, &places, reason);
    // Who demotes himself among others may no longer demote the rest.
    let id = bench.askers[asker].ids.get(&members.principal).map(String::as_str);
    let himself = places.iter().any(|place| bench.rows[*place].get(members.principal_column) == id);
    let expect = match case.expect {
        Expect::Touches(count) if himself && count > 1 => Expect::AllOrNothing(count),
        other => other,
    };
    Some(Case { expect, ..case })
}

fn together(
    bench: &Bench,
    asker: usize,
    action: &'static str,
    statement: String,
    places: &[usize],
    reason: Reason,
) -> Case {
    let count = i64::try_from(places.len()).unwrap_or(i64::MAX);
    let expect = if count > 0 && reason.holds { Expect::Touches(count) } else { Expect::Nothing };
    bench.case(asker, action, statement, expect, reason)
}

/// A membership for himself, of the highest role and of the lowest.
fn joining(bench: &Bench, asker: usize, members: &Members, tenant: &str) -> Vec<Case> {
    let caller = &bench.askers[asker];
    let Some(id) = caller.ids.get(&members.principal) else { return Vec::new() };
    let own =
        |row: &&Row| row.get(members.tenant_column) == Some(tenant) && row.get(members.principal_column) == Some(id);
    if bench.rows.iter().any(|row| own(&row)) {
        return Vec::new();
    }
    let roles: Vec<Option<&str>> = match (members.roles.first(), members.roles.last()) {
        (Some(highest), Some(lowest)) => vec![Some(&highest.name), Some(&lowest.name)],
        _ => vec![None],
    };
    roles.into_iter().filter_map(|role| join(bench, asker, members, [tenant, id], role)).collect()
}

fn join(bench: &Bench, asker: usize, members: &Members, [tenant, id]: [&str; 2], role: Option<&str>) -> Option<Case> {
    let meaning = bench.context.model.table(bench.table);
    // Like a membership that counts: the fixture begins with one.
    let like = bench.records().first()?;
    let mut record: Record = like.iter().filter(|(name, _)| writable(bench, name)).map(own).collect();
    let mut set =
        |column: ColumnId, value: &str| record.insert(meaning.column(column).name.clone(), Some(value.to_owned()));
    set(members.tenant_column, tenant);
    set(members.principal_column, id);
    members.role_column.zip(role).map(|(column, role)| set(column, role));
    let row = crate::prove::fixtures::row(bench.context.model, bench.table, &record);
    let caller = &bench.askers[asker];
    let reason = bench.oracle.may_insert(caller, bench.table, &row, &bench.named(caller, &record));
    let expect = if reason.holds { Expect::Touches(1) } else { Expect::Nothing };
    let statement = insert_statement(bench.shape(), &record);
    Some(Case { row: shown(&record), ..bench.case(asker, "join by himself", statement, expect, reason) })
}

fn own((name, value): (&String, &Option<String>)) -> (String, Option<String>) {
    (name.clone(), value.clone())
}

/// Neither filled by the database nor a key of its own.
fn writable(bench: &Bench, name: &str) -> bool {
    let meaning = bench.context.model.table(bench.table);
    let (shape, column) = (bench.shape(), meaning.column_named(name).map(|column| meaning.column(column)));
    let invented =
        shape.primary_key.iter().any(|key| key == name) && column.is_some_and(|column| column.references.is_none());
    column.is_some_and(|column| !column.read_only && !column.computed) && !(invented && has_default(bench, name))
}

fn has_default(bench: &Bench, name: &str) -> bool {
    bench.shape().column(name).is_some_and(|column| column.has_default)
}

/// His own memberships, each with every other role.
fn rising(bench: &Bench, asker: usize, members: &Members) -> Vec<Case> {
    let caller = &bench.askers[asker];
    let (Some(id), Some(column)) = (caller.ids.get(&members.principal), members.role_column) else { return Vec::new() };
    let own = (0..bench.rows.len()).filter(|place| bench.rows[*place].get(members.principal_column) == Some(id));
    let change = |place: usize| {
        let old = &bench.rows[place];
        let others = members.roles.iter().map(|role| role.name.as_str()).filter(|role| old.get(column) != Some(*role));
        others.map(|role| change_role(bench, asker, place, column, role)).collect::<Vec<_>>()
    };
    own.flat_map(change).collect()
}

fn change_role(bench: &Bench, asker: usize, place: usize, column: ColumnId, role: &str) -> Case {
    let (caller, old, record) = (&bench.askers[asker], &bench.rows[place], &bench.records()[place]);
    let new = old.with(column, Some(role));
    let update = bench.oracle.may_update(caller, bench.table, old, &new, &[column]);
    let read = [old, &new].map(|row| bench.oracle.may(caller, Verb::Read, bench.table, row));
    let reason = Reason::all("change his own role", std::iter::once(update).chain(read).collect());
    let expect = if reason.holds { Expect::Touches(1) } else { Expect::Nothing };
    let statement = format!("{} where {}", set_role(bench, column, role), key_predicate(bench.shape(), record));
    Case { row: shown(record), ..bench.case(asker, "change his own role", statement, expect, reason) }
}

fn set_role(bench: &Bench, column: ColumnId, role: &str) -> String {
    let name = quote_identifier(&bench.context.model.table(bench.table).column(column).name);
    format!("update {} set {name} = {}", bench.shape().name, literal(Some(role)))
}

fn predicate(bench: &Bench, of: Option<(ColumnId, &str)>) -> String {
    let table = bench.context.model.table(bench.table);
    let one =
        |(column, value)| format!(" where {} = {}", quote_identifier(&table.column(column).name), literal(Some(value)));
    of.map(one).unwrap_or_default()
}
