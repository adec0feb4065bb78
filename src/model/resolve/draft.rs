//! Tables with their mixins applied and their names qualified, before types and references are known.

use super::builtin::Builtins;
use super::names::{check_identifier, qualify, unknown};
use crate::catalog::{MOST_COLUMNS, QualifiedName};
use crate::diagnostics::{Code, Diagnostic};
use crate::source::Span;
use crate::spec::{
    AllowSpec, ColumnSpec, Entries, IndexSpec, ManagedSpec, MixinSpec, OwnerSpec, Spec, TableSpec, Target, Text,
    TriggerSpec,
};
use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};
use std::collections::{BTreeMap, BTreeSet};

/// Mixins that use mixins: deeper than anybody goes.
const DEEPEST: usize = 32;

/// Columns that PostgreSQL gives every table.
const SYSTEM: &[&str] = &["cmax", "cmin", "ctid", "tableoid", "xmax", "xmin"];

/// A table and all that its mixins bring.
pub(super) struct Draft<'a> {
    pub(super) name: QualifiedName,
    /// Where its key was written.
    pub(super) key: Span,
    pub(super) spec: &'a TableSpec,
    /// The columns that the language knows of somebody else's table.
    known: Option<&'a TableSpec>,
    pub(super) managed: ManagedSpec,
    pub(super) columns: Vec<(&'a Text, &'a ColumnSpec)>,
    /// How many of the columns are its own; those behind them it has from its parents.
    own: usize,
    pub(super) triggers: Vec<(&'a Text, &'a TriggerSpec)>,
    pub(super) owner: Option<&'a OwnerSpec>,
    pub(super) allow: Vec<&'a AllowSpec>,
    pub(super) indexes: Vec<&'a IndexSpec>,
    pub(super) soft_delete: bool,
    pub(super) audit: bool,
    /// It stamps rows with the function that all `timestamps` share.
    pub(super) touched: bool,
}

/// All tables, sorted by name.
pub(super) fn drafts<'a>(spec: &'a Spec, builtins: &'a Builtins, findings: &mut Vec<Diagnostic>) -> Vec<Draft<'a>> {
    let mut found: BTreeMap<QualifiedName, Draft<'a>> = BTreeMap::new();
    let known = known_tables(spec, builtins);
    for (key, table) in &spec.tables {
        let name = qualify(key, &spec.schema);
        check_identifier(&name.name, key.span, findings);
        check_identifier(&name.schema, key.span, findings);
        let described = known.get(&name).map(|(_, table)| *table);
        let managed = match (&table.managed, described) {
            (Some(managed), _) => managed.value,
            (None, Some(_)) => ManagedSpec::No,
            (None, None) => ManagedSpec::Fully,
        };
        let draft = Draft::new(name.clone(), key.span, table, managed, described);
        if let Some(other) = found.get(&name) {
            findings.push(super::duplicate("table", &name.to_string(), key.span, other.key));
            continue;
        }
        found.insert(name, draft);
    }
    for (name, (key, table)) in known {
        if !found.contains_key(&name) && (name.schema == "auth" || mentioned(spec, &name)) {
            found.insert(name.clone(), Draft::new(name, key.span, table, ManagedSpec::No, None));
        }
    }
    let mixins: BTreeMap<&str, &'a MixinSpec> =
        builtins.mixins.iter().chain(&spec.mixins).map(|(name, mixin)| (name.as_str(), mixin)).collect();
    let mut drafts: Vec<Draft<'a>> = found.into_values().collect();
    for draft in &mut drafts {
        draft.fill(&mixins, findings);
    }
    inherit(&mut drafts, &spec.schema);
    findings.extend(drafts.iter().filter_map(too_wide));
    drafts
}

fn too_wide(draft: &Draft<'_>) -> Option<Diagnostic> {
    let count = draft.columns.len();
    let message = format!("`{}` has {count} columns, and PostgreSQL takes {MOST_COLUMNS}", draft.name.name);
    let found = || Diagnostic::new(Code::TooLarge, draft.key, message);
    (count > MOST_COLUMNS)
        .then(|| found().help("give some of them to a table of their own, or put them in one `jsonb`"))
}

