//! What the catalog has no word for, kept as SQL.

use super::{Failure, Reader};
use crate::catalog::{Catalog, RawPhase, RawSql, quote_dollars};

/// One query: what comes before a list of kinds, the kinds, and what comes after it.
const KINDS: [&str; 7] = [
    include_str!("../queries/raw/types.sql"),
    include_str!("../queries/raw/functions.sql"),
    include_str!("../queries/raw/operators.sql"),
    include_str!("../queries/raw/search.sql"),
    include_str!("../queries/raw/server.sql"),
    include_str!("../queries/raw/tables.sql"),
    include_str!("../queries/raw/not_null.sql"),
];

/// Kind, name, SQL, the exception that says that it is there, when it runs, what follows it.
type Row = (String, String, Option<String>, Option<String>, String, String);

pub fn read(reader: &mut Reader<'_>, catalog: &mut Catalog) -> Result<(), Failure> {
    let (head, tail) = (include_str!("../queries/raw/head.sql"), include_str!("../queries/raw/tail.sql"));
    let query = format!("{head}{}{tail}", KINDS.join("  union all\n"));
    catalog.raw.extend(reader.rows::<Row>(&query)?.into_iter().map(raw));
    catalog.raw.extend(subscriptions(reader)?.into_iter().map(raw));
    catalog.raw.sort_by(|a, b| a.name.cmp(&b.name));
    for (object, options) in secrets(reader)? {
        catalog.raw.iter_mut().filter(|raw| raw.name == object).for_each(|raw| {
            raw.reason =
                Some(format!("{options} left out: set it where the model is run, a secret belongs in no file"));
        });
    }
    Ok(())
}

/// Objects, and their options that hold secrets.
fn secrets(reader: &mut Reader<'_>) -> Result<Vec<(String, String)>, Failure> {
    let mut found = reader.rows(include_str!("../queries/raw/secret.sql"))?;
    if may_read_connections(reader)? {
        found.extend(reader.rows::<(String, String)>(include_str!("../queries/raw/subscription_secret.sql"))?);
    }
    Ok(found)
}

fn may_read_connections(reader: &mut Reader<'_>) -> Result<bool, Failure> {
    let may = "select has_column_privilege('pg_catalog.pg_subscription', 'subconninfo', 'select')::text where $1::oid[] is not null";
    Ok(reader.rows::<bool>(may)?.contains(&true))
}

/// Where they may be read; elsewhere only that they are there.
fn subscriptions(reader: &mut Reader<'_>) -> Result<Vec<Row>, Failure> {
    if may_read_connections(reader)? {
        return reader.rows(include_str!("../queries/raw/subscription.sql"));
    }
    reader.rows(
        "select json_build_array('subscription', s.subname, null, null, 'after', '')::text from pg_subscription s \
         where s.subdbid = (select oid from pg_database where datname = current_database()) and $1::oid[] is not null",
    )
}

fn raw((kind, name, sql, unless, phase, rest): Row) -> RawSql {
    let reason = sql.is_none().then(|| format!("schemagen cannot write a {kind}: keep its own SQL"));
    let up = sql.map(|sql| match unless {
        None if sql.starts_with("declare ") => block(&sql) + &rest,
        None => sql + &rest,
        Some(exception) => block(&format!("begin {sql}; exception when {exception} then null; end")) + &rest,
    });
    let phase = match phase.as_str() {
        "before" => RawPhase::Before,
        "before_views" => RawPhase::BeforeViews,
        _ => RawPhase::After,
    };
    RawSql { name: format!("{kind} {name}"), up: up.unwrap_or_default(), reason, phase, down: None }
}

/// A `DO` of this body.
fn block(body: &str) -> String {
    format!("do {}", quote_dollars("do", &format!(" {body} ")))
}
