//! What the catalog has no word for, kept as SQL.

use super::{Failure, Reader};
use crate::catalog::{Catalog, RawPhase, RawSql};

pub fn read(reader: &mut Reader<'_>, catalog: &mut Catalog) -> Result<(), Failure> {
    type Row = (String, String, Option<String>, bool);
    for (kind, name, sql, early) in reader.rows::<Row>(include_str!("../queries/raw.sql"))? {
        catalog.raw.push(RawSql {
            reason: sql.is_none().then(|| format!("schemagen cannot write a {kind}: keep its own SQL")),
            up: sql.unwrap_or_default(),
            phase: if early { RawPhase::Before } else { RawPhase::After },
            name: format!("{kind} {name}"),
            down: None,
        });
    }
    catalog.raw.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(())
}
