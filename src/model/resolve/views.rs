//! Views and materialized views.

use super::columns::data_type;
use super::indexes;
use super::keys::join;
use super::names::{check_identifier, invalid_word, nullable, qualify};
use super::naming::Taken;
use super::order::Needs;
use super::scene::{RowColumns, Scene};
use super::subjects::database_roles;
use super::tables::{texts, value};
use crate::catalog::{Column, Grant, Index, Management, MaterializedView, ObjectName, QualifiedName, View, ViewHints};
use crate::diagnostics::{Code, Diagnostic};
use crate::expression::{Key, Names, Query, Scope, suggestion};
use crate::model::Model;
use crate::spec::{ColumnSpec, Entries, IndexSpec, MaterializedViewSpec, Spec, Text, ViewSpec, is_described};

/// What the functions of this step share.
pub(super) struct Views<'a, 'b> {
    pub(super) scene: &'b Scene<'a>,
    pub(super) model: &'b mut Model,
    pub(super) taken: &'b mut Taken<'a>,
    pub(super) needs: &'b mut Needs,
    pub(super) findings: &'b mut Vec<Diagnostic>,
}

/// Columns of views, as far as their queries tell; twice, because a view may stand before the one that it reads.
pub(super) fn learn_columns(spec: &Spec, names: &mut Names) {
    let views = spec.views.iter().map(|(key, view)| (key, view.query.as_ref()));
    let materialized = spec.materialized_views.iter().map(|(key, view)| (key, view.query.as_ref()));
    let queries: Vec<_> = views.chain(materialized).filter_map(|(key, query)| Some((key, query?))).collect();
    for _ in 0..2 {
        for (key, query) in &queries {
            let name = qualify(key, &spec.schema);
            if matches!(names.relations.get(&name), Some(None)) {
                let columns = Query::parse(query, query.span, names).0.columns;
                names.relations.insert(name, columns);
            }
        }
    }
}

impl Views<'_, '_> {
    /// Puts all views into the catalog.
    pub(super) fn run(&mut self) {
        let scene = self.scene;
        for (key, spec) in &scene.spec.views {
            let name = self.name(key);
            let view = self.view(key, name.clone(), spec);
            self.model.spans.insert(ObjectName::View(name.clone()), key.span);
            self.model.base.views.insert(name, view);
        }
        for (key, spec) in &scene.spec.materialized_views {
            let name = self.name(key);
            let view = self.materialized(key, name.clone(), spec);
            self.model.spans.insert(ObjectName::MaterializedView(name.clone()), key.span);
            self.model.base.materialized_views.insert(name, view);
        }
    }

    fn name(&mut self, key: &Text) -> QualifiedName {
        let name = qualify(key, &self.scene.names.default_schema);
        check_identifier(&name.name, key.span, self.findings);
        if let Some(other) = self.taken.relation(&name, key.span) {
            self.findings.push(super::duplicate("table or view", &name.to_string(), key.span, other));
        }
        super::schemas::schema(&mut self.model.base, &name.schema);
        name
    }

    fn view(&mut self, key: &Text, name: QualifiedName, spec: &ViewSpec) -> View {
        let unmanaged = is_described(spec.managed.as_ref());
        let query = self.query(key, ObjectName::View(name.clone()), spec.query.as_ref(), unmanaged);
        self.given(&query, &spec.columns);
        let definer = match spec.security.as_ref().map(|word| word.as_str()) {
            None | Some("invoker") => false,
            Some("definer") => true,
            Some(_) => {
                let words = ["invoker", "definer"];
                self.findings.extend(spec.security.as_ref().map(|word| invalid_word("`security`", word, &words)));
                false
            }
        };
        View {
            columns: self.columns(&ObjectName::View(name.clone()), &spec.columns),
            name,
            hints: ViewHints { outputs: query.outputs, writes_to: query.writes_to },
            query: query.sql,
            security_invoker: !definer,
            security_barrier: spec.security_barrier,
            check_option: spec.check_option.as_ref().map(|word| word.to_ascii_lowercase()),
            grants: self.read(&spec.read),
            comment: value(&spec.comment),
            management: if unmanaged { Management::None } else { Management::Full },
            ..View::default()
        }
    }

