//! Who asks: every principal of the fixture, and everybody who is none.

use super::fixtures::Fixture;
use super::session::{Probe, Session};
use crate::catalog::quote_literal;
pub(super) use crate::expect::{Origin, id_origin, origins};
use crate::expression::Expression;
use crate::model::{GroupId, Model, PrincipalId, Subject, TableId};
use crate::oracle::Caller;
use crate::postgres::Failure;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Somebody who asks, and how a session becomes him.
#[derive(Debug, Clone, Default)]
pub struct Asker {
    /// As the oracle knows him.
    pub caller: Caller,
    /// His claims, without his role.
    pub claims: String,
    /// His claims and his role.
    pub setup: String,
    /// He is somebody else who is asked too, but for being in these groups.
    pub besides: BTreeSet<GroupId>,
}

/// More callers than these are not asked for the sake of groups.
const MOST_GROUPED: usize = 24;

/// Values by origin.
pub(super) type Told = BTreeMap<Origin, Value>;

/// What a token says, as JSON.
pub(super) type Claims = serde_json::Map<String, Value>;

/// All who ask.
pub fn all(session: &mut Session, model: &Model, fixture: &Fixture) -> Result<Vec<Asker>, Failure> {
    let hints = &model.base.hints;
    let principals = principals(model, &fixture.principals(model));
    let told = principals.first().map(|(_, told)| told.clone()).unwrap_or_default();
    let mut askers: Vec<Asker> = principals.iter().map(|(name, told)| asker(name, &hints.signed_in, told)).collect();
    askers.push(asker("signed in without an id", &hints.signed_in, &Told::new()));
    askers.push(Asker {
        setup: role_only(&hints.signed_in),
        ..asker("signed in without claims", &hints.signed_in, &Told::new())
    });
    askers.push(asker("anonymous", &hints.anonymous, &Told::new()));
    askers.push(asker("anonymous with an id", &hints.anonymous, &told));
    for role in other_roles(model) {
        askers.push(asker(&format!("role {role}"), &role, &told));
    }
    askers.push(asker("service", &hints.service, &Told::new()));
    for asker in &mut askers {
        identify(session, model, asker)?;
    }
    let grouped = grouped(session, model, &principals, &askers)?;
    askers.extend(grouped);
    for mut asker in meant(model, fixture, &principals) {
        identify(session, model, &mut asker)?;
        askers.push(asker);
    }
    Ok(askers)
}

/// The first principal and the last, who is a stranger to most rows, and roles of the model's own, with what the conditions of
/// rows ask of a token.
fn meant(model: &Model, fixture: &Fixture, principals: &[(String, Told)]) -> Vec<Asker> {
    let (first, last) = (principals.first(), principals.last().filter(|_| principals.len() > 1));
    let signed_in = |(name, told): &(String, Told)| (name.clone(), model.base.hints.signed_in.clone(), told.clone());
    let told = first.map(|(_, told)| told.clone()).unwrap_or_default();
    let others = other_roles(model).into_iter().map(|role| (format!("role {role}"), role, told.clone()));
    let who: Vec<(String, String, Told)> = first.into_iter().chain(last).map(signed_in).chain(others).collect();
    let asked = asked_of_rows(model, fixture);
    asked.iter().flat_map(|one| who.iter().map(move |who| telling(who, one))).collect()
}

/// A caller whose token says one thing more.
fn telling((name, role, told): &(String, String, Told), (origin, value): &(Origin, Value)) -> Asker {
    let mut told = told.clone();
    told.insert(origin.clone(), value.clone());
    asker(&format!("{name} with {} = {}", shown(origin), plain(value)), role, &told)
}

/// More values are not told for the sake of one claim.
const MOST_VALUES: usize = 3;

/// What conditions of rows ask of a token beside who the caller is: `email = (auth.jwt() ->> 'email')`. Values of the columns that
/// such a condition reads, in the rows that there are; where it reads none, its literals.
fn asked_of_rows(model: &Model, fixture: &Fixture) -> Vec<(Origin, Value)> {
    let ids: Vec<Origin> =
        (0..model.principals.len()).filter_map(|place| id_origin(model, PrincipalId::new(place))).collect();
    let mut found = Vec::new();
    for table in &model.tables {
        for condition in super::fixtures::conditions(model, table.id) {
            let text = with_functions(model, &condition.sql);
            for origin in origins(&text).into_iter().filter(|origin| !ids.contains(origin)) {
                let values = candidates(fixture, table.id, condition, &text);
                found.extend(values.into_iter().map(|value| (origin.clone(), value)));
            }
        }
    }
    let mut unique: Vec<(Origin, Value)> = Vec::new();
    for one in found {
        let known = unique.iter().filter(|(origin, _)| *origin == one.0).count();
        if known < MOST_VALUES && !unique.contains(&one) {
            unique.push(one);
        }
    }
    unique
}

