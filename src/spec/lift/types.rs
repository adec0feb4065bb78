//! Enums, domains, composites, sequences.

use super::column::default_node;
use super::names::key;
use super::{Lift, text};
use crate::catalog::{CompositeType, Domain, ObjectName, Sequence, SequenceOptions};
use crate::spec::{CompositeSpec, DomainSpec, Entries, EnumSpec, EnumValueSpec, RangeSpec, SequenceSpec, Text};

impl Lift<'_> {
    /// Types and sequences.
    pub(super) fn types(&mut self) {
        for found in self.catalog.enums.values() {
            let values = found.labels.iter().map(|label| EnumValueSpec { label: text(label), renamed_from: None });
            let spec = EnumSpec {
                values: values.collect(),
                comment: found.comment.as_deref().map(text),
                ..EnumSpec::default()
            };
            self.origin("enums", ObjectName::Enum(found.name.clone()));
            self.spec.enums.push((text(key(&found.name)), spec));
            self.lifted("enum", &found.name);
        }
        for found in self.catalog.domains.values() {
            let spec = self.domain(found);
            self.origin("domains", ObjectName::Domain(found.name.clone()));
            self.spec.domains.push((text(key(&found.name)), spec));
            self.lifted("domain", &found.name);
        }
        for found in self.catalog.composites.values() {
            if is_sayable(found) {
                let spec = self.composite(found);
                self.origin("composites", ObjectName::Composite(found.name.clone()));
                self.spec.composites.push((text(key(&found.name)), spec));
                self.lifted("composite", &found.name);
            } else {
                self.raw_composite(found);
            }
        }
    }

    /// Range types: their options are SQL as it stands.
    pub(super) fn ranges(&mut self) {
        for found in self.catalog.ranges.values() {
            let options = found.options.iter().map(|(name, value)| (text(name), text(value)));
            let comment = found.comment.as_deref().map(text);
            let spec = RangeSpec { options: options.collect(), comment, ..RangeSpec::default() };
            self.origin("ranges", ObjectName::Range(found.name.clone()));
            self.spec.ranges.push((text(key(&found.name)), spec));
            self.lifted("range", &found.name);
        }
    }

    fn domain(&self, found: &Domain) -> DomainSpec {
        let checks = found.checks.iter().map(|(name, expression)| (Some(text(name)), text(expression)));
        DomainSpec {
            data_type: Some(text(self.names.data_type(&found.data_type))),
            checks: checks.collect(),
            default: found.default.as_deref().map(|default| text(default_text(self, default, &found.data_type))),
            not_null: found.not_null,
            collation: found.collation.as_deref().map(collation),
            comment: found.comment.as_deref().map(text),
            ..DomainSpec::default()
        }
    }

    fn composite(&self, found: &CompositeType) -> CompositeSpec {
        let field = |(name, data_type): &(String, String)| (text(name), text(self.names.data_type(data_type)));
        let comment = found.comment.as_deref().map(text);
        CompositeSpec { fields: found.fields.iter().map(field).collect(), comment, renamed_from: None }
    }

    /// Sequences that no `serial` column brings along.
    pub(super) fn sequences(&mut self) {
        for found in self.catalog.sequences.values() {
            if !self.is_serial(found) {
                self.origin("sequences", ObjectName::Sequence(found.name.clone()));
                self.spec.sequences.push((text(key(&found.name)), sequence(found)));
                self.lifted("sequence", &found.name);
            }
        }
    }
}

/// A field with a collation has no word.
pub(super) fn is_sayable(found: &CompositeType) -> bool {
    !found.fields.iter().any(|(_, data_type)| data_type.contains(" COLLATE "))
}

/// A default outside of a column is text: where YAML's own values would be, it is SQL.
fn default_text(lift: &Lift<'_>, default: &str, data_type: &str) -> String {
    match default_node(lift, default, data_type, None).kind {
        crate::source::NodeKind::Scalar { text, .. } => text,
        _ => default.to_owned(),
    }
}

fn sequence(found: &Sequence) -> SequenceSpec {
    let owner = found.owned_by.as_ref();
    SequenceSpec {
        data_type: (found.data_type != "bigint").then(|| text(&found.data_type)),
        options: options(&found.options),
        owned_by: owner.map(|(table, column)| text(format!("{}.{column}", key(table)))),
        comment: found.comment.as_deref().map(text),
        ..SequenceSpec::default()
    }
}

/// Options of a sequence or an identity.
pub(super) fn options(options: &SequenceOptions) -> Entries<Text> {
    let given = [
        ("start", options.start),
        ("increment", options.increment),
        ("min", options.min),
        ("max", options.max),
        ("cache", options.cache),
    ];
    let given = given.iter().filter_map(|(word, value)| Some((text(*word), text((*value)?.to_string()))));
    given.chain(options.cycle.then(|| (text("cycle"), text("true")))).collect()
}

/// A collation is printed quoted as SQL has it; the language takes names as they are.
pub(super) fn collation(printed: &str) -> Text {
    let parts: Vec<String> = printed.split('.').map(super::scan::unquoted).collect();
    text(parts.iter().map(|part| super::names::part(part)).collect::<Vec<_>>().join("."))
}
