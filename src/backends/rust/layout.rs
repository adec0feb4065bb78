//! What everything is called in Rust, decided before anything is written.

use super::names::{Scope, field_name, type_name};
use crate::catalog::{Catalog, Column, Management, QualifiedName, Table};
use std::collections::BTreeMap;

/// Names of modules and types.
#[derive(Debug, Default)]
pub struct Layout {
    /// Module by schema.
    pub modules: BTreeMap<String, String>,
    /// Type by enum, domain, composite, table or view.
    pub type_names: BTreeMap<QualifiedName, String>,
    /// Enum by table and column with `one_of`.
    pub choices: BTreeMap<(QualifiedName, String), String>,
}

impl Layout {
    /// Gives names in the order of kinds and of names, so that the same catalog always gets the same ones.
    pub fn new(catalog: &Catalog) -> Self {
        let mut layout = Self::default();
        let mut scopes: BTreeMap<String, Scope> = BTreeMap::new();
        for table in tables(catalog) {
            layout.claim_record(&mut scopes, &table.name);
        }
        for name in catalog.views.values().filter(|view| view.management != Management::None).map(|view| &view.name) {
            layout.claim_record(&mut scopes, name);
        }
        for name in catalog.materialized_views.keys() {
            layout.claim_record(&mut scopes, name);
        }
        let enums = catalog.enums.keys();
        for name in enums.chain(catalog.composites.keys()).chain(catalog.domains.keys()) {
            layout.claim_type(&mut scopes, name);
        }
        for table in tables(catalog) {
            for column in table.columns.iter().filter(|column| is_choice(column)) {
                layout.claim_choice(&mut scopes, &table.name, column);
            }
        }
        layout.name_modules(scopes.keys());
        layout
    }

    fn claim_record(&mut self, scopes: &mut BTreeMap<String, Scope>, name: &QualifiedName) {
        let forms: [fn(&str) -> String; 3] = [str::to_owned, new_name, patch_name];
        let claimed = scope(scopes, &name.schema).claim(&type_name(&name.name, "Table"), &forms);
        self.type_names.insert(name.clone(), claimed);
    }

    fn claim_type(&mut self, scopes: &mut BTreeMap<String, Scope>, name: &QualifiedName) {
        let claimed = scope(scopes, &name.schema).claim_one(&type_name(&name.name, "Type"));
        self.type_names.entry(name.clone()).or_insert(claimed);
    }

    fn claim_choice(&mut self, scopes: &mut BTreeMap<String, Scope>, table: &QualifiedName, column: &Column) {
        let wanted = type_name(&format!("{}_{}", table.name, column.name), "Choice");
        let claimed = scope(scopes, &table.schema).claim_one(&wanted);
        self.choices.insert((table.clone(), column.name.clone()), claimed);
    }

    fn name_modules<'a>(&mut self, schemas: impl Iterator<Item = &'a String>) {
        let mut modules = Scope::default();
        for reserved in ["mod", "support", "lib", "main"] {
            modules.claim_one(reserved);
        }
        for schema in schemas {
            let module = modules.claim_one(&field_name(schema, "schema"));
            self.modules.insert(schema.clone(), module);
        }
    }
}

/// `NewJobs`
pub fn new_name(name: &str) -> String {
    format!("New{name}")
}

/// `JobsPatch`
pub fn patch_name(name: &str) -> String {
    format!("{name}Patch")
}

/// The tables that get types: ours, partitions left out (their rows are the partitioned table's).
pub fn tables(catalog: &Catalog) -> impl Iterator<Item = &Table> {
    catalog.tables.values().filter(|table| table.hints.management != Management::None && table.partition_of.is_none())
}

/// The column gets an enum of its own.
pub fn is_choice(column: &Column) -> bool {
    column.hints.one_of.as_ref().is_some_and(|values| !values.is_empty()) && column.hints.rust_type.is_none()
}

fn scope<'a>(scopes: &'a mut BTreeMap<String, Scope>, schema: &str) -> &'a mut Scope {
    scopes.entry(schema.to_owned()).or_insert_with(Scope::of_types)
}
