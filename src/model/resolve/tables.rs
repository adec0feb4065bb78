//! Tables of the catalog: columns and all that hangs on one.

use super::names::{invalid_word, unknown};
use super::naming::Taken;
use super::scene::Scene;
use super::{defaults, fits, foreign_keys, generated, indexes, keys, needed_indexes, one_of, partitions, renames};
use crate::catalog::{
    Catalog, Check, Column, ColumnHints, ColumnOptions, Identity, Management, ObjectName, QualifiedName,
    ReplicaIdentity, Sequence, SequenceOptions, Table,
};
use crate::concurrent::side_by_side;
use crate::diagnostics::{Code, Diagnostic};
use crate::expression::Expression;
use crate::model::{ColumnId, TableId};
use crate::source::NodeKind;
use crate::spec::{AccessSpec, ColumnSpec, Entries, ManagedSpec, Text};
use std::borrow::Borrow;

/// What the functions of this step share.
pub(super) struct Tables<'a, 'b> {
    pub(super) scene: &'b Scene<'a>,
    pub(super) catalog: &'b mut Catalog,
    pub(super) taken: &'b mut Taken<'a>,
    pub(super) findings: &'b mut Vec<Diagnostic>,
    /// Objects that a table's defaults and checks need, for the order of creation.
    pub(super) needs: &'b mut super::order::Needs,
}

/// Tables that know nothing of each other, but for the names that were taken before.
fn made(scene: &Scene<'_>, tables: &[TableId], taken: &Taken<'_>) -> Made {
    let (mut catalog, mut taken) = (Catalog::default(), Taken::after(taken));
    let (mut findings, mut needs) = (Vec::new(), super::order::Needs::default());
    let mut step =
        Tables { scene, catalog: &mut catalog, taken: &mut taken, findings: &mut findings, needs: &mut needs };
    for id in tables {
        let mut table = step.table(*id);
        table.shrink();
        partitions::partitions(&mut step, *id, &table);
        step.catalog.tables.insert(table.name.clone(), table);
    }
    Made { taken: taken.alone(), catalog, findings, needs }
}

/// `managed:` as the catalog has it.
pub(super) fn management(managed: ManagedSpec) -> Management {
    match managed {
        ManagedSpec::Fully => Management::Full,
        ManagedSpec::Partly => Management::Partly,
        ManagedSpec::No => Management::None,
    }
}

/// Some of the tables, made.
struct Made {
    catalog: Catalog,
    taken: Taken<'static>,
    findings: Vec<Diagnostic>,
    needs: super::order::Needs,
}

impl Tables<'_, '_> {
    /// Makes every table: names that authors chose are taken first, so that generated ones give way.
    pub(super) fn run(&mut self) {
        for table in self.scene.tables() {
            keys::take_names(self, table);
        }
        let all: Vec<TableId> = self.scene.tables().collect();
        let (first, second) = all.split_at(all.len() / 2);
        let (scene, taken) = (self.scene, &*self.taken);
        let (later, sooner) = side_by_side(|| made(scene, second, taken), || made(scene, first, taken));
        self.add(sooner, first);
        self.add(later, second);
        // Entries added in order leave the nodes of a tree half empty; from a sorted list they are full.
        self.catalog.tables = std::mem::take(&mut self.catalog.tables).into_iter().collect();
    }

    /// Adds what was made. Where names were chosen that are taken by now, it is made again.
    fn add(&mut self, mut some: Made, tables: &[TableId]) {
        while !self.taken.join(std::mem::take(&mut some.taken)) {
            some = made(self.scene, tables, self.taken);
        }
        self.catalog.tables.append(&mut some.catalog.tables);
        self.catalog.sequences.append(&mut some.catalog.sequences);
        self.findings.append(&mut some.findings);
        self.needs.append(some.needs);
    }

