//! Rows of two owners for every table, and what the oracle says that callers may do to them: what `sql/tests` tries.
//!
//! Everything that says whose a row is refers to the rows of the same letter, so that a key can be the letter itself. The
//! database fills in the rest when the tests run.

use super::told::{Origin, id_origin};
use super::{Offline, UNKNOWN, world};
use crate::catalog::{Isolation, IsolationCaller, IsolationPrincipal, IsolationTable, Management};
use crate::expression::{Answer, Expression, Formula};
use crate::model::{Access, ColumnId, Model, PrincipalId, Subject, Table, TableId, Verb};
use crate::oracle::{Caller, Oracle, Reason, Row, World};
use std::collections::{BTreeMap, BTreeSet};

/// Callers whose verdicts are asked for; the service may do everything.
const CALLERS: [&str; 3] = ["a", "b", "anonymous"];

/// Rows as they are made, before anybody tries anything.
pub struct Rows {
    world: World,
    tables: Vec<IsolationTable>,
}

/// The rows: all that needs the structure of the model's tables.
pub fn rows(model: &Model) -> Rows {
    let mut made = Rows { world: World::default(), tables: Vec::new() };
    for table in &model.tables {
        made.table(model, table);
    }
    made
}

/// What the oracle says of them, table by table.
pub struct Verdicts(Vec<Vec<IsolationCaller>>);

/// What callers may do to the rows: all that takes long.
pub fn verdicts(model: &Model, rows: &Rows) -> Verdicts {
    let offline = Offline::new(model);
    let oracle = Oracle::quiet(model, &rows.world, &offline);
    let callers = CALLERS.map(|name| caller(model, name));
    let of = |table: &Table| all_verdicts(&oracle, &offline, &callers, table.id);
    Verdicts(model.tables.iter().map(|table| if is_probed(table) { of(table) } else { Vec::new() }).collect())
}

/// What is to be tried with them.
pub fn isolation(model: &Model, rows: Rows, verdicts: Verdicts) -> Isolation {
    let mut tables = rows.tables;
    for (table, callers) in tables.iter_mut().zip(verdicts.0) {
        table.callers = callers;
    }
    tables.retain(|table| !table.callers.is_empty() || !table.references.is_empty() || !table.values.is_empty());
    Isolation { principals: principals(model), tables }
}

/// Ours, with row security, and nothing but rules that the oracle knows: what is written as it is is not derived.
fn is_probed(table: &Table) -> bool {
    let derived = !matches!(table.access, Some(Access::Open | Access::Written));
    table.management == Management::Full && !table.raw_policies && derived && !table.primary_key.is_empty()
}

fn principals(model: &Model) -> Vec<IsolationPrincipal> {
    let one = |(place, principal): (usize, &crate::model::Principal)| {
        let table = model.table(principal.table);
        let origin = id_origin(model, PrincipalId::new(place));
        IsolationPrincipal {
            table: table.name.clone(),
            key: table.primary_key.first().map_or_else(String::new, |key| table.column(*key).name.clone()),
            id: principal.id.sql.clone(),
            claim: if let Some(Origin::Claim(path)) = &origin { path.clone() } else { Vec::new() },
            setting: if let Some(Origin::Setting(name)) = origin { Some(name) } else { None },
        }
    };
    model.principals.iter().enumerate().map(one).collect()
}

fn caller(model: &Model, name: &str) -> Caller {
    let hints = &model.base.hints;
    let known = name != "anonymous";
    let role = if known { &hints.signed_in } else { &hints.anonymous };
    let ids = (0..model.principals.len()).map(|kind| (PrincipalId::new(kind), name.to_owned()));
    Caller {
        name: name.to_owned(),
        role: role.clone(),
        ids: if known { ids.collect() } else { BTreeMap::new() },
        groups: BTreeSet::new(),
    }
}

