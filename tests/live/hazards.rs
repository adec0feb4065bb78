//! What `sql/up` refuses: it stops with its code, and the table that it met is as it was.

use crate::postgres::{applied_to, compiled_at};
use crate::{psql, servers};
use std::path::Path;

/// What a database holds, without what is ours.
const CONTENTS: &str = "select string_agg(c.oid::regclass::text || ' ' || c.relkind::text || ' ' || coalesce((
    select string_agg(a.attname::text || ' ' || a.atttypid::regtype::text, ', ' order by a.attnum) from pg_attribute a
    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped), ''), '; ' order by c.relname)
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v', 'm')";

#[test]
fn each_hazard_stops_with_its_code() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/live/hazards");
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut models: Vec<_> = entries.filter(|path| path.extension().is_some_and(|kind| kind == "yaml")).collect();
    models.sort();
    let mut wrong = Vec::new();
    for scratch in servers() {
        for model in &models {
            let name = model.file_stem().unwrap().to_string_lossy().into_owned();
            let text = std::fs::read_to_string(model).unwrap();
            let state: String = text.lines().filter_map(|line| line.strip_prefix("# state: ")).collect();
            let database = scratch.supabase("hazard").unwrap();
            psql(&database, &state);
            let before = psql(&database, CONTENTS);
            let compiled = compiled_at(model);
            let stopped = std::panic::catch_unwind(|| applied_to(&database, &compiled));
            let told = stopped.err().and_then(|failure| failure.downcast_ref::<String>().cloned()).unwrap_or_default();
            if !told.contains(&name[..5]) || psql(&database, CONTENTS) != before {
                wrong.push(format!("{name} on {}: {told}\n{}", scratch.major(), psql(&database, CONTENTS)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
