//! Enums, domains, composites, ranges, sequences.

use super::change::{Aspects, Changes, Compared, Owner, Severity, flag, part, severity_of};
use super::database::object_in_schema;
use crate::catalog::{
    Catalog, CompositeType, Domain, EnumType, RangeType, Sequence, SequenceOptions, ddl, quote_literal,
};

/// Compares types and sequences.
pub fn compare(changes: &mut Changes, from: &Catalog, to: &Catalog) {
    changes.compare((&from.enums, &to.enums), object_in_schema, |changes, old, new| {
        changes.grants(&Owner::Relation(old.name.clone()), &old.grants, &new.grants);
    });
    changes.compare((&from.domains, &to.domains), object_in_schema, |changes, old, new| {
        changes.grants(&Owner::Relation(old.name.clone()), &old.grants, &new.grants);
    });
    changes.compare((&from.composites, &to.composites), object_in_schema, |changes, old, new| {
        changes.grants(&Owner::Relation(old.name.clone()), &old.grants, &new.grants);
    });
    changes.compare((&from.ranges, &to.ranges), object_in_schema, |changes, old, new| {
        changes.grants(&Owner::Relation(old.name.clone()), &old.grants, &new.grants);
    });
    changes.compare((&from.sequences, &to.sequences), object_in_schema, |changes, old, new| {
        changes.grants(&Owner::Relation(old.name.clone()), &old.grants, &new.grants);
    });
}

impl Compared for EnumType {
    const KIND: &'static str = "enum";

    fn definition(&self) -> String {
        ddl::create_enum(self)
    }

    fn aspects(&self) -> Aspects {
        let labels: Vec<String> = self.labels.iter().map(|label| quote_literal(label)).collect();
        vec![part("labels", labels.join(", ")), ("comment", self.comment.clone())]
    }

    fn severity(aspect: &str) -> Severity {
        severity_of(aspect, Self::SEVERITY)
    }
}

impl Compared for Domain {
    const KIND: &'static str = "domain";

    fn definition(&self) -> String {
        ddl::create_domain(self)
    }

    fn aspects(&self) -> Aspects {
        let checks: Vec<String> =
            self.checks.iter().map(|(name, expression)| format!("{name} check ({expression})")).collect();
        vec![
            part("type", self.data_type.clone()),
            flag("not null", self.not_null),
            ("default", self.default.clone()),
            ("collation", self.collation.clone()),
            super::change::list("checks", &checks),
            ("comment", self.comment.clone()),
        ]
    }

    fn severity(aspect: &str) -> Severity {
        severity_of(aspect, Self::SEVERITY)
    }
}

impl Compared for CompositeType {
    const KIND: &'static str = "composite";

    fn definition(&self) -> String {
        ddl::create_composite(self)
    }

    fn aspects(&self) -> Aspects {
        let fields: Vec<String> = self.fields.iter().map(|(name, data_type)| format!("{name} {data_type}")).collect();
        vec![part("fields", fields.join(", ")), ("comment", self.comment.clone())]
    }

    fn severity(aspect: &str) -> Severity {
        severity_of(aspect, Self::SEVERITY)
    }
}

impl Compared for RangeType {
    const KIND: &'static str = "range";

    fn definition(&self) -> String {
        ddl::create_range(self)
    }

    fn aspects(&self) -> Aspects {
        let options: Vec<String> = self.options.iter().map(|(name, value)| format!("{name} = {value}")).collect();
        vec![part("options", options.join(", ")), ("comment", self.comment.clone())]
    }

    fn severity(aspect: &str) -> Severity {
        severity_of(aspect, Self::SEVERITY)
    }
}

impl Compared for Sequence {
    const KIND: &'static str = "sequence";

    fn definition(&self) -> String {
        ddl::create_sequence(self)
    }

    fn aspects(&self) -> Aspects {
        let owner = self.owned_by.as_ref().map(|(table, column)| format!("{}.{column}", table.sql()));
        vec![
            part("type", self.data_type.clone()),
            part("options", sequence_options(&self.options)),
            ("owned by", owner),
            ("comment", self.comment.clone()),
        ]
    }

    fn severity(aspect: &str) -> Severity {
        severity_of(aspect, Self::SEVERITY)
    }
}

/// A sequence's options in one line.
pub fn sequence_options(options: &SequenceOptions) -> String {
    ddl::sequence_options(options).join(" ")
}
