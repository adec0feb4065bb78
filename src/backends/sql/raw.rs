//! SQL for which the model has no word. What ran before is not run again: the server knows, from its ledger.

use crate::backends::psql::call::{call, definition, optional, text};
use crate::backends::psql::script::Script;
use crate::catalog::{Catalog, ObjectName, RawPhase, RawSql, quote_identifier};

/// The entries of a phase.
pub fn raw(out: &mut Script, catalog: &Catalog, phase: RawPhase) {
    for raw in catalog.raw.iter().filter(|raw| raw.phase == phase) {
        out.of(ObjectName::Raw(raw.name.clone()));
        match phase {
            RawPhase::NoTransaction => bare(out, catalog, raw),
            _ => out.push_str(&call("raw", &arguments(catalog, raw))),
        }
    }
}

/// As psql runs it: statement by statement, each outside a transaction.
fn bare(out: &mut Script, catalog: &Catalog, raw: &RawSql) {
    // A comment ends at a carriage return as well.
    let name: String = raw.name.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    let (path, up) = (path(catalog), raw.up.trim().trim_end_matches(';'));
    let asked = format!("pg_temp.raw_is_new({}, {})", text(&raw.name), definition(&raw.up));
    out.push_str(&format!("-- {name}\nselect {asked} as raw_is_new \\gset\n\\if :raw_is_new\n"));
    // what ends in a comment ends with its line
    out.push_str(&format!("set search_path = {path};\n{up}\n;\nset search_path = pg_catalog, pg_temp;\n\\endif\n"));
    out.push_str(&call("raw_done", &arguments(catalog, raw)));
}

fn arguments(catalog: &Catalog, raw: &RawSql) -> [String; 5] {
    let undo = raw.down.as_deref().map_or_else(|| "null".to_owned(), definition);
    [text(&raw.name), definition(&raw.up), undo, optional(raw.reason.as_deref()), text(&path(catalog))]
}

/// Where names without a schema are: PostgreSQL's own come first where they are not named, temporary ones would as well.
fn path(catalog: &Catalog) -> String {
    let usual = catalog.hints.default_schema.as_str();
    let extensions = Some(catalog.hints.extension_schema()).filter(|extensions| *extensions != usual);
    let schemas = [usual].into_iter().chain(extensions).map(quote_identifier);
    schemas.chain(["pg_temp".into()]).collect::<Vec<_>>().join(", ")
}