fn candidates(fixture: &Fixture, table: TableId, condition: &Expression, text: &str) -> Vec<Value> {
    let mut columns: Vec<&str> = condition.columns.iter().map(|used| used.column.as_str()).collect();
    columns.dedup();
    let rows = fixture.of(table).iter();
    let stored = rows.flat_map(|record| columns.iter().filter_map(|column| record.get(*column)?.as_deref()));
    let stored: Vec<Value> = stored.map(Value::from).collect();
    if !stored.is_empty() {
        return stored;
    }
    let (literals, _) = super::values::literals(&[text]);
    literals.into_iter().map(Value::from).chain([true.into()]).collect()
}

/// Each principal, and who is none, once more in each group that a token can put him into; the first in all of them.
fn grouped(
    session: &mut Session,
    model: &Model,
    principals: &[(String, Told)],
    askers: &[Asker],
) -> Result<Vec<Asker>, Failure> {
    let signed_in = &model.base.hints.signed_in;
    let nobody = ("nobody".to_owned(), Told::new());
    let mut found: Vec<Asker> = Vec::new();
    for (name, told) in principals.iter().chain([&nobody]) {
        let mut all = told.clone();
        for (origin, value) in suggested(model) {
            let mut told = told.clone();
            told.entry(origin.clone()).or_insert(value.clone());
            let label = format!("{name} with {} = {}", shown(&origin), plain(&value));
            let known = found.len();
            take(session, model, asker(&label, signed_in, &told), askers, &mut found)?;
            if found.len() > known {
                all.entry(origin).or_insert(value);
            }
        }
        if principals.first().is_some_and(|(first, _)| first == name) {
            take(session, model, asker(&format!("{name} with all of it"), signed_in, &all), askers, &mut found)?;
        }
    }
    found.truncate(MOST_GROUPED);
    Ok(found)
}

/// Takes a caller when nobody like him is asked yet.
fn take(
    session: &mut Session,
    model: &Model,
    mut new: Asker,
    askers: &[Asker],
    found: &mut Vec<Asker>,
) -> Result<(), Failure> {
    identify(session, model, &mut new)?;
    let like = |one: &Asker| {
        (&one.caller.role, &one.caller.ids, &one.caller.groups)
            == (&new.caller.role, &new.caller.ids, &new.caller.groups)
    };
    if askers.iter().chain(found.iter()).any(like) {
        return Ok(());
    }
    let plain = askers.iter().find(|one| one.caller.role == new.caller.role && one.caller.ids == new.caller.ids);
    let had = plain.map(|plain| plain.caller.groups.clone()).unwrap_or_default();
    new.besides = new.caller.groups.difference(&had).copied().collect();
    found.push(new);
    Ok(())
}

/// A name and what the token says, for each row of each principal whose id can be told.
fn principals(model: &Model, rows: &BTreeMap<PrincipalId, Vec<String>>) -> Vec<(String, Told)> {
    let mut found = Vec::new();
    for (index, principal) in model.principals.iter().enumerate() {
        let Some(origin) = id_origin(model, PrincipalId::new(index)) else { continue };
        for (place, id) in rows.get(&PrincipalId::new(index)).into_iter().flatten().enumerate() {
            let name = format!("{} {}", principal.name, letter(place));
            found.push((name, Told::from([(origin.clone(), id.as_str().into())])));
        }
    }
    found
}

/// `A`, `B` … `Z`, `A1` …
pub(super) fn letter(place: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(place % 26).unwrap_or(0));
    if place < 26 { letter.to_string() } else { format!("{letter}{}", place / 26) }
}

/// What a group's own text could want of a token: each of its literals, true, and a list of one literal, in each of its
/// claims and settings; and what its JSON says.
fn suggested(model: &Model) -> Vec<(Origin, Value)> {
    let mut found = Vec::new();
    for group in &model.groups {
        let text = with_functions(model, &group.condition.sql);
        let origins = origins(&text);
        let (literals, _) = super::values::literals(&[&text]);
        let literals = literals.iter().filter(|literal| !origins.iter().any(|origin| names(origin, literal)));
        let literals: Vec<&str> = literals.map(String::as_str).collect();
        let lists = ["?", "@>", "array"].iter().any(|word| text.contains(word));
        let lists = literals.iter().filter(|_| lists).map(|literal| Value::from(vec![*literal]));
        let values: Vec<Value> =
            literals.iter().map(|literal| Value::from(*literal)).chain([true.into()]).chain(lists).collect();
        for origin in &origins {
            found.extend(values.iter().map(|value| (origin.clone(), value.clone())));
        }
        for json in literals.iter().filter_map(|literal| serde_json::from_str(literal).ok()) {
            leaves(&json, &mut Vec::new(), &mut found);
        }
    }
    found.dedup();
    found
}

