//! `carry`: the end of a path stored on the row itself.
//!
//! The only form that is as fast as a plain WHERE at any depth and for any owner (50 ms where every chain
//! takes over 3 seconds, for an owner of a third of a million rows). What keeps it true:
//!
//! - `foreign key (project_id, owner) references projects (id, owner) on update cascade`, in place of the plain key (two
//!   keys between the same tables would make an API's embedding ambiguous): nobody can graft a row under a stranger's
//!   parent, and the column follows when the parent changes hands;
//! - NOT NULL, because a composite key with a NULL in it is not checked;
//! - a definer trigger fills it when the writer leaves it out. A parent that is not there leaves NULL, which the policy
//!   refuses just like a stranger's parent: the two cannot be told apart.

use super::context::Context;
use super::founding::add_index;
use super::names;
use super::part::Part;
use super::trigger::{self, Rights};
use crate::catalog::{Action, Catalog, Column, ColumnHints, ForeignKey, Key, QualifiedName, quote_identifier};
use crate::model::{Carry, ColumnId, Model, Table, TableId};
use crate::ownership::{Hop, Ownership, Path};
use std::collections::BTreeMap;

/// The carried column of each owner link that has one.
#[derive(Debug, Default)]
pub struct Carried(BTreeMap<(TableId, ColumnId), String>);

impl Carried {
    /// Every link that carries, and every link above it, which then must carry too.
    pub fn of(model: &Model, ownership: &Ownership) -> Self {
        let mut carried = BTreeMap::new();
        for (table, paths) in &ownership.paths {
            for path in paths.iter().filter(|path| carries(model, *table, path, paths)) {
                for hop in &path.hops {
                    let end = model.table(path.end_table).column(path.end_column);
                    let name = name(model, hop.table, hop.column, &end.name);
                    carried.entry((hop.table, hop.column)).or_insert(name);
                }
            }
        }
        Self(carried)
    }

    /// The carried column of the link by this owner column.
    pub fn column(&self, table: TableId, column: ColumnId) -> Option<&str> {
        self.0.get(&(table, column)).map(String::as_str)
    }
}

/// Whether the end of this path is to be stored on the row.
fn carries(model: &Model, table: TableId, path: &Path, paths: &[Path]) -> bool {
    let not_null = |table: TableId, column: ColumnId| model.table(table).column(column).not_null;
    match model.table(table).owners[path.link].carry {
        None => false,
        Some(Carry::New | Carry::Column(_)) => true,
        Some(Carry::Tenancy) => {
            paths.iter().filter(|other| other.link == path.link).count() == 1
                && path.hops.iter().all(|hop| not_null(hop.table, hop.column))
                && not_null(path.end_table, path.end_column)
        }
    }
}

/// The model's column, or a new one: called as at the path's end, or `owner_…` where that is taken.
fn name(model: &Model, table: TableId, column: ColumnId, end: &str) -> String {
    let table = model.table(table);
    let carry = table.owners.iter().find(|link| link.column == column).and_then(|link| link.carry.as_ref());
    match carry {
        Some(Carry::Column(column)) => table.column(*column).name.clone(),
        _ if table.column_named(end).is_none() => end.to_owned(),
        _ => format!("owner_{end}"),
    }
}

impl Carried {
    /// The columns that the compiler adds to a table.
    pub fn added(&self, context: &Context<'_>, table: &Table) -> Vec<String> {
        let links = table.owners.iter().filter_map(|link| self.column(table.id, link.column));
        let carried = links.filter(|name| table.column_named(name).is_none()).map(str::to_owned);
        let creator = super::tenant::creator(context, table.id).filter(|name| table.column_named(name).is_none());
        carried.chain(creator).collect()
    }
}

/// Adds the carried columns of a table, their foreign keys, indexes and triggers. The keys that these refer to are the
/// parents' affair.
pub fn add(context: &Context<'_>, table: &Table, Part { catalog, keys, .. }: &mut Part) {
    for (index, link) in table.owners.iter().enumerate() {
        let Some(name) = context.carried.column(table.id, link.column) else { continue };
        let mut paths = context.ownership.paths.get(&table.id).into_iter().flatten();
        let Some(path) = paths.find(|path| path.link == index) else { continue };
        let Some(hop) = path.hops.first() else { continue };
        let carried = CarriedLink { context, table, path, hop, name, transfer: link.transfer };
        carried.column(catalog);
        keys.push(carried.parent_key());
        carried.foreign_key(catalog);
        carried.fill(catalog);
    }
}

struct CarriedLink<'c, 'm> {
    context: &'c Context<'m>,
    table: &'c Table,
    path: &'c Path,
    hop: &'c Hop,
    name: &'c str,
    transfer: bool,
}

impl CarriedLink<'_, '_> {
    /// The column of the parent that holds the same end.
    fn parent_column(&self) -> String {
        let above = self.path.hops.get(1).and_then(|next| self.context.carried.column(next.table, next.column));
        let end = || self.context.column(self.path.end_table, self.path.end_column);
        above.unwrap_or_else(end).to_owned()
    }

    fn parent(&self) -> &Table {
        self.context.table(self.hop.parent)
    }

    fn parent_id(&self) -> &str {
        self.context.column(self.hop.parent, self.hop.parent_column)
    }

    fn link_column(&self) -> &str {
        &self.table.column(self.hop.column).name
    }