    fn table(&mut self, id: TableId) -> Table {
        let draft = self.scene.draft(id);
        let mut table = Table { name: draft.name.clone(), comment: value(&draft.spec.comment), ..Table::default() };
        table.hints.management = management(draft.managed);
        table.hints.renamed_from = renames::old_name(&draft.name, draft.spec.renamed_from.as_ref());
        table.hints.realtime = draft.spec.realtime.as_ref().is_some_and(|realtime| realtime.value);
        table.hints.open = draft.spec.access.as_ref().is_some_and(|a| a.value == AccessSpec::Open);
        let row_security = draft.spec.row_security.as_ref().map(|state| state.as_str());
        let written = draft.spec.access.as_ref().is_some_and(|access| access.value == AccessSpec::Written);
        table.row_security = written && row_security != Some("false");
        table.force_row_security = row_security == Some("forced");
        table.unlogged = draft.spec.unlogged;
        table.foreign = value(&draft.spec.foreign);
        foreign_tables_have_no_row_security(self, id, table.row_security);
        table.replica_identity = replica_identity(draft.spec.replica_identity.as_ref());
        table.with = texts(&draft.spec.with);
        // a partition has its parent's columns; what is inherited otherwise stands in the parent alone
        let partition = draft.spec.partition_of.is_some();
        let written = if partition { draft.columns.len() } else { draft.own_columns().len() };
        table.columns = (0..written).map(|index| self.column(id, ColumnId::new(index))).collect();
        if draft.managed == ManagedSpec::Partly {
            // what the author did not name is not ours, whatever we know of it
            table.columns.retain(|column| draft.spec.columns.iter().any(|(name, _)| name.value == column.name));
        }
        partitions::parents(self, id, &mut table);
        keys::primary_key(self, id, &mut table);
        keys::uniques(self, id, &mut table);
        self.checks(id, &mut table);
        keys::exclusions(self, id, &mut table);
        foreign_keys::foreign_keys(self, id, &mut table);
        indexes::indexes(self, id, &mut table);
        partitions::partition_by(self, id, &mut table);
        if table.hints.management != Management::None {
            needed_indexes::of_foreign_keys(draft, &mut table, self.taken);
        }
        if table.hints.management == Management::Full {
            self.replica_identity_is_there(draft.spec.replica_identity.as_ref(), &table);
        }
        table
    }

    fn column(&mut self, table: TableId, id: ColumnId) -> Column {
        let draft = self.scene.draft(table);
        let (name, spec) = draft.columns[id.index()];
        let typed = self.scene.typed(table, id);
        let mut column = Column {
            name: name.value.clone(),
            data_type: typed.data_type.sql.clone(),
            not_null: typed.not_null,
            comment: value(&spec.comment),
            generated_virtual: spec.generated_virtual,
            options: ColumnOptions {
                collation: spec.collation.as_ref().map(|collation| collation_sql(collation)),
                storage: value(&spec.storage),
                compression: value(&spec.compression),
                statistics: None,
            }
            .into(),
            hints: hints(spec).into(),
            ..Column::default()
        };
        let optional = |text: &crate::source::Spanned<String>| super::names::nullable(text).1;
        let optional = spec.data_type.as_ref().is_some_and(optional)
            || spec.references.as_ref().is_some_and(|to| super::names::nullable(&to.table).1);
        let inherits = !draft.spec.inherits.is_empty() && !draft.primary_key().contains(&name.as_str());
        if typed.not_null && optional && inherits {
            column.hints.not_null_inherited = true;
        }
        let one_of = spec.one_of.as_ref().map(|values| values.value.as_slice());
        if let Some(target) = &spec.statistics {
            column.options.statistics = self.number(target);
        }
        // Where the type was not understood, nothing is said of the default.
        if let Some(node) = spec.default.as_ref().filter(|_| !column.data_type.is_empty()) {
            column.default = defaults::default(self.scene, &typed.data_type, node, one_of, self.findings);
            self.needs.default_of(&draft.name, node, self.scene);
        }
        column.generated = spec.generated.as_ref().map(|text| generated::sql(self, table, (spec, typed), text));
        column.identity = spec.identity.as_ref().and_then(|identity| self.identity(identity)).map(Box::new);
        if let Some(text) = &spec.backfill {
            let place = ("backfill", true);
            let qualifiers = [draft.name.name.as_str()];
            let columns = self.scene.row_of(table);
            let value = self.scene.parse(text, columns, &qualifiers, place, self.findings);
            self.findings.extend(fits::sql(self.scene, &typed.data_type, &value).map(fits::in_sql));
            column.hints.backfill = Some(value.sql);
        }
        // the sequence is the parent's
        let own = id.index() < draft.own_columns().len();
        if typed.data_type.serial && own {
            column.default = Some(self.serial(&draft.name, &column));
        }
        self.exclusive(name, spec, typed.data_type.serial);
        self.needs.data_type(&draft.name, &typed.data_type);
        column
    }