/// The literal stands there as a name.
fn names(origin: &Origin, literal: &str) -> bool {
    match origin {
        Origin::Claim(path) => path.iter().any(|key| key == literal) || literal == format!("{{{}}}", path.join(",")),
        Origin::Setting(name) => name == literal,
    }
}

/// Every value within a JSON object, as a claim.
fn leaves(json: &Value, path: &mut Vec<String>, found: &mut Vec<(Origin, Value)>) {
    if let Value::Object(entries) = json {
        for (key, value) in entries {
            path.push(key.clone());
            leaves(value, path, found);
            path.pop();
        }
    } else if !path.is_empty() {
        found.push((Origin::Claim(path.clone()), json.clone()));
    }
}

/// The expression and the bodies of the model's functions that it names.
fn with_functions(model: &Model, sql: &str) -> String {
    let named = model.base.functions.values().filter(|function| sql.contains(&function.name.name.name));
    named.fold(sql.to_owned(), |text, function| text + "\n" + &function.body)
}

fn shown(origin: &Origin) -> String {
    match origin {
        Origin::Claim(path) => path.join("."),
        Origin::Setting(name) => name.clone(),
    }
}

/// Text without JSON's quotes.
fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// Puts a value into a token, by its path.
fn put(claims: &mut Claims, path: &[String], value: &Value) {
    match path {
        [] => {}
        [key] => drop(claims.insert(key.clone(), value.clone())),
        [key, rest @ ..] => {
            let within = claims.entry(key.clone()).or_insert_with(|| Claims::new().into());
            if !within.is_object() {
                *within = Claims::new().into();
            }
            within.as_object_mut().into_iter().for_each(|within| put(within, rest, value));
        }
    }
}

fn other_roles(model: &Model) -> BTreeSet<String> {
    let hints = &model.base.hints;
    let subjects = model.tables.iter().flat_map(|table| &table.allow).flat_map(|allow| &allow.to);
    let roles = subjects.filter_map(|subject| match subject {
        Subject::Role(role) => Some(role.clone()),
        _ => None,
    });
    roles.filter(|role| ![&hints.signed_in, &hints.anonymous, &hints.service].contains(&role)).collect()
}

pub(super) fn asker(name: &str, role: &str, told: &Told) -> Asker {
    asker_with(name, role, told, Claims::new())
}

/// The same, whose token says more.
pub(super) fn asker_with(name: &str, role: &str, told: &Told, mut claims: Claims) -> Asker {
    claims.insert("role".to_owned(), role.into());
    let mut settings = Vec::new();
    for (origin, value) in told {
        match origin {
            Origin::Claim(path) => put(&mut claims, path, value),
            Origin::Setting(key) => settings.push(set(key, &plain(value))),
        }
    }
    settings.push(set("request.jwt.claims", &Value::Object(claims).to_string()));
    let claims = format!("select {}", settings.join(", "));
    let setup = format!("{claims}, {}", set("role", role));
    let caller = Caller { name: name.to_owned(), role: role.to_owned(), ..Caller::default() };
    Asker { caller, claims, setup, besides: BTreeSet::new() }
}

fn role_only(role: &str) -> String {
    format!("select {}", set("role", role))
}

fn set(key: &str, value: &str) -> String {
    format!("set_config({}, {}, true)", quote_literal(key), quote_literal(value))
}

/// Asks the server, past row security, who the caller is and which groups he is in.
pub(super) fn identify(session: &mut Session, model: &Model, asker: &mut Asker) -> Result<(), Failure> {
    let hints = &model.base.hints;
    if asker.caller.role == hints.service {
        return Ok(());
    }
    let ids = model.principals.iter().map(|principal| format!("({})::text", principal.id.sql));
    let groups = model.groups.iter().map(|group| format!("({})::text", group.condition.sql));
    let asked: Vec<Probe> = ids.chain(groups).map(|value| fetch(format!("select {value}"))).collect();
    let answers = session.rehearse_as(&asker.claims, &asked)?;
    let (ids, groups) = answers.split_at(model.principals.len());
    let known = ids.iter().enumerate().filter_map(|(index, id)| Some((PrincipalId::new(index), id.result.clone()?)));
    asker.caller.ids = known.collect();
    let held = groups.iter().enumerate().filter(|(_, answer)| answer.result.as_deref() == Some("true"));
    asker.caller.groups = held.map(|(index, _)| GroupId::new(index)).collect();
    Ok(())
}

fn fetch(statement: String) -> Probe {
    Probe { statement, fetch: true, ..Probe::default() }
}
