//! Enums, domains, composites, ranges, sequences.

use super::{Alteration, Sides, Way, has, now, only};
use crate::catalog::{
    CompositeType, Domain, EnumType, QualifiedName, SequenceOptions, Table, ddl, quote_identifier, quote_literal,
};
use crate::diff::{Aspect, Object};
use crate::plan::nodes::comment;
use crate::plan::nodes::types::owned_by;

pub fn way(sides: &Sides<'_>, object: &Object, name: &QualifiedName, aspects: &[Aspect]) -> Option<Way> {
    let word = match object.kind {
        "domain" => "domain",
        "sequence" => "sequence",
        _ => "type",
    };
    let remark = match object.kind {
        "enum" => sides.to.enums.get(name)?.comment.as_ref(),
        "domain" => sides.to.domains.get(name)?.comment.as_ref(),
        "composite" => sides.to.composites.get(name)?.comment.as_ref(),
        "range" => sides.to.ranges.get(name)?.comment.as_ref(),
        _ => sides.to.sequences.get(name)?.comment.as_ref(),
    };
    let mut found = match object.kind {
        _ if only(aspects, &["comment"]) => now(Vec::new()),
        "enum" => enumeration(sides, object, sides.from.enums.get(name)?, sides.to.enums.get(name)?),
        "domain" => domain(sides.from.domains.get(name)?, sides.to.domains.get(name)?, aspects),
        "composite" => composite(sides.from.composites.get(name)?, sides.to.composites.get(name)?),
        "range" => Way::Replace,
        _ => sequence(sides, name, aspects)?,
    };
    if let Way::Alter(alteration) = &mut found
        && has(aspects, "comment")
    {
        alteration.now.push(comment(word, &name.sql(), remark));
    }
    if matches!(found, Way::Replace) && sides.is_used(object) {
        return Some(Way::Cannot("columns have this type, and PostgreSQL cannot change it under them".to_owned()));
    }
    Some(found)
}

/// Values are added or renamed where that is all; else the type is made anew and the columns are converted.
fn enumeration(sides: &Sides<'_>, object: &Object, from: &EnumType, to: &EnumType) -> Way {
    let name = to.name.sql();
    let kept: Vec<&String> = to.labels.iter().filter(|label| from.labels.contains(label)).collect();
    if kept == from.labels.iter().collect::<Vec<_>>() {
        let before = to.labels.iter().enumerate().filter(|(_, label)| !from.labels.contains(label));
        let before = before.map(|(at, label)| add_value(&name, &to.labels, at, label)).collect();
        return Way::Alter(Alteration { before, ..Alteration::default() });
    }
    let renamed: Vec<(&String, &String)> = from.labels.iter().zip(&to.labels).filter(|(old, new)| old != new).collect();
    let both_new = |(old, new): &(&String, &String)| !to.labels.contains(old) && !from.labels.contains(new);
    if from.labels.len() == to.labels.len() && renamed.iter().all(both_new) {
        let rename = |(old, new): &(&String, &String)| {
            format!("alter type {name} rename value {} to {}", quote_literal(old), quote_literal(new))
        };
        return now(renamed.iter().map(rename).collect());
    }
    rebuilt(sides, object, to)
}

fn add_value(name: &str, labels: &[String], at: usize, label: &str) -> String {
    let place = match (at.checked_sub(1).and_then(|before| labels.get(before)), labels.get(at + 1)) {
        (Some(before), _) => format!(" after {}", quote_literal(before)),
        (None, Some(after)) => format!(" before {}", quote_literal(after)),
        (None, None) => String::new(),
    };
    format!("alter type {name} add value if not exists {}{place}", quote_literal(label))
}

fn rebuilt(sides: &Sides<'_>, object: &Object, to: &EnumType) -> Way {
    let aside = QualifiedName::new(&to.name.schema, format!("{}__old", to.name.name));
    let mut statements = vec![format!("alter type {} rename to {}", to.name.sql(), quote_identifier(&aside.name))];
    let privileges = sides.new.map.values().filter(|node| node.parent.as_ref() == Some(object));
    statements.extend(sides.new.map.get(object).into_iter().chain(privileges).flat_map(|node| node.create.clone()));
    let name = to.name.sql();
    for table in sides.from.tables.values().filter(|table| table.partition_of.is_none()) {
        statements.extend(converted(table, &name));
    }
    statements.push(format!("drop type {}", aside.sql()));
    let hazard = Some(
        "rewrites the tables that have the type, under an exclusive lock; fails where a row has a value that goes",
    );
    Way::Alter(Alteration { now: statements, disturbs: true, hazard, ..Alteration::default() })
}

