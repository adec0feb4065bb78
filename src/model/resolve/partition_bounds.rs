//! Bounds of partitions that no server takes: of another kind than the table's, empty, or those of a sibling.

use super::names::qualify;
use super::partition_points::{Point, point};
use super::scene::Scene;
use crate::catalog::QualifiedName;
use crate::diagnostics::{Code, Diagnostic};
use crate::expression::{Kind, instead, misfits};
use crate::model::TableId;
use crate::source::Span;
use crate::spec::{PartitionBySpec, PartitionSpec, Text};
use std::collections::BTreeMap;

/// A partition of a table: under `partitions`, or a table with `partition_of`.
#[derive(Clone, Copy)]
struct Sibling<'a> {
    place: Span,
    bounds: &'a PartitionSpec,
}

/// A partitioned table.
struct Parent<'a> {
    strategy: String,
    kinds: Vec<Kind>,
    scene: &'a Scene<'a>,
}

/// Finds such bounds of all tables.
pub(super) fn check(scene: &Scene<'_>, findings: &mut Vec<Diagnostic>) {
    let mut siblings: BTreeMap<QualifiedName, Vec<Sibling<'_>>> = BTreeMap::new();
    for draft in &scene.drafts {
        for (name, bounds) in &draft.spec.partitions {
            let sibling = Sibling { place: name.span, bounds };
            siblings.entry(draft.name.clone()).or_default().push(sibling);
        }
        if let Some((of, bounds)) = draft.spec.partition_of.as_ref().and_then(|of| Some((of, of.bounds.as_ref()?))) {
            let parent = qualify(&of.table, &scene.names.default_schema);
            siblings.entry(parent).or_default().push(Sibling { place: draft.key, bounds });
        }
    }
    for (name, siblings) in siblings {
        let Some(id) = scene.by_name.get(&name) else { continue };
        let Some(spec) = &scene.draft(*id).spec.partition_by else { continue };
        parent(scene, *id, spec).siblings(&siblings, findings);
    }
}

fn parent<'a>(scene: &'a Scene<'a>, table: TableId, spec: &PartitionBySpec) -> Parent<'a> {
    Parent {
        strategy: spec.strategy.to_ascii_uppercase(),
        kinds: spec.keys.iter().map(|key| scene.kind_of(table, key).cloned().unwrap_or(Kind::Other)).collect(),
        scene,
    }
}