impl Rows {
    fn table(&mut self, model: &Model, table: &Table) {
        let filled = filled(model, table);
        let values = values(model, table);
        let read = conditioned(model, table);
        let one = |column, letter: &str| {
            let said = key_or_reference(table, &filled, column, letter).or_else(|| values.get(&column).cloned());
            said.or_else(|| if read.contains(&column) { left_out(model, table, column) } else { None })
        };
        let row = |letter: &str| Row(columns(table, |column| one(column, letter)));
        let mut rows = vec![row("a"), row("b")];
        let special = special(table, rows.first());
        rows.extend(special.iter().map(|assigned| {
            assigned.iter().fold(row("a"), |row, (column, value)| row.with(*column, value.as_deref()))
        }));
        if let (Some(third), [key]) = (rows.get_mut(2), table.primary_key.as_slice()) {
            *third = third.with(*key, Some("c"));
        }
        self.world.rows.insert(table.id, rows);
        let name = |column: ColumnId| table.column(column).name.clone();
        let target = |column: &ColumnId| {
            let to = table.column(*column).references?;
            Some((name(*column), model.table(to.table).name.clone()))
        };
        let named = |(column, value): (ColumnId, Option<String>)| (name(column), value);
        self.tables.push(IsolationTable {
            name: table.name.clone(),
            references: filled.iter().filter_map(target).collect(),
            values: values.iter().map(|(column, value)| (name(*column), value.clone())).collect(),
            special: special.map(|assigned| assigned.into_iter().map(named).collect()),
            callers: Vec::new(),
        });
    }
}

fn columns<T>(table: &Table, of: impl Fn(ColumnId) -> T) -> Vec<T> {
    (0..table.columns.len()).map(|column| of(ColumnId::new(column))).collect()
}

/// A key or a reference is the letter.
fn key_or_reference(table: &Table, filled: &BTreeSet<ColumnId>, column: ColumnId, letter: &str) -> Option<String> {
    let meaning = table.column(column);
    let refers = meaning.references.is_some() && (filled.contains(&column) || meaning.not_null);
    let key = meaning.references.is_none() && table.primary_key.contains(&column);
    (refers || key).then(|| letter.to_owned())
}

/// What the database puts into a column; NULL is nothing.
fn left_out(model: &Model, table: &Table, column: ColumnId) -> Option<String> {
    match world::default(model, table.id, column) {
        Answer::Null => None,
        Answer::Known(text) => Some(text),
        Answer::Unknown => Some(UNKNOWN.to_owned()),
    }
}

/// The columns that conditions read: what else stands in a row decides nothing.
fn conditioned(model: &Model, table: &Table) -> BTreeSet<ColumnId> {
    let rules = table.allow.iter().flat_map(|rule| rule.when.iter().chain(&rule.becomes));
    let denied = table.deny.iter().flat_map(|rule| rule.when.iter().chain(&rule.becomes));
    let members = table.membership_of.and_then(|tenant| model.table(tenant).members.as_ref());
    let counted = members.into_iter().flat_map(|members| members.when.iter().chain(&members.role));
    let used = rules.chain(denied).chain(counted).flat_map(|condition| &condition.columns);
    let found = used.filter_map(|used| table.column_named(&used.column));
    found.chain(table.soft_delete).chain(members.and_then(|members| members.role_column)).collect()
}

/// References that say whose a row is, whom a rule names, who a caller is, or that are held to the row's owner.
fn filled(model: &Model, table: &Table) -> BTreeSet<ColumnId> {
    let mut found: BTreeSet<ColumnId> = table.owners.iter().map(|link| link.column).collect();
    found.extend(table.allow.iter().filter_map(|rule| rule.through));
    found.extend(table.allow.iter().flat_map(|rule| &rule.to).filter_map(|subject| match subject {
        Subject::Column(column, _) => Some(*column),
        _ => None,
    }));
    if let Some(members) = table.membership_of.and_then(|tenant| model.table(tenant).members.as_ref()) {
        found.extend([members.tenant_column, members.principal_column]);
    }
    found.extend((0..table.columns.len()).map(ColumnId::new).filter(|column| {
        if table.column(*column).same_owner {
            return true;
        }
        let to = table.column(*column).references.map(|to| to.table);
        let mut kinds = (0..model.principals.len()).map(PrincipalId::new);
        kinds.any(|kind| Some(model.principal(kind).table) == to && id_origin(model, kind).is_none())
    }));
    found.retain(|column| table.column(*column).references.is_some());
    found
}

