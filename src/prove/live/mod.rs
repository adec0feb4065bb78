//! Why may this caller do that with a row of a live database: read there, answered by the oracle, held against the server.

mod answer;
mod conditions;
mod reader;
mod rows;
mod server;
mod who;

pub use answer::{Answer, Server, Verdict};
pub use who::Who;

use crate::catalog::{Management, QualifiedName};
use crate::diagnostics::Code;
use crate::model::{Access, Column, ColumnId, Model, TableId, Verb};
use crate::oracle::{Oracle, Reason, Row};
use crate::postgres::{Client, Failure};
use conditions::Live;
use reader::Reader;
use who::Known;

/// Answers for one row and one caller. `row` is the primary key, the values of a composite one with commas between them.
pub fn explain(
    model: &Model,
    client: &mut Client,
    table: &QualifiedName,
    who: &Who,
    row: &str,
) -> Result<Answer, Failure> {
    let missing = || Failure::new(Code::UnknownTable, format!("the model has no table `{table}`"));
    let meaning = model.table_named(table).ok_or_else(missing)?;
    let key = key(model, meaning.id, row)?;
    let mut reader = Reader::begin(client, model)?;
    let found = reader.row(meaning.id, &key)?;
    let found = found.ok_or_else(|| Failure::new(Code::RowMissing, format!("`{table}` has no row {row}")))?;
    let known = who::known(&mut reader, model, who)?;
    let world = rows::around(&mut reader, model, meaning.id, &found, &known.caller)?;
    let conditions = Live::new(&mut reader);
    let oracle = Oracle::new(model, &world, &conditions);
    let verdicts = Verb::ALL.map(|verb| verdict(&oracle, &known, verb, meaning.id, &found));
    let failed = conditions.failed();
    reader.end()?;
    let mut answer = answer(model, meaning.id, row, &found, &known, verdicts.to_vec());
    answer.notes.extend(failed);
    server::check(model, client, meaning.id, (&key, &found), &known, &mut answer)?;
    Ok(answer)
}

/// The values of a primary key.
fn key(model: &Model, table: TableId, row: &str) -> Result<Vec<(ColumnId, String)>, Failure> {
    let meaning = model.table(table);
    let name = &meaning.name;
    if meaning.primary_key.is_empty() {
        let text = format!("`{name}` has no primary key by which a row could be named");
        return Err(Failure::new(Code::RowMissing, text).help("give it one in the model"));
    }
    let values: Vec<&str> = match meaning.primary_key.len() {
        1 => vec![row],
        _ => row.split(',').collect(),
    };
    if values.len() != meaning.primary_key.len() {
        let names: Vec<&str> = meaning.primary_key.iter().map(|column| meaning.column(*column).name.as_str()).collect();
        let text = format!("the key of `{name}` has {} values, and `--row` {}", names.len(), values.len());
        return Err(Failure::new(Code::RowMissing, text).help(format!("write --row {}", names.join(","))));
    }
    Ok(meaning.primary_key.iter().copied().zip(values.into_iter().map(str::to_owned)).collect())
}

fn verdict(oracle: &Oracle<'_>, known: &Known, verb: Verb, table: TableId, row: &Row) -> Verdict {
    let caller = &known.caller;
    let reason = match verb {
        Verb::Create => oracle.may_insert(caller, table, row, &[]),
        Verb::Delete => oracle.may_delete(caller, table, row),
        verb => oracle.may(caller, verb, table, row),
    };
    let columns = match (verb, reason.holds) {
        (Verb::Create | Verb::Update, true) => columns(oracle, known, verb, table, row),
        _ => Vec::new(),
    };
    let nothing = verb == Verb::Update && reason.holds && columns.is_empty();
    let reason = match nothing {
        true => Reason::all("update", vec![reason, Reason::fact(false, "no column is his to change")]),
        false => reason,
    };
    Verdict { verb: verb.word().to_owned(), may: reason.holds, reason, columns, server: Server::Unasked }
}

/// The columns that he may set.
fn columns(oracle: &Oracle<'_>, known: &Known, verb: Verb, table: TableId, row: &Row) -> Vec<String> {
    let given = oracle.columns(&known.caller, verb, table, row);
    let service = oracle.is_service(&known.caller);
    let may = |(place, column): &(usize, &Column)| {
        let named = service || given.as_ref().is_none_or(|given| given.contains(&ColumnId::new(*place)));
        let changes = verb == Verb::Create || service || !column.immutable;
        named && changes && !column.computed && (service || !column.read_only)
    };
    let columns = oracle.model.table(table).columns.iter().enumerate();
    columns.filter(may).map(|(_, column)| column.name.clone()).collect()
}

fn answer(model: &Model, table: TableId, key: &str, row: &Row, known: &Known, verdicts: Vec<Verdict>) -> Answer {
    let meaning = model.table(table);
    let telling = rows::telling(model, table);
    let values = meaning.columns.iter().zip(&row.0).enumerate();
    let shown = values.filter(|(place, (column, _))| telling.contains(&ColumnId::new(*place)) && !column.hidden);
    let ids = known.caller.ids.iter().map(|(kind, id)| (model.principal(*kind).name.clone(), id.clone()));
    Answer {
        table: meaning.name.to_string(),
        row: key.to_owned(),
        values: shown.map(|(_, (column, value))| (column.name.clone(), value.clone())).collect(),
        caller: known.caller.name.clone(),
        role: known.caller.role.clone(),
        ids: ids.collect(),
        groups: known.caller.groups.iter().map(|group| model.group(*group).name.clone()).collect(),
        verdicts,
        notes: known.note.clone().into_iter().chain(unproved(model, table)).collect(),
    }
}

/// Why the server may say otherwise and be right.
fn unproved(model: &Model, table: TableId) -> Option<String> {
    let meaning = model.table(table);
    let text = match meaning.management {
        Management::None => "the table is not managed: its policies are somebody else's",
        Management::Partly => "the table is managed partly: others may have policies there",
        Management::Full if meaning.raw_policies => {
            "the table has policies of its own in SQL, which the model does not know"
        }
        Management::Full if meaning.access == Some(Access::Open) => "the table is open: it has no row security",
        Management::Full => return None,
    };
    Some(text.to_owned())
}