/// Gives children the columns of their parents, and those of theirs.
fn inherit(drafts: &mut [Draft<'_>], default_schema: &str) {
    let place = |name: QualifiedName| drafts.binary_search_by(|draft| draft.name.cmp(&name)).ok();
    let parents: Vec<Vec<usize>> = drafts
        .iter()
        .map(|child| child.spec.parents().filter_map(|parent| place(qualify(parent, default_schema))).collect())
        .collect();
    for index in parents_first(&parents) {
        let given: Vec<_> = parents[index].iter().flat_map(|parent| drafts[*parent].columns.clone()).collect();
        for (name, column) in given {
            if drafts[index].column(name).is_none() {
                drafts[index].columns.push((name, column));
            }
        }
    }
}

/// Every table after its parents; those of a circle, which is an error that is told elsewhere, in any order.
fn parents_first(parents: &[Vec<usize>]) -> Vec<usize> {
    let mut graph = DiGraph::<(), ()>::new();
    let nodes: Vec<NodeIndex> = parents.iter().map(|_| graph.add_node(())).collect();
    for (child, parents) in parents.iter().enumerate() {
        for parent in parents {
            graph.add_edge(nodes[child], nodes[*parent], ());
        }
    }
    // of the circles, those come first to which the others lead
    kosaraju_scc(&graph).into_iter().flatten().map(NodeIndex::index).collect()
}

fn known_tables<'a>(spec: &Spec, builtins: &'a Builtins) -> BTreeMap<QualifiedName, (&'a Text, &'a TableSpec)> {
    if spec.target.value != Target::Supabase {
        return BTreeMap::new();
    }
    builtins.tables.iter().map(|(name, key, table)| (qualify(name, "public"), (key, table))).collect()
}

/// Something of the model refers to it, so that it must be there to be referred to.
fn mentioned(spec: &Spec, name: &QualifiedName) -> bool {
    let named = |text: &Text| text.value.starts_with(&name.to_string());
    let by_table = spec.tables.iter().any(|(_, table)| {
        table.columns.iter().filter_map(|(_, column)| column.references.as_ref()).any(|to| named(&to.table))
            || table.foreign_keys.iter().filter_map(|key| key.references.as_ref()).any(named)
    });
    by_table || spec.triggers.iter().filter_map(|(_, trigger)| trigger.table.as_ref()).any(named)
}

impl<'a> Draft<'a> {
    fn new(
        name: QualifiedName,
        key: Span,
        spec: &'a TableSpec,
        managed: ManagedSpec,
        known: Option<&'a TableSpec>,
    ) -> Self {
        Self {
            name,
            key,
            spec,
            known,
            managed,
            columns: Vec::new(),
            own: 0,
            triggers: Vec::new(),
            owner: spec.owner.as_ref(),
            allow: spec.allow.iter().collect(),
            indexes: spec.indexes.iter().collect(),
            soft_delete: false,
            audit: false,
            touched: false,
        }
    }

    /// Adds what the mixins bring: behind what the table says itself, which wins.
    fn fill(&mut self, mixins: &BTreeMap<&str, &'a MixinSpec>, findings: &mut Vec<Diagnostic>) {
        let own_columns = self.spec.columns.len();
        self.columns.extend(self.spec.columns.iter().map(|(name, column)| (name, column)));
        self.triggers.extend(self.spec.triggers.iter().map(|(name, trigger)| (name, trigger)));
        let mut used = BTreeSet::new();
        for name in &self.spec.mixins {
            self.mix(name, mixins, &mut used, (own_columns, &mut Vec::new()), findings);
        }
        if let Some(known) = self.known {
            self.add_columns(&known.columns, own_columns, findings);
        }
        self.own = self.columns.len();
        let mut names: BTreeMap<&str, Span> = BTreeMap::new();
        for (name, _) in &self.columns {
            check_identifier(name, name.span, findings);
            if SYSTEM.contains(&name.as_str()) && self.managed != ManagedSpec::No {
                let message = format!("every table has a column `{}` of PostgreSQL's own", name.value);
                findings.push(Diagnostic::new(Code::InvalidName, name.span, message).help("choose another name"));
            }
            if let Some(other) = names.insert(name.as_str(), name.span) {
                findings.push(super::duplicate("column", name, name.span, other));
            }
        }
    }