    fn column(&self, catalog: &mut Catalog) {
        let Some(object) = catalog.tables.get_mut(&self.table.name) else { return };
        match object.columns.iter_mut().find(|column| column.name == self.name) {
            Some(column) => {
                column.hints.filled = true;
                column.hints.backfill.get_or_insert_with(|| self.backfill());
            }
            None => object.columns.push(self.new_column()),
        }
        add_index(object, self.name);
    }

    fn new_column(&self) -> Column {
        let end = self.context.table(self.path.end_table).column(self.path.end_column);
        let hints = ColumnHints {
            filled: true,
            immutable: !self.transfer,
            backfill: Some(self.backfill()),
            ..ColumnHints::default()
        };
        let comment = format!("Whom the row belongs to, by its {}; the database keeps it true", self.link_column());
        Column {
            name: self.name.to_owned(),
            data_type: end.data_type.clone(),
            not_null: true,
            comment: Some(comment),
            hints: hints.into(),
            ..Column::default()
        }
    }

    /// The end of the path by the rows on the way, which may not carry it yet themselves.
    fn backfill(&self) -> String {
        let own = quote_identifier(&self.table.name.name);
        end_of(self.context, self.path, &own)
    }

    fn parent_key(&self) -> NeededKey {
        NeededKey { table: self.parent().name.clone(), columns: [self.parent_id().to_owned(), self.parent_column()] }
    }

    fn foreign_key(&self, catalog: &mut Catalog) {
        let columns = [self.link_column().to_owned(), self.name.to_owned()];
        let to = [self.parent_id().to_owned(), self.parent_column()];
        let parent = self.parent().name.clone();
        let Some(object) = catalog.tables.get_mut(&self.table.name) else { return };
        let key = widen(object, &columns, &parent, &to);
        key.on_update = Action::Cascade;
    }

    fn fill(&self, catalog: &mut Catalog) {
        let parent = self.parent();
        let own = quote_identifier(&parent.name.name);
        let name = quote_identifier(self.name);
        let link = quote_identifier(self.link_column());
        let body = format!(
            "begin\n  new.{name} := (select {own}.{} from {} where {own}.{} = new.{link});\n  return new;\nend",
            quote_identifier(&self.parent_column()),
            parent.name.sql(),
            quote_identifier(self.parent_id()),
        );
        let function = format!("{}_fill_{}", trigger::plain_name(self.context, self.table), self.name);
        let comment = format!("Fills {} of {} from its {}", self.name, self.table.name, parent.name.name);
        let function = trigger::function(catalog, &function, Rights::Definer, &comment, &body);
        let when = Some(format!("new.{name} is null"));
        let trigger = trigger::row(&format!("_owner_{}", self.name), "BEFORE", &["INSERT"], when, function.clone());
        trigger::put(catalog, self.table, trigger);
        if self.transfer {
            let when = format!("old.{link} is distinct from new.{link} and old.{name} is not distinct from new.{name}");
            let name = format!("_owner_follows_{}", self.name);
            trigger::put(catalog, self.table, trigger::row(&name, "BEFORE", &["UPDATE"], Some(when), function));
        }
    }
}

/// The value at a path's end for the row called `row`, by sub-selects up the path.
pub fn end_of(context: &Context<'_>, path: &Path, row: &str) -> String {
    end_from(context, path, &path.hops, row)
}

fn end_from(context: &Context<'_>, path: &Path, hops: &[Hop], row: &str) -> String {
    let Some((hop, rest)) = hops.split_first() else {
        return format!("{row}.{}", quote_identifier(context.column(path.end_table, path.end_column)));
    };
    let parent = context.table(hop.parent);
    let own = quote_identifier(&parent.name.name);
    let value = end_from(context, path, rest, &own);
    let key = quote_identifier(context.column(hop.parent, hop.parent_column));
    let link = quote_identifier(context.column(hop.table, hop.column));
    format!("(select {value} from {} where {own}.{key} = {row}.{link})", parent.name.sql())
}

/// A unique key that a foreign key is to refer to.
pub struct NeededKey {
    /// Whose key.
    pub table: QualifiedName,
    /// Its columns.
    pub columns: [String; 2],
}

/// A unique key on exactly these columns, unless there is one.
pub fn add_key(object: &mut crate::catalog::Table, columns: &[String; 2]) {
    let same = |key: &Key| key.columns.len() == 2 && columns.iter().all(|column| key.columns.contains(column));
    if object.primary_key.iter().chain(object.uniques.values()).any(same) {
        return;
    }
    let name = names::fit(&format!("{}_{}_{}_key", object.name.name, columns[0], columns[1]));
    object.uniques.insert(name.clone(), Key { name, columns: columns.to_vec(), ..Key::default() });
}

/// The foreign key by the first of these columns, now by both; a new one where there is none.
pub fn widen<'t>(
    object: &'t mut crate::catalog::Table,
    columns: &[String; 2],
    table: &crate::catalog::QualifiedName,
    to: &[String; 2],
) -> &'t mut ForeignKey {
    let plain = |key: &ForeignKey| key.columns == columns[..1] && key.table == *table && key.to == to[..1];
    let known = object.foreign_keys.values().find(|key| plain(key)).map(|key| key.name.clone());
    let name = known.unwrap_or_else(|| names::fit(&format!("{}_{}_{}_fkey", object.name.name, columns[0], columns[1])));
    let key = object.foreign_keys.entry(name.clone()).or_insert_with(|| ForeignKey { name, ..ForeignKey::default() });
    key.columns = columns.to_vec();
    key.table = table.clone();
    key.to = to.to_vec();
    if key.on_delete == Action::SetNull && key.on_delete_columns.is_empty() {
        key.on_delete_columns = vec![columns[0].clone()];
    }
    key
}
