//! Which object a finding about a lifted model is about: by the line that it points at, in a model that we wrote.

use crate::catalog::{Catalog, ObjectName, QualifiedName, Table};
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
        let lines: Vec<&str> = model[..end].lines().collect();
        let head = lines.iter().rposition(|line| line.starts_with(|letter: char| letter.is_ascii_lowercase()))?;
        let section = lines[head].split(':').next()?;
        let is_entry = |line: &&str| indent(line) == 2 && !line.trim().is_empty();
        let entry = lines[head + 1..].iter().filter(|line| is_entry(line)).count().checked_sub(1)?;
        let start = lines.iter().rposition(|line| is_entry(&line))?;
        let mut path = Vec::new();
        let mut depth = usize::MAX;
        for line in lines[start + 1..].iter().rev().filter(|line| !line.trim().is_empty()) {
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

/// Objects whose definition is in what a server said when it refused one.
pub fn refused(catalog: &Catalog, said: &str) -> Option<Place> {
    use crate::catalog::ddl;
    let said = said.to_lowercase();
    let heads = |head: String| {
        let head = head.trim().to_lowercase();
        let ends =
            |place: usize| !said[place + head.len()..].starts_with(|next: char| next.is_alphanumeric() || next == '_');
        said.match_indices(&head).any(|(place, _)| ends(place))
    };
    let whole = |name: ObjectName| Some(Place::Whole(name));
    let part = |table: &QualifiedName, kind, name: &String| Some(Place::Part(table.clone(), kind, name.clone()));
    for table in catalog.tables.values() {
        let indexes = table.indexes.values();
        if let Some(found) = indexes.into_iter().find(|found| heads(ddl::create_index_head(found, &table.name))) {
            return part(&table.name, "index", &found.name);
        }
        let on = format!("on {}", table.name.sql()).to_lowercase();
        let triggers = table.triggers.values();
        let named = |found: &&crate::catalog::Trigger| heads(ddl::create_trigger_head(found)) && said.contains(&on);
        if let Some(found) = triggers.into_iter().find(named) {
            return part(&table.name, "trigger", &found.name);
        }
        if heads(ddl::create_table_head(table)) {
            return whole(ObjectName::Table(table.name.clone()));
        }
    }
    let functions = catalog.functions.values();
    if let Some(found) = functions.into_iter().find(|found| heads(ddl::create_function_head(found))) {
        return whole(ObjectName::Function(found.name.clone()));
    }
    let view = |kind: &str, name: &QualifiedName| heads(format!("{kind} {} ", name.sql()));
    let views = catalog.views.keys().find(|name| view("view", name)).cloned().map(ObjectName::View);
    let more = || catalog.materialized_views.keys().find(|name| view("materialized view", name)).cloned();
    let typed = |name: &&QualifiedName| heads(format!("type {} ", name.sql()));
    let found = views
        .or_else(|| more().map(ObjectName::MaterializedView))
        .or_else(|| {
            catalog
                .domains
                .values()
                .find(|found| heads(ddl::create_domain_head(found)))
                .map(|found| ObjectName::Domain(found.name.clone()))
        })
        .or_else(|| catalog.enums.keys().find(typed).cloned().map(ObjectName::Enum))
        .or_else(|| catalog.composites.keys().find(typed).cloned().map(ObjectName::Composite))
        .or_else(|| catalog.ranges.keys().find(typed).cloned().map(ObjectName::Range));
    found.and_then(whole)
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
