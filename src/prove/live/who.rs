//! Who is meant by `--as`, and how a session becomes him.

use super::reader::Reader;
use crate::catalog::quote_identifier;
use crate::diagnostics::Code;
use crate::model::{ColumnId, GroupId, Model, PrincipalId, TableId};
use crate::oracle::Caller;
use crate::postgres::Failure;
use crate::prove::callers::{self, Asker, Claims, Origin, Told};
use std::collections::BTreeMap;

/// Who is asked about.
#[derive(Debug, Clone, Default)]
pub struct Who {
    /// `anonymous`, `service`, `signed_in`, or a principal's name and an id, `mind:ID`.
    pub principal: String,
    /// What his token says beside who he is.
    pub claims: Claims,
    /// Session settings, for models that read them.
    pub settings: BTreeMap<String, String>,
}

impl Who {
    /// He with a role, and with what tells his id.
    fn asker(&self, role: &str, told: Told) -> Asker {
        let settings = self.settings.iter().map(|(name, value)| (Origin::Setting(name.clone()), value.as_str().into()));
        let told = settings.chain(told).collect();
        callers::asker_with(&self.principal, role, &told, self.claims.clone())
    }
}

/// A caller as the database knows him.
pub(super) struct Known {
    /// For the oracle.
    pub(super) caller: Caller,
    /// SQL that makes a session his; none where nobody's session is.
    pub(super) setup: Option<String>,
    /// What should be said of that.
    pub(super) note: Option<String>,
}

/// Finds him, and sets his claims for the rest of the snapshot.
pub(super) fn known(reader: &mut Reader<'_>, model: &Model, who: &Who) -> Result<Known, Failure> {
    let hints = &model.base.hints;
    let principal = who.principal.as_str();
    let roles = [("anonymous", &hints.anonymous), ("service", &hints.service), ("signed_in", &hints.signed_in)];
    if let Some((_, role)) = roles.iter().find(|(word, _)| *word == principal) {
        return identified(reader, model, who.asker(role, Told::new()));
    }
    let (kind, id) = principal.split_once(':').unwrap_or((principal, ""));
    let Some(place) = model.principals.iter().position(|known| known.name == kind).filter(|_| !id.is_empty()) else {
        return Err(nobody(model, principal));
    };
    let kind = PrincipalId::new(place);
    let id = exists(reader, model, kind, id)?;
    match callers::id_origin(model, kind) {
        Some(origin) => {
            let told = Told::from([(origin, id.as_str().into())]);
            identified(reader, model, who.asker(&hints.signed_in, told))
        }
        None => looked_up(reader, model, who, kind, &id),
    }
}

fn nobody(model: &Model, principal: &str) -> Failure {
    let kinds = model.principals.iter().map(|known| format!("{}:ID", known.name));
    let words: Vec<String> = kinds.chain(["anonymous", "signed_in", "service"].map(str::to_owned)).collect();
    let text = format!("`{principal}` names nobody");
    Failure::new(Code::UnknownSubject, text).help(format!("write one of {}", words.join(", ")))
}

/// The principal's id as the database writes it.
fn exists(reader: &mut Reader<'_>, model: &Model, kind: PrincipalId, id: &str) -> Result<String, Failure> {
    let table = model.table(model.principal(kind).table);
    let Some(key) = table.primary_key.first().copied() else { return Ok(id.to_owned()) };
    let row = reader.row(table.id, &[(key, id.to_owned())])?;
    let missing = || {
        let text = format!("there is no {} {id}: `{}` has no such row", model.principal(kind).name, table.name);
        Failure::new(Code::UnknownSubject, text).help("name somebody who is there")
    };
    row.and_then(|row| row.get(key).map(str::to_owned)).ok_or_else(missing)
}

/// Sets the claims and asks the database whom it takes him for.
fn identified(reader: &mut Reader<'_>, model: &Model, asker: Asker) -> Result<Known, Failure> {
    reader.run(&asker.claims)?;
    let mut caller = asker.caller;
    if caller.role != model.base.hints.service {
        for (place, principal) in model.principals.iter().enumerate() {
            if let Ok(Some(id)) = reader.value(&format!("select ({})::text", principal.id.sql)) {
                caller.ids.insert(PrincipalId::new(place), id);
            }
        }
        for (place, group) in model.groups.iter().enumerate() {
            let held = reader.value(&format!("select ({})::text", group.condition.sql));
            if held.is_ok_and(|held| held.as_deref() == Some("true")) {
                caller.groups.insert(GroupId::new(place));
            }
        }
    }
    Ok(Known { caller, setup: Some(asker.setup), note: None })
}

/// A principal whose id no token tells: rows that name him beside one whose id is told lead to a session.
fn looked_up(reader: &mut Reader<'_>, model: &Model, who: &Who, kind: PrincipalId, id: &str) -> Result<Known, Failure> {
    let (principal, signed_in) = (&who.principal, &model.base.hints.signed_in);
    for told in candidates(reader, model, kind, id)? {
        let known = identified(reader, model, who.asker(signed_in, told))?;
        if known.caller.ids.get(&kind).map(String::as_str) == Some(id) {
            return Ok(known);
        }
    }
    let asker = who.asker(signed_in, Told::new());
    reader.run(&asker.claims)?;
    let mut caller = asker.caller;
    caller.ids.insert(kind, id.to_owned());
    let note = format!("nobody signs in as {principal}: the database was not asked");
    Ok(Known { caller, setup: None, note: Some(note) })
}

fn candidates(reader: &mut Reader<'_>, model: &Model, kind: PrincipalId, id: &str) -> Result<Vec<Told>, Failure> {
    let of = model.principal(kind).table;
    let mut found = Vec::new();
    for table in &model.tables {
        for (named, _) in columns_to(model, table.id, of) {
            for told in (0..model.principals.len()).map(PrincipalId::new).filter(|told| *told != kind) {
                let Some(origin) = callers::id_origin(model, told) else { continue };
                for (_, column) in columns_to(model, table.id, model.principal(told).table) {
                    let query = format!(
                        "select distinct t.{}::text from {} t where {} limit 5",
                        quote_identifier(&column),
                        table.name.sql(),
                        super::reader::predicate(model, table.id, &[(named, id)])
                    );
                    let ids = reader.column(&query, &format!("reading {}", table.name))?;
                    found.extend(ids.into_iter().flatten().map(|id| Told::from([(origin.clone(), id.into())])));
                }
            }
        }
    }
    Ok(found)
}

/// Columns that hold the key of a table's row; in the table itself, its key.
fn columns_to(model: &Model, table: TableId, to: TableId) -> Vec<(ColumnId, String)> {
    let meaning = model.table(table);
    let columns = (0..meaning.columns.len()).map(ColumnId::new);
    let holds = |column: &ColumnId| {
        let refers = meaning.column(*column).references.is_some_and(|reference| reference.table == to);
        refers || table == to && meaning.primary_key == [*column]
    };
    columns.filter(holds).map(|column| (column, meaning.column(column).name.clone())).collect()
}