    fn mix(
        &mut self,
        name: &'a Text,
        mixins: &BTreeMap<&str, &'a MixinSpec>,
        used: &mut BTreeSet<&'a str>,
        (own_columns, path): (usize, &mut Vec<&'a str>),
        findings: &mut Vec<Diagnostic>,
    ) {
        if path.contains(&name.as_str()) {
            findings.push(in_a_circle(name, path));
            return;
        }
        if path.len() == DEEPEST {
            let message = format!("more than {DEEPEST} mixins use one another");
            let help = "let the mixins of a table stand beside each other: `use: [one, other]`";
            findings.push(Diagnostic::new(Code::TooLarge, name.span, message).help(help));
            return;
        }
        if !used.insert(name.as_str()) {
            return;
        }
        let Some(mixin) = mixins.get(name.as_str()) else {
            findings.push(unknown(Code::UnknownSubject, "mixin", name, mixins.keys().copied()));
            return;
        };
        path.push(name);
        for inner in &mixin.mixins {
            self.mix(inner, mixins, used, (own_columns, &mut *path), findings);
        }
        path.pop();
        // A model may define a mixin of a built-in name: then it is an ordinary one.
        let built_in = mixin.span == Span::default();
        self.soft_delete |= built_in && name.value == "soft_delete";
        self.audit |= built_in && name.value == "audit";
        self.touched |= built_in && name.value == "timestamps";
        self.add_columns(&mixin.columns, own_columns, findings);
        for (name, trigger) in &mixin.triggers {
            if !self.triggers.iter().any(|(other, _)| other.value == name.value) {
                self.triggers.push((name, trigger));
            }
        }
        self.owner = self.owner.or(mixin.owner.as_ref());
        self.allow.extend(&mixin.allow);
        self.indexes.extend(&mixin.indexes);
    }

    fn add_columns(&mut self, columns: &'a Entries<ColumnSpec>, own: usize, findings: &mut Vec<Diagnostic>) {
        for (name, column) in columns {
            match self.columns.iter().position(|(other, _)| other.value == name.value) {
                None => self.columns.push((name, column)),
                Some(index) if index < own || same(self.columns[index].1, column) => {}
                Some(index) => {
                    findings.push(super::duplicate("column", name, name.span, self.columns[index].0.span));
                }
            }
        }
    }

    /// The columns that no parent gives.
    pub(super) fn own_columns(&self) -> &[(&'a Text, &'a ColumnSpec)] {
        &self.columns[..self.own]
    }

    /// The index of a column.
    pub(super) fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|(column, _)| column.value == name)
    }

    /// The names of the primary key's columns.
    pub(super) fn primary_key(&self) -> Vec<&'a str> {
        if let Some(key) = &self.spec.primary_key {
            return key.columns.iter().map(|column| column.as_str()).collect();
        }
        self.own_columns().iter().filter(|(_, column)| column.primary_key).map(|(name, _)| name.as_str()).collect()
    }
}

/// `path` leads from the table to the mixin that uses the first of the circle again.
fn in_a_circle(name: &Text, path: &[&str]) -> Diagnostic {
    let circle = path.iter().skip_while(|other| **other != name.value).copied().chain([name.as_str()]);
    let message = format!("mixins use one another in a circle: {}", circle.collect::<Vec<_>>().join(" -> "));
    Diagnostic::new(Code::Circular, name.span, message).help("take one of them out of the `use` of another")
}

/// The same column from two mixins.
fn same(one: &ColumnSpec, other: &ColumnSpec) -> bool {
    let mut copy = other.clone();
    copy.span = one.span;
    *one == copy
}