impl Parent<'_> {
    fn siblings(&self, siblings: &[Sibling<'_>], findings: &mut Vec<Diagnostic>) {
        let mut default = None;
        let mut sound = Vec::new();
        for sibling in siblings {
            let before = findings.len();
            if let Some(message) = self.alone(sibling, &mut default) {
                findings.push(changed(sibling.place, message));
            }
            self.values(sibling.bounds, findings);
            if findings.len() == before {
                sound.push(*sibling);
            }
        }
        match self.strategy.as_str() {
            "RANGE" => self.ranges(&sound, findings),
            "LIST" => lists(&sound, findings),
            "HASH" => hashes(&sound, findings),
            _ => {}
        }
    }

    /// What is wrong with a partition, whatever the others are.
    fn alone(&self, sibling: &Sibling<'_>, default: &mut Option<Span>) -> Option<String> {
        let strategy = self.strategy.as_str();
        let message = match sibling.bounds {
            PartitionSpec::Default if strategy == "HASH" => "a table partitioned by hash has no default",
            PartitionSpec::Default => {
                return default.replace(sibling.place).map(|_| "a table has one default partition".to_owned());
            }
            PartitionSpec::Range { .. } if strategy != "RANGE" => "`from` and `to` are bounds of a range",
            PartitionSpec::List(_) if strategy != "LIST" => "`in` is for a table partitioned by list",
            PartitionSpec::Hash { .. } if strategy != "HASH" => "`modulus` is for a table partitioned by hash",
            PartitionSpec::Range { from, to } => return self.range_alone(from, to),
            PartitionSpec::List(_) => return None,
            PartitionSpec::Hash { modulus, remainder } => match (number(modulus), number(remainder)) {
                (Some(0), _) => "a modulus is above zero",
                (Some(modulus), Some(remainder)) if remainder >= modulus => "the remainder is not below the modulus",
                _ => return None,
            },
        };
        Some(message.to_owned())
    }

    fn range_alone(&self, from: &[Text], to: &[Text]) -> Option<String> {
        let wanted = self.kinds.len();
        if let Some((word, given)) = [("from", from), ("to", to)].into_iter().find(|(_, given)| given.len() != wanted) {
            return Some(format!("`{word}` has {} of the {wanted} values that a bound has here", given.len()));
        }
        let (from, to) = (self.points(from)?, self.points(to)?);
        (from >= to).then(|| "`from` is not below `to`".to_owned())
    }

    /// A bound, where it can be told how it compares with others.
    fn points(&self, texts: &[Text]) -> Option<Vec<Point>> {
        texts.iter().zip(&self.kinds).map(|(text, kind)| point(text, kind)).collect()
    }

    /// Values that the key does not have.
    fn values(&self, bounds: &PartitionSpec, findings: &mut Vec<Diagnostic>) {
        let of_range = |texts: &[Text]| texts.iter().cloned().zip(self.kinds.clone()).collect::<Vec<_>>();
        let values = match bounds {
            PartitionSpec::Range { from, to } => [of_range(from), of_range(to)].concat(),
            PartitionSpec::List(items) => {
                let kind = self.kinds.first().cloned().unwrap_or(Kind::Other);
                items.iter().map(|item| (item.clone(), kind.clone())).collect()
            }
            PartitionSpec::Default | PartitionSpec::Hash { .. } => return,
        };
        let names = &self.scene.names;
        let word = |text: &Text| ["MINVALUE", "MAXVALUE", "NULL"].contains(&text.to_ascii_uppercase().as_str());
        for (text, kind) in values.iter().filter(|(text, kind)| !word(text) && misfits(kind, text, names)) {
            let message = format!("`{}` is not a value of type {}", text.value, kind.word());
            findings.push(Diagnostic::new(Code::UnlikeTypes, text.span, message).help(instead(kind, text, names)));
        }
    }

    fn ranges(&self, siblings: &[Sibling<'_>], findings: &mut Vec<Diagnostic>) {
        let bounds = |sibling: &Sibling<'_>| match sibling.bounds {
            PartitionSpec::Range { from, to } => Some((self.points(from)?, self.points(to)?, sibling.place)),
            _ => None,
        };
        let mut found: Vec<(Vec<Point>, Vec<Point>, Span)> = siblings.iter().filter_map(bounds).collect();
        found.sort();
        let mut furthest: Option<(Vec<Point>, Span)> = None;
        for (from, to, place) in found {
            if let Some((_, other)) = furthest.as_ref().filter(|(end, _)| from < *end) {
                findings.push(shared(place, *other, "rows of this range belong to another partition as well"));
            }
            if furthest.as_ref().is_none_or(|(end, _)| to > *end) {
                furthest = Some((to, place));
            }
        }
    }
}

fn lists(siblings: &[Sibling<'_>], findings: &mut Vec<Diagnostic>) {
    let mut owners: BTreeMap<&str, (usize, Span)> = BTreeMap::new();
    for (number, sibling) in siblings.iter().enumerate() {
        let PartitionSpec::List(items) = sibling.bounds else { continue };
        for item in items {
            match owners.get(item.as_str()) {
                Some((other, place)) if *other != number => {
                    findings.push(shared(
                        item.span,
                        *place,
                        &format!("`{}` belongs to another partition as well", item.value),
                    ));
                }
                _ => drop(owners.insert(item, (number, item.span))),
            }
        }
    }
}

/// Of two moduli the larger is a multiple of the smaller, and a row has one partition.
fn hashes(siblings: &[Sibling<'_>], findings: &mut Vec<Diagnostic>) {
    let numbers = |sibling: &Sibling<'_>| match sibling.bounds {
        PartitionSpec::Hash { modulus, remainder } => Some((number(modulus)?, number(remainder)?, sibling.place)),
        _ => None,
    };
    let mut found: Vec<(u64, u64, Span)> = siblings.iter().filter_map(numbers).collect();
    found.sort();
    let mut taken: BTreeMap<u64, BTreeMap<u64, Span>> = BTreeMap::new();
    for (modulus, remainder, place) in found {
        let smaller = taken.keys().next_back().copied().filter(|smaller| modulus % smaller != 0);
        if let Some(smaller) = smaller {
            findings
                .push(changed(place, format!("the modulus {modulus} is no multiple of the smaller one, {smaller}")));
            continue;
        }
        let other = taken.iter().find_map(|(modulus, rests)| rests.get(&(remainder % modulus)));
        if let Some(other) = other {
            findings.push(shared(place, *other, "rows with this remainder belong to another partition as well"));
        }
        taken.entry(modulus).or_default().insert(remainder, place);
    }
}

fn number(text: &Text) -> Option<u64> {
    text.parse().ok()
}

fn shared(place: Span, other: Span, message: &str) -> Diagnostic {
    changed(place, message.to_owned()).related(other, "the other one")
}

fn changed(place: Span, message: String) -> Diagnostic {
    Diagnostic::new(Code::Contradiction, place, message).help("change the bounds of this partition, or leave it out")
}
