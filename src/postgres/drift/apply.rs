//! The files of a catalog, run on a new database; what the server refuses is told by its place in the catalog.

use super::super::script::{placed, run};
use super::super::{Client, Database, Failure, make_untrusted_extensions, prepare_unmanaged, run_script};
use crate::backends::sql::{Mark, Script, each_alone, scripts};
use crate::catalog::{Catalog, ObjectName, Place, QualifiedName};

/// What Supabase lets its `postgres`, no superuser, do all the same (its extension supautils).
const LET: [&str; 6] = [
    "create event trigger",
    "create foreign data wrapper",
    "create publication",
    "alter publication",
    "create server",
    "create user mapping",
];

/// Runs them all.
pub fn apply(database: &Database, wanted: &Catalog) -> Result<(), Failure> {
    let mut client = if wanted.hints.supabase { database.superuser()? } else { database.client()? };
    if wanted.hints.supabase {
        run(&mut client, "set session authorization postgres")?;
    }
    prepare_unmanaged(database, wanted)?;
    make_untrusted_extensions(&mut database.superuser()?, wanted)?;
    scripts(wanted).try_for_each(|script| file(&mut client, wanted, &script))
}

fn file(client: &mut Client, wanted: &Catalog, script: &Script) -> Result<(), Failure> {
    let statements = placed(&script.text);
    for (index, (byte, statement)) in statements.iter().enumerate() {
        if let Err(failure) = run_as_let(client, wanted, statement) {
            let place = match script.at(*byte) {
                Mark::One(place) => Some(place.clone()),
                Mark::Each(table, kind) => {
                    Some(one_of(client, wanted, statements.get(..index).unwrap_or_default(), table, kind))
                }
                Mark::Nothing => None,
            };
            return Err(Failure { place: place.map(Box::new), ..failure });
        }
    }
    Ok(())
}

/// The author's own SQL runs with the rights that it would have on Supabase.
fn run_as_let(client: &mut Client, wanted: &Catalog, statement: &str) -> Result<(), Failure> {
    let own = ["call pg_temp.raw(", "call pg_temp.ensure_publication("].iter().any(|call| statement.starts_with(call));
    if !wanted.hints.supabase || !own || !LET.iter().any(|words| statement.contains(words)) {
        return run(client, statement);
    }
    run(client, "reset session authorization")?;
    run(client, statement)?;
    run(client, "set session authorization postgres")
}

/// Of the parts that one statement makes, the one that the server refuses also alone; else it is the table.
fn one_of(
    client: &mut Client,
    wanted: &Catalog,
    before: &[(usize, &str)],
    table: &QualifiedName,
    kind: &'static str,
) -> Place {
    let parts = wanted.tables.get(table).map(|table| each_alone(wanted, table, kind)).unwrap_or_default();
    let block = block(before);
    let refused = |sql: &str| {
        let again = run(client, "rollback").and_then(|()| block.iter().try_for_each(|sql| run(client, sql)));
        again.and_then(|()| run_script(client, sql)).is_err()
    };
    let found = find(parts, refused);
    // nothing of the trial stays, whatever the caller does with the session
    drop(run(client, "rollback"));
    found.unwrap_or_else(|| Place::Whole(ObjectName::Table(table.clone())))
}

fn find(parts: Vec<(Place, String)>, mut refused: impl FnMut(&str) -> bool) -> Option<Place> {
    parts.into_iter().find(|(_, sql)| refused(sql)).map(|(place, _)| place)
}

/// The statements of the transaction that is open behind these.
fn block<'s>(before: &[(usize, &'s str)]) -> Vec<&'s str> {
    let is = |word: &str| before.iter().rposition(|(_, statement)| *statement == word);
    match (is("begin"), is("commit")) {
        (Some(begin), commit) if commit.is_none_or(|commit| commit < begin) => {
            before.iter().skip(begin).map(|(_, statement)| *statement).collect()
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::block;

    #[test]
    fn what_is_open_is_begun_and_not_committed() {
        let placed = |list: &[&'static str]| list.iter().map(|sql| (0, *sql)).collect::<Vec<_>>();
        let open = placed(&["set a", "begin", "one", "commit", "begin", "two", "three"]);
        assert_eq!(block(&open), ["begin", "two", "three"]);
        assert!(block(&open[..4]).is_empty() && block(&open[..1]).is_empty());
    }
}