    fn number(&mut self, text: &Text) -> Option<i32> {
        let number = text.replace('_', "").parse().ok();
        if number.is_none() {
            let finding = Diagnostic::new(Code::InvalidWord, text.span, format!("`{}` is not a number", text.value));
            self.findings.push(finding.help("write a whole number"));
        }
        number
    }

    /// An expression over the table's own row, what it calls being needed first.
    pub(super) fn expression(&mut self, table: TableId, text: &Text, place: &str) -> Expression {
        let expression = self.scene.row(table, text, place, self.findings);
        self.needs.expression(&self.scene.draft(table).name, &expression);
        expression
    }

    /// A column's value comes from one place.
    fn exclusive(&mut self, name: &Text, spec: &ColumnSpec, serial: bool) {
        let given = [
            (spec.default.as_ref().is_some_and(|node| node.kind != NodeKind::Null), "default"),
            (spec.generated.is_some(), "generated"),
            (spec.identity.is_some(), "identity"),
            (serial, "serial"),
        ];
        let given: Vec<&str> = given.iter().filter(|(given, _)| *given).map(|(_, word)| *word).collect();
        if let [first, second, ..] = given.as_slice() {
            let message = format!("`{}` has both {first} and {second}", name.value);
            self.findings.push(Diagnostic::new(Code::Contradiction, name.span, message).help("keep one of the two"));
        }
    }

    fn identity(&mut self, spec: &crate::spec::IdentitySpec) -> Option<Identity> {
        let always = match spec.kind.to_ascii_lowercase().replace(' ', "_").as_str() {
            "always" => true,
            "by_default" => false,
            _ => {
                self.findings.push(invalid_word("`identity`", &spec.kind, &["always", "by_default"]));
                return None;
            }
        };
        Some(Identity { always, options: sequence_options(&spec.options, self.findings) })
    }

    /// The sequence behind a `serial` column.
    fn serial(&mut self, table: &QualifiedName, column: &Column) -> String {
        let name = self.taken.new_relation(&table.schema, &table.name, Some(&column.name), Some("seq"));
        let name = QualifiedName::new(table.schema.clone(), name);
        let sequence = Sequence {
            name: name.clone(),
            data_type: column.data_type.clone(),
            owned_by: Some((table.clone(), column.name.clone())),
            ..Sequence::default()
        };
        self.needs.relation(&ObjectName::Table(table.clone()), &name);
        let default = format!("nextval({}::regclass)", crate::catalog::quote_literal(&name.sql()));
        self.catalog.sequences.insert(name, sequence);
        default
    }

    /// Checks of columns and of the table; `one_of` is one.
    fn checks(&mut self, id: TableId, table: &mut Table) {
        let draft = self.scene.draft(id);
        for (name, check) in &draft.spec.checks {
            let expression = self.expression(id, &check.expression, "check").sql;
            let check = made_check(name.value.clone(), expression, check);
            table.checks.insert(name.value.clone(), check);
        }
        for (index, (name, spec)) in draft.own_columns().iter().enumerate() {
            if let Some(check) = &spec.check {
                let expression = self.expression(id, &check.expression, "check").sql;
                let name = match &check.name {
                    Some(name) => name.value.clone(),
                    None => self.check_name(&table.name, name),
                };
                table.checks.insert(name.clone(), made_check(name, expression, check));
            }
            if let Some(values) = &spec.one_of {
                let data_type = &self.scene.typed(id, ColumnId::new(index)).data_type;
                one_of::check(self.scene, name, data_type, values, self.findings);
                let expression = one_of::condition(name, &values.value);
                let name = self.check_name(&table.name, name);
                let check = Check { name: name.clone(), expression, ..Check::default() };
                table.checks.insert(name, check);
            }
        }
    }

    /// An index that the table does not have identifies no row.
    fn replica_identity_is_there(&mut self, written: Option<&Text>, table: &Table) {
        let (Some(written), ReplicaIdentity::Index(name)) = (written, &table.replica_identity) else { return };
        let keys = table.primary_key.iter().chain(table.uniques.values()).map(|key| key.name.as_str());
        let indexes = table.indexes.values().filter(|index| index.unique).map(|index| index.name.as_str());
        let known: Vec<&str> = keys.chain(indexes).chain(["full", "nothing"]).collect();
        if !known.contains(&name.as_str()) {
            self.findings.push(invalid_word("`replica_identity`: full, nothing or a unique index", written, &known));
        }
    }