    fn materialized(&mut self, key: &Text, name: QualifiedName, spec: &MaterializedViewSpec) -> MaterializedView {
        let query = self.query(key, ObjectName::MaterializedView(name.clone()), spec.query.as_ref(), false);
        self.given(&query, &spec.columns);
        let named = spec.columns.iter().map(|(name, _)| name.value.clone()).collect();
        let columns: Vec<String> = query.columns.clone().unwrap_or(named);
        let mut view = MaterializedView {
            columns: self.columns(&ObjectName::MaterializedView(name.clone()), &spec.columns),
            name: name.clone(),
            hints: ViewHints { outputs: query.outputs, writes_to: None },
            query: query.sql,
            with: texts(&spec.with),
            no_data: spec.with_data.as_ref().is_some_and(|with| !with.value),
            grants: self.read(&spec.read),
            comment: value(&spec.comment),
            ..MaterializedView::default()
        };
        for index in &spec.indexes {
            let made = self.index(&name, &columns, index);
            view.indexes.insert(made.name.clone(), made);
        }
        view
    }

    fn query(&mut self, key: &Text, object: ObjectName, text: Option<&Text>, unmanaged: bool) -> Query {
        let Some(text) = text else {
            if !unmanaged {
                let finding = Diagnostic::new(Code::Incomplete, key.span, format!("view `{}` has no query", key.value));
                self.findings.push(finding.help("add `query:`, or `managed: false` where it is somebody else's"));
            }
            return Query::default();
        };
        let (query, findings) = Query::parse(text, text.span, &self.scene.names);
        self.findings.extend(findings);
        for relation in &query.relations {
            self.needs.relation(&object, relation);
        }
        if let ObjectName::View(name) | ObjectName::MaterializedView(name) = &object {
            self.model.reads.insert(name.clone(), query.relations.clone());
        }
        for function in &query.functions {
            self.needs.function(&object, function);
        }
        query
    }

    /// A column that the query does not give is described for nobody. What a computed result is called, we may not know.
    fn given(&mut self, query: &Query, entries: &Entries<ColumnSpec>) {
        let Some(given) = query.columns.as_ref().filter(|given| !given.iter().any(|name| name == "?column?")) else {
            return;
        };
        for (name, _) in entries.iter().filter(|(name, _)| !given.contains(&name.value)) {
            let message = format!("the query gives no column `{}`", name.value);
            let finding = Diagnostic::new(Code::UnknownColumn, name.span, message);
            self.findings.push(finding.help(match suggestion(name, given.iter().map(String::as_str)) {
                Some(close) => format!("did you mean `{close}`?"),
                None => format!("it gives {}", given.join(", ")),
            }));
        }
    }

    fn columns(&mut self, object: &ObjectName, entries: &Entries<ColumnSpec>) -> Vec<Column> {
        let mut columns = Vec::new();
        for (name, spec) in entries {
            let Some(text) = &spec.data_type else { continue };
            let (written, nullable) = nullable(text);
            let Some(found) = data_type(written, text, &self.scene.names, self.findings) else { continue };
            self.needs.typed(object, &found);
            let mut column = Column { name: name.value.clone(), data_type: found.sql, ..Column::default() };
            column.not_null = !nullable;
            column.comment = value(&spec.comment);
            column.hints.ts_type = value(&spec.ts_type);
            column.hints.rust_type = value(&spec.rust_type);
            columns.push(column);
        }
        columns
    }

    fn read(&mut self, roles: &[Text]) -> Vec<Grant> {
        let mut found: Vec<String> =
            roles.iter().flat_map(|role| database_roles(self.scene, role, self.findings)).collect();
        found.sort();
        found.dedup();
        let grant = |role| Grant { role, privilege: "SELECT".to_owned(), ..Grant::default() };
        found.into_iter().map(grant).collect()
    }

    fn index(&mut self, view: &QualifiedName, names: &[String], spec: &IndexSpec) -> Index {
        let qualifiers = [view.name.as_str()];
        let scope = Scope {
            names: &self.scene.names,
            columns: names,
            kinds: &[],
            brought: None,
            qualifiers: &qualifiers,
            place: "index",
            subqueries: false,
        };
        let mut keys = Vec::new();
        for text in &spec.columns {
            let (key, findings) = Key::parse(text, text.span, &scope);
            // Of a view whose columns the model does not name, nothing can be said.
            if !names.is_empty() {
                self.findings.extend(findings);
            }
            keys.push(key);
        }
        let column = |key: &Key| key.column.clone().unwrap_or_else(|| "expr".to_owned());
        let joined = join(&keys.iter().map(column).collect::<Vec<_>>());
        let name = match &spec.name {
            Some(name) => name.value.clone(),
            None => self.taken.new_relation(&view.schema, &format!("idx_{}", view.name), Some(&joined), None),
        };
        let predicate = spec.predicate.as_ref().map(|text| {
            self.scene.parse(text, RowColumns::named(names), &qualifiers, ("where", false), self.findings).sql
        });
        indexes::of_spec(spec, name, keys, predicate)
    }
}
