//! `same_owner`: the row referred to belongs to whom this row belongs to.
//!
//! Where both rows hold their owner, the foreign key says it: `foreign key (batch_id, user_id) references batches (id,
//! user_id)`. Where one of them has to be looked up, a definer trigger compares the ends of the paths. A policy could
//! not: a table that refers to itself would recurse (42P17), and rows that the caller may not see would
//! count as another's.

use super::carry::{NeededKey, end_of, widen};
use super::context::Context;
use super::part::Part;
use super::trigger::{self, Rights, refuse};
use crate::catalog::{Catalog, quote_identifier};
use crate::model::{Reference, Table, TableId};
use crate::ownership::{End, Path};

/// Keys and triggers for every `same_owner` column of a table.
pub fn add(context: &Context<'_>, table: &Table, part: &mut Part) {
    for column in table.columns.iter().filter(|column| column.same_owner) {
        let Some(to) = column.references else { continue };
        // Where the key referred to is itself the owner, one column cannot stand twice in a key.
        let twice = |own: &str, other: &str| own == column.name || other == context.column(to.table, to.column);
        match (held(context, table.id), held(context, to.table)) {
            (Some((own, end, true)), Some((other, same, _))) if end == same && !twice(&own, &other) => {
                by_key(context, table, &column.name, to, [own, other], part);
            }
            _ => by_trigger(context, table, &column.name, to, &mut part.catalog),
        }
    }
}

/// The column that holds the row's only owner, what kind of owner, and whether it always does.
fn held(context: &Context<'_>, table: TableId) -> Option<(String, End, bool)> {
    let [path] = context.ownership.paths.get(&table)?.as_slice() else { return None };
    let meaning = context.table(table);
    if path.hops.is_empty() {
        let column = meaning.column(path.end_column);
        return Some((column.name.clone(), path.end, column.not_null));
    }
    let column = context.carried.column(table, meaning.owners.get(path.link)?.column)?;
    Some((column.to_owned(), path.end, true))
}

fn by_key(
    context: &Context<'_>,
    table: &Table,
    column: &str,
    to: Reference,
    [own, other]: [String; 2],
    Part { catalog, keys, .. }: &mut Part,
) {
    let parent = context.table(to.table);
    let referred = [parent.column(to.column).name.clone(), other];
    if let Some(object) = catalog.tables.get_mut(&table.name) {
        widen(object, &[column.to_owned(), own], &parent.name, &referred);
    }
    keys.push(NeededKey { table: parent.name.clone(), columns: referred });
}

fn by_trigger(context: &Context<'_>, table: &Table, column: &str, to: Reference, catalog: &mut Catalog) {
    let parent = context.table(to.table);
    let own = quote_identifier(&parent.name.name);
    let name = quote_identifier(column);
    let paths = |id: TableId| context.ownership.paths.get(&id).map_or(&[][..], Vec::as_slice);
    let same = |path: &Path, other: &Path| {
        let (mine, theirs) = (end_of(context, path, "new"), end_of(context, other, &own));
        (path.end == other.end).then(|| format!("{mine} = {theirs}"))
    };
    let pairs: Vec<String> = paths(table.id)
        .iter()
        .flat_map(|path| paths(to.table).iter().filter_map(move |other| same(path, other)))
        .collect();
    let body = format!(
        "begin\n  if not exists (\n    select 1 from {} where {own}.{} = new.{name} and ({})\n  ) then\n    {};\n  end if;\n  return new;\nend",
        parent.name.sql(),
        quote_identifier(&parent.column(to.column).name),
        if pairs.is_empty() { "false".to_owned() } else { pairs.join(" or ") },
        refuse(&format!("{column} of {} refers to a row of another owner", table.name)),
    );
    let function = format!("{}_same_owner_{column}", trigger::plain_name(context, table));
    let comment = format!("Sees that {column} of {} refers to a row of the same owner", table.name);
    let function = trigger::function(catalog, &function, Rights::Definer, &comment, &body);
    let when = format!("new.{name} is not null and {}", trigger::under_row_security(context, table));
    // After row security, which refuses whoever may not write here whatever the row refers to; and by its name before foreign
    // keys (`RI_…`), so that a row of another owner and one that is not there end in the same error.
    let name = format!("0_same_owner_{column}");
    let trigger = trigger::row(&name, "AFTER", &["INSERT", "UPDATE"], Some(when), function);
    trigger::put(catalog, table, trigger);
}
