//! Which object a finding about a lifted model is about: by the line that it points at, in a model that we wrote.

use crate::catalog::{Catalog, ObjectName, Table};
use crate::diagnostics::{Diagnostic, Severity};
use crate::spec::lift::{Lifted, Place};
use std::collections::BTreeMap;

/// The objects that the errors are about, each with the first of its errors; those of none are left out.
pub fn blamed(catalog: &Catalog, lifted: &Lifted, model: &str, findings: &[Diagnostic]) -> BTreeMap<Place, String> {
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error);
    let mut found = BTreeMap::new();
    for finding in errors {
        let spot = Spot::of(model, finding.primary.span.start as usize);
        if let Some(place) = spot.and_then(|spot| spot.place(catalog, lifted)) {
            found.entry(place).or_insert_with(|| finding.message.clone());
        }
    }
    found
}

/// A place in a model as import writes it.
struct Spot<'m> {
    section: &'m str,
    /// Which of the section's entries.
    entry: usize,
    /// The keys below it, the outermost first; of lists, the items.
    path: Vec<&'m str>,
}

impl<'m> Spot<'m> {
    fn of(model: &'m str, place: usize) -> Option<Self> {
        let end = model.get(place..)?.find('\n').map_or(model.len(), |length| place + length);
        let lines: Vec<&str> = model.get(..end)?.lines().collect();
        let head = lines.iter().rposition(|line| line.starts_with(|letter: char| letter.is_ascii_lowercase()))?;
        let (section, body) = lines.get(head..)?.split_first()?;
        let section = section.split(':').next()?;
        let is_entry = |line: &&&str| indent(line) == 2 && !line.trim().is_empty();
        let entry = body.iter().filter(is_entry).count().checked_sub(1)?;
        let inner = body.iter().rev().take_while(|line| !is_entry(line));
        let mut path = Vec::new();
        let mut depth = usize::MAX;
        for line in inner.filter(|line| !line.trim().is_empty()) {
            if indent(line) < depth {
                depth = indent(line);
                path.push(line.trim());
            }
        }
        path.reverse();
        Some(Self { section, entry, path })
    }

    fn place(&self, catalog: &Catalog, lifted: &Lifted) -> Option<Place> {
        let whole = lifted.origins.get(self.section)?.get(self.entry)?;
        let ObjectName::Table(name) = whole else { return Some(Place::Whole(whole.clone())) };
        let part = catalog.tables.get(name).and_then(|table| self.part(table));
        Some(part.map_or_else(|| Place::Whole(whole.clone()), |(kind, part)| Place::Part(name.clone(), kind, part)))
    }

    /// The part of the table, where it has a name that the line says.
    fn part(&self, table: &Table) -> Option<(&'static str, String)> {
        let [key, item, ..] = self.path.as_slice() else { return None };
        let is = |name: &&String| names(item, name);
        let (kind, name) = match key.trim_end_matches(':') {
            "triggers" => ("trigger", table.triggers.keys().find(is)?),
            "checks" => ("check", table.checks.keys().find(is)?),
            "policies" => ("policy", table.policies.keys().find(is)?),
            "indexes" => ("index", table.indexes.keys().find(is)?),
            "exclude" => ("exclusion", table.exclusions.keys().find(is)?),
            "foreign_keys" => ("foreign key", table.foreign_keys.keys().find(is)?),
            _ => return None,
        };
        Some((kind, name.clone()))
    }
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// The item is named so: `name:` as a key, or `- {name: …` and `- name: …` in a list.
fn names(item: &str, name: &str) -> bool {
    let text = item.trim_start_matches("- ").trim_start_matches('{');
    let text = text.strip_prefix("name: ").unwrap_or(text).trim_start_matches(['"', '\'']);
    let rest = text.strip_prefix(name).map(|rest| rest.trim_start_matches(['"', '\'']));
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with([':', ',', '}']))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MODEL: &str = "schemagen: 1\n\nviews:\n  one:\n    query: |-\n      select 1\n\ntables:\n  users:\n    columns:\n      id: integer\n    \
                         checks: {a: x, b: y}\n\n  jobs:\n    indexes:\n      - {name: first, columns: [id]}\n      - name: \"second one\"\n        \
                         where: nonsense ((\n    triggers:\n      touch:\n        call: f(((\n";

    #[test]
    fn a_place_is_an_object_and_the_way_to_it() {
        let spot = |text: &str| Spot::of(MODEL, MODEL.find(text).unwrap()).unwrap();
        let view = spot("select 1");
        assert_eq!((view.section, view.entry), ("views", 0));
        let index = spot("nonsense");
        assert_eq!(
            (index.section, index.entry, index.path.as_slice()),
            ("tables", 1, &["indexes:", "- name: \"second one\"", "where: nonsense (("][..])
        );
        assert!(names(index.path[1], "second one") && !names(index.path[1], "second"));
        let trigger = spot("f(((");
        assert_eq!(trigger.path[..2], ["triggers:", "touch:"]);
        assert!(names("- {name: first, columns: [id]}", "first"));
    }
}
