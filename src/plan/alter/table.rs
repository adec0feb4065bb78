//! Tables, and what belongs to one.

use super::{Alteration, Sides, Way, has, now, only, parameters};
use crate::catalog::{Index, QualifiedName, Table, Trigger, quote_identifier};
use crate::diff::{Aspect, Object};
use crate::plan::nodes::table::{enable, set_replica_identity};
use crate::plan::nodes::{comment, on_table};

pub fn way(sides: &Sides<'_>, name: &QualifiedName, aspects: &[Aspect]) -> Option<Way> {
    let (from, to) = (sides.from.tables.get(name)?, sides.to.tables.get(name)?);
    if has(aspects, "column order") {
        return Some(Way::Cannot("PostgreSQL cannot move a column".to_owned()));
    }
    if has(aspects, "partition by") || has(aspects, "foreign table") {
        return Some(Way::Cannot("a table of another sort takes its place: copy the data".to_owned()));
    }
    let alter = format!("alter table {}", name.sql());
    let mut found = Alteration::default();
    if has(aspects, "partition of") {
        found.now.extend(partition(from, to));
    }
    let flags = [
        ("row security", to.row_security, "enable", "disable"),
        ("forced row security", to.force_row_security, "force", "no force"),
    ];
    let changed = flags.iter().filter(|(aspect, ..)| has(aspects, aspect));
    found
        .now
        .extend(changed.map(|(_, on, yes, no)| format!("{alter} {} row level security", if *on { yes } else { no })));
    found.now.extend(inheritance(&alter, from, to));
    found.now.extend(parameters(&alter, &from.with, &to.with));
    if has(aspects, "unlogged") {
        found.now.push(format!("{alter} set {}", if to.unlogged { "unlogged" } else { "logged" }));
        found.hazard = Some("rewrites the whole table, under an exclusive lock");
    }
    if has(aspects, "replica identity") {
        found.late.push(set_replica_identity(to));
    }
    if has(aspects, "comment") {
        found.now.push(comment("table", &name.sql(), to.comment.as_ref()));
    }
    Some(Way::Alter(found))
}

fn partition(from: &Table, to: &Table) -> Vec<String> {
    let old = from
        .partition_of
        .iter()
        .map(|of| format!("alter table {} detach partition {}", of.parent.sql(), from.name.sql()));
    let new = to.partition_of.iter();
    let new = new.map(|of| format!("alter table {} attach partition {} {}", of.parent.sql(), to.name.sql(), of.bound));
    old.chain(new).collect()
}

fn inheritance(alter: &str, from: &Table, to: &Table) -> Vec<String> {
    let gone = from.inherits.iter().filter(|parent| !to.inherits.contains(parent));
    let gone = gone.map(|parent| format!("{alter} no inherit {}", parent.sql()));
    let new = to.inherits.iter().filter(|parent| !from.inherits.contains(parent));
    gone.chain(new.map(|parent| format!("{alter} inherit {}", parent.sql()))).collect()
}

/// What belongs to a table, a view or a materialized view.
pub fn part(sides: &Sides<'_>, relation: &QualifiedName, object: &Object, aspects: &[Aspect]) -> Option<Way> {
    let constraint = matches!(object.kind, "key" | "check" | "exclusion" | "foreign key");
    if only(aspects, &["comment"]) {
        let text = aspects.first()?.to.as_ref();
        return Some(now(vec![match object.kind {
            "index" => comment("index", &QualifiedName::new(&relation.schema, &object.name).sql(), text),
            kind => comment(if constraint { "constraint" } else { kind }, &on_table(&object.name, relation), text),
        }]));
    }
    let validated = only(aspects, &["not valid"]) && aspects.first()?.to.is_none();
    if constraint && validated {
        let name = quote_identifier(&object.name);
        let after = vec![format!("alter table {} validate constraint {name}", relation.sql())];
        return Some(Way::Alter(Alteration { after, ..Alteration::default() }));
    }
    Some(match object.kind {
        "index" if aspects.iter().any(|aspect| aspect.name == "invalid" && aspect.to.is_some()) => {
            Way::Cannot("nobody makes an index invalid".to_owned())
        }
        "index" if only(aspects, &["storage parameters"]) => index_parameters(sides, relation, &object.name)?,
        "trigger" if only(aspects, &["enabled"]) => {
            now(vec![enable(trigger(sides, relation, &object.name)?, relation)])
        }
        _ => Way::Replace,
    })
}

fn index_parameters(sides: &Sides<'_>, relation: &QualifiedName, name: &str) -> Option<Way> {
    let find = |catalog: &'_ crate::catalog::Catalog| -> Option<Index> {
        let of_table = catalog.tables.get(relation).and_then(|table| table.indexes.get(name).cloned());
        of_table.or_else(|| catalog.materialized_views.get(relation)?.indexes.get(name).cloned())
    };
    let alter = format!("alter index {}", QualifiedName::new(&relation.schema, name).sql());
    Some(now(parameters(&alter, &find(sides.from)?.with, &find(sides.to)?.with)))
}

fn trigger<'a>(sides: &Sides<'a>, relation: &QualifiedName, name: &str) -> Option<&'a Trigger> {
    let of_table = sides.to.tables.get(relation).and_then(|table| table.triggers.get(name));
    of_table.or_else(|| sides.to.views.get(relation)?.triggers.get(name))
}