fn converted(table: &Table, data_type: &str) -> Vec<String> {
    let array = format!("{data_type}[]");
    let has_it = table.columns.iter().filter(|column| column.data_type == data_type || column.data_type == array);
    let convert = |column: &crate::catalog::Column| {
        let name = quote_identifier(&column.name);
        let text = if column.data_type == array { "text[]" } else { "text" };
        let to = &column.data_type;
        format!("alter table {} alter column {name} type {to} using {name}::{text}::{to}", table.name.sql())
    };
    has_it.map(convert).collect()
}

fn domain(from: &Domain, to: &Domain, aspects: &[Aspect]) -> Way {
    if has(aspects, "type") || has(aspects, "collation") {
        return Way::Replace;
    }
    let alter = format!("alter domain {}", to.name.sql());
    let mut statements = Vec::new();
    if has(aspects, "default") {
        let value =
            to.default.as_ref().map_or_else(|| "drop default".to_owned(), |value| format!("set default {value}"));
        statements.push(format!("{alter} {value}"));
    }
    if has(aspects, "not null") {
        statements.push(format!("{alter} {} not null", if to.not_null { "set" } else { "drop" }));
    }
    let gone = from.checks.iter().filter(|(name, check)| to.checks.get(*name) != Some(check));
    statements.extend(gone.map(|(name, _)| format!("{alter} drop constraint {}", quote_identifier(name))));
    let new = to.checks.iter().filter(|(name, check)| from.checks.get(*name) != Some(check));
    statements
        .extend(new.map(|(name, check)| format!("{alter} add {}", ddl::named(name, &format!("check ({check})")))));
    now(statements)
}

fn composite(from: &CompositeType, to: &CompositeType) -> Way {
    let shared = |these: &CompositeType, others: &CompositeType| -> Vec<String> {
        let there = |name: &&String| others.fields.iter().any(|(other, _)| other == *name);
        these.fields.iter().map(|(name, _)| name).filter(there).cloned().collect()
    };
    let kept = shared(to, from);
    let appended = to.fields.iter().skip(kept.len()).all(|(name, _)| !kept.contains(name));
    let retyped = to
        .fields
        .iter()
        .any(|(name, data_type)| from.fields.iter().any(|(other, was)| other == name && was != data_type));
    if kept != shared(from, to) || !appended || retyped {
        return Way::Replace;
    }
    let alter = format!("alter type {}", to.name.sql());
    let gone = from.fields.iter().filter(|(name, _)| !kept.contains(name));
    let gone = gone.map(|(name, _)| format!("{alter} drop attribute {}", quote_identifier(name)));
    let new = to.fields.iter().filter(|(name, _)| !kept.contains(name));
    let new = new.map(|(name, data_type)| format!("{alter} add attribute {} {data_type}", quote_identifier(name)));
    now(gone.chain(new).collect())
}

fn sequence(sides: &Sides<'_>, name: &QualifiedName, aspects: &[Aspect]) -> Option<Way> {
    let found = sides.to.sequences.get(name)?;
    let mut alteration = Alteration::default();
    if has(aspects, "type") || has(aspects, "options") {
        let options = sequence_options(&found.options).join(" ");
        alteration.now.push(format!("alter sequence {} as {} {options}", name.sql(), found.data_type));
    }
    if has(aspects, "owned by") {
        // while a column owns it, the column's going would take it along
        alteration.late.extend(found.owned_by.iter().map(|_| owned_by(found)));
        if found.owned_by.is_none() {
            alteration.before.push(owned_by(found));
        }
    }
    Some(Way::Alter(alteration))
}

/// All options, those that are PostgreSQL's defaults as well.
pub fn sequence_options(options: &SequenceOptions) -> Vec<String> {
    let increment = options.increment.unwrap_or(1);
    let bound =
        |word: &str, value: Option<i64>| value.map_or_else(|| format!("no {word}"), |value| format!("{word} {value}"));
    let first = if increment > 0 { options.min.unwrap_or(1) } else { options.max.unwrap_or(-1) };
    vec![
        format!("increment by {increment}"),
        bound("minvalue", options.min),
        bound("maxvalue", options.max),
        format!("start with {}", options.start.unwrap_or(first)),
        format!("cache {}", options.cache.unwrap_or(1)),
        if options.cycle { "cycle".to_owned() } else { "no cycle".to_owned() },
    ]
}