/// A membership counts, and has the highest role.
fn values(model: &Model, table: &Table) -> BTreeMap<ColumnId, String> {
    let mut found = BTreeMap::new();
    let Some(members) = table.membership_of.and_then(|tenant| model.table(tenant).members.as_ref()) else {
        return found;
    };
    found.extend(members.role_column.zip(members.roles.first().map(|role| role.name.clone())));
    if let Some(when) = &members.when {
        let assigned = assignment(table, when, &|column| world::default(model, table.id, column));
        found.extend(assigned.into_iter().flatten().filter_map(|(column, value)| Some((column, value?))));
    }
    found
}

/// What makes a rule's `when` hold, where it does not hold of the other rows; only where there can be a third row.
fn special(table: &Table, row: Option<&Row>) -> Option<Vec<(ColumnId, Option<String>)>> {
    let [key] = table.primary_key.as_slice() else { return None };
    if table.column(*key).references.is_some() {
        return None;
    }
    let when = table.allow.iter().filter_map(|rule| rule.when.as_ref()).next()?;
    let answer = |column: ColumnId| match row.and_then(|row| row.get(column)) {
        None => Answer::Null,
        Some(UNKNOWN) => Answer::Unknown,
        Some(text) => Answer::Known(text.to_owned()),
    };
    assignment(table, when, &answer).filter(|assigned| !assigned.is_empty())
}

/// Values of the columns of a condition that make it hold; nothing to assign where it holds already.
fn assignment(
    table: &Table,
    when: &Expression,
    answer: &dyn Fn(ColumnId) -> Answer,
) -> Option<Vec<(ColumnId, Option<String>)>> {
    let formula = Formula::of(when);
    let used: BTreeSet<ColumnId> = when.columns.iter().filter_map(|used| table.column_named(&used.column)).collect();
    let holds = |assigned: &[(ColumnId, Option<String>)]| {
        let value = |name: &str| {
            let Some(column) = table.column_named(name) else { return Answer::Unknown };
            match assigned.iter().find(|(assigned, _)| *assigned == column) {
                Some((_, value)) => value.clone().map_or(Answer::Null, Answer::Known),
                None => answer(column),
            }
        };
        formula.answer(&value) == Answer::Known("true".to_owned())
    };
    if holds(&[]) {
        return Some(Vec::new());
    }
    let candidates = candidates(when);
    let mut tried = vec![Vec::new()];
    for column in used.into_iter().filter(|column| table.column(*column).references.is_none()).take(3) {
        let more: Vec<Vec<(ColumnId, Option<String>)>> = tried
            .iter()
            .flat_map(|assigned: &Vec<_>| {
                candidates
                    .iter()
                    .map(move |value| assigned.iter().cloned().chain([(column, value.clone())]).collect::<Vec<_>>())
            })
            .collect();
        tried.extend(more);
    }
    tried.into_iter().filter(|assigned| fits(table, assigned)).find(|assigned| holds(assigned))
}

/// Texts of the condition, and what flags and times take.
fn candidates(when: &Expression) -> Vec<Option<String>> {
    let quoted = when.sql.split('\'').skip(1).step_by(2).map(str::to_owned);
    let words = ["true", "false", "2026-01-01 00:00:00+00", "1"].map(str::to_owned);
    quoted.chain(words).take(8).map(Some).chain([None]).collect()
}