    fn check_name(&mut self, table: &QualifiedName, column: &str) -> String {
        self.taken.new_constraint(&table.schema, (&table.name, Some(column), "check"), false)
    }
}

fn replica_identity(text: Option<&Text>) -> ReplicaIdentity {
    match text.map(|text| text.as_str()) {
        None => ReplicaIdentity::Default,
        Some("full") => ReplicaIdentity::Full,
        Some("nothing") => ReplicaIdentity::Nothing,
        Some(index) => ReplicaIdentity::Index(index.to_owned()),
    }
}

fn made_check(name: String, expression: String, spec: &crate::spec::CheckSpec) -> Check {
    Check { name, expression, no_inherit: spec.no_inherit, comment: value(&spec.comment), ..Check::default() }
}

fn hints(spec: &ColumnSpec) -> ColumnHints {
    let flag = |flag: &Option<crate::source::Spanned<bool>>| flag.as_ref().is_some_and(|flag| flag.value);
    let deprecated = |reason: &Text| if reason.value == "true" { String::new() } else { reason.value.clone() };
    ColumnHints {
        renamed_from: value(&spec.renamed_from),
        one_of: spec.one_of.as_ref().map(|values| values.iter().map(|value| value.value.clone()).collect()),
        ts_type: value(&spec.ts_type),
        rust_type: value(&spec.rust_type),
        deprecated: spec.deprecated.as_ref().filter(|text| text.value != "false").map(|text| deprecated(text)),
        read_only: flag(&spec.read_only),
        immutable: flag(&spec.immutable),
        hidden: flag(&spec.hidden),
        ..ColumnHints::default()
    }
}

/// A collation as SQL: names with a dot are qualified.
pub(super) fn collation_sql(text: &str) -> String {
    match super::names::split(text) {
        (Some(schema), name) => QualifiedName::new(schema, name).sql(),
        (None, name) => crate::catalog::quote_identifier(&name),
    }
}

/// `start`, `increment`, `min`, `max`, `cache`, `cycle`.
pub(super) fn sequence_options(entries: &Entries<Text>, findings: &mut Vec<Diagnostic>) -> SequenceOptions {
    let mut options = SequenceOptions::default();
    for (key, text) in entries {
        let slot = match key.as_str() {
            "start" => &mut options.start,
            "increment" => &mut options.increment,
            "min" => &mut options.min,
            "max" => &mut options.max,
            "cache" => &mut options.cache,
            "cycle" => {
                options.cycle = text.value == "true";
                continue;
            }
            _ => {
                let words = ["start", "increment", "min", "max", "cache", "cycle"];
                findings.push(unknown(Code::InvalidWord, "sequence option", key, words));
                continue;
            }
        };
        *slot = text.replace('_', "").parse().ok();
        if slot.is_none() {
            let finding = Diagnostic::new(Code::InvalidWord, text.span, format!("`{}` is not a number", text.value));
            findings.push(finding.help("write a whole number"));
        }
    }
    options
}

/// A text without its place.
pub(super) fn value<T: Borrow<Text>>(text: &Option<T>) -> Option<String> {
    text.as_ref().map(|text| text.borrow().value.clone())
}

/// Entries without their places.
pub(super) fn texts(entries: &Entries<Text>) -> std::collections::BTreeMap<String, String> {
    entries.iter().map(|(key, text)| (key.value.clone(), text.value.clone())).collect()
}

/// PostgreSQL has none for them: privileges are all there is.
fn foreign_tables_have_no_row_security(tables: &mut Tables<'_, '_>, id: TableId, written: bool) {
    let draft = tables.scene.draft(id);
    let access = draft.spec.access.as_ref().map(|access| access.value);
    let open = access == Some(AccessSpec::Open) || access == Some(AccessSpec::Written) && !written;
    if let Some(foreign) = draft.spec.foreign.as_ref().filter(|_| !open && draft.managed != ManagedSpec::No) {
        let finding = Diagnostic::new(Code::Contradiction, foreign.span, "a foreign table cannot have row security");
        let help = "write `access: written` with `row_security: false`, and give what is to be given under `grants`";
        tables.findings.push(finding.help(help));
    }
}
