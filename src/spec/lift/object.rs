//! Schemas, extensions, roles.

use super::names::DEFAULT_SCHEMA;
use super::{Lift, text, texts};
use crate::catalog::{Grant, Schema};
use crate::spec::{ExtensionSpec, SchemaSpec, Target};

impl Lift<'_> {
    /// Everything without a table, function or view.
    pub(super) fn objects(&mut self) {
        for schema in self.catalog.schemas.values() {
            self.schema(schema);
        }
        for found in self.catalog.extensions.values() {
            let usual = if self.options.target == Target::Supabase { "extensions" } else { DEFAULT_SCHEMA };
            let schema = found.schema.as_deref().filter(|schema| *schema != usual).map(text);
            self.spec.extensions.push((text(&found.name), ExtensionSpec { schema, version: None }));
            self.lifted("extension", &found.name);
        }
        self.types();
        self.ranges();
        self.sequences();
        self.type_grants();
    }

    fn schema(&mut self, schema: &Schema) {
        if schema.name == DEFAULT_SCHEMA {
            return self.default_schema(schema);
        }
        let usage = |grant: &&Grant| grant.privilege == "USAGE" && !grant.grant_option;
        let roles = texts(schema.grants.iter().filter(usage).map(|grant| &grant.role));
        let spec = SchemaSpec {
            usage: Some(roles).filter(|roles| !roles.is_empty()),
            comment: schema.comment.as_deref().map(text),
            ..SchemaSpec::default()
        };
        self.spec.schemas.push((text(&schema.name), spec));
        let rest: Vec<Grant> = schema.grants.iter().filter(|grant| !usage(grant)).cloned().collect();
        self.grants("schema", schema.name.clone(), &rest);
        self.lifted("schema", &schema.name);
    }

    fn type_grants(&mut self) {
        let enums = self.catalog.enums.values().map(|found| (&found.name, &found.grants));
        let domains = self.catalog.domains.values().map(|found| (&found.name, &found.grants));
        let composites = self.catalog.composites.values().filter(|found| super::types::is_sayable(found));
        let composites = composites.map(|found| (&found.name, &found.grants));
        let ranges = self.catalog.ranges.values().map(|found| (&found.name, &found.grants));
        for (name, grants) in enums.chain(domains).chain(composites).chain(ranges) {
            self.open_grants("type", name, grants);
        }
        for sequence in self.catalog.sequences.values() {
            self.grants("sequence", super::names::key(&sequence.name), &sequence.grants);
        }
    }
}