/// Only what the column's type takes.
fn fits(table: &Table, assigned: &[(ColumnId, Option<String>)]) -> bool {
    assigned.iter().all(|(column, value)| {
        let column = table.column(*column);
        let Some(value) = value else { return !column.not_null };
        match column.data_type.as_str() {
            "boolean" => matches!(value.as_str(), "true" | "false"),
            "integer" | "bigint" | "smallint" | "numeric" => value.parse::<f64>().is_ok(),
            "date" => value.starts_with("20"),
            kind if kind.starts_with("timestamp") => value.starts_with("20"),
            _ => !matches!(value.as_str(), "true" | "false" | "1") && !value.starts_with("2026"),
        }
    })
}

/// Without a third row, B is to his rows what A is to hers.
fn all_verdicts(
    oracle: &Oracle<'_>,
    offline: &Offline<'_>,
    callers: &[Caller],
    table: TableId,
) -> Vec<IsolationCaller> {
    let alike = oracle.world.of(table).len() == 2;
    let mut found: Vec<IsolationCaller> = Vec::with_capacity(callers.len());
    for caller in callers {
        let mirrored = found.first().filter(|_| alike && caller.name == "b").map(mirrored);
        found.push(mirrored.unwrap_or_else(|| verdicts_of(oracle, offline, caller, table)));
    }
    found
}

fn mirrored(a: &IsolationCaller) -> IsolationCaller {
    let swap = |letters: &String| {
        let swapped = letters.split('?').map(|part| match part {
            "a" => "b",
            "b" => "a",
            both => both,
        });
        swapped.collect::<Vec<_>>().join("?")
    };
    IsolationCaller { name: "b", may: a.may.each_ref().map(swap) }
}

fn verdicts_of(oracle: &Oracle<'_>, offline: &Offline<'_>, caller: &Caller, table: TableId) -> IsolationCaller {
    let name = CALLERS.into_iter().find(|name| *name == caller.name).unwrap_or_default();
    let mut may = [const { String::new() }; 4];
    let mut open = [const { String::new() }; 4];
    for (letter, row) in ["a", "b", "c"].into_iter().zip(oracle.world.of(table)) {
        let read = decided(offline, caller, &|caller| oracle.may(caller, Verb::Read, table, row));
        for (place, verb) in Verb::ALL.into_iter().enumerate() {
            if letter == "c" && verb == Verb::Create {
                continue;
            }
            let verdict = match verb {
                Verb::Read => read,
                Verb::Create => decided(offline, caller, &|caller| oracle.may_insert(caller, table, row, &[]))
                    .filter(|verdict| !verdict || !is_owned_by_chance(oracle.model.table(table))),
                // By its key only a row is changed that is seen.
                _ if read == Some(false) => Some(false),
                Verb::Update => decided(offline, caller, &|caller| updates(oracle, caller, table, row)),
                Verb::Delete => decided(offline, caller, &|caller| oracle.may_delete(caller, table, row)),
            };
            match verdict.filter(|verdict| !verdict || read.is_some() || verb == Verb::Create) {
                Some(true) => may[place].push_str(letter),
                Some(false) => {}
                None => open[place].push_str(letter),
            }
        }
    }
    for (may, open) in may.iter_mut().zip(open).filter(|(_, open)| !open.is_empty()) {
        may.push('?');
        may.push_str(&open);
    }
    IsolationCaller { name, may }
}

/// The database chooses the owner: `owner: self` with a key that is `identity: always`.
fn is_owned_by_chance(table: &Table) -> bool {
    table.owners.iter().any(|link| table.column(link.column).computed)
}

fn updates(oracle: &Oracle<'_>, caller: &Caller, table: TableId, row: &Row) -> Reason {
    let may = oracle.may(caller, Verb::Update, table, row);
    let nothing = may.holds && oracle.columns(caller, Verb::Update, table, row).is_some_and(|all| all.is_empty());
    Reason::fact(may.holds && !nothing, "")
}

fn decided(offline: &Offline<'_>, caller: &Caller, ask: &dyn Fn(&Caller) -> Reason) -> Option<bool> {
    offline.decide(caller, ask).map(|reason| reason.holds)
}
