//! Views and materialized views.

use super::index::{index_spec, parameters};
use super::names::key;
use super::{Lift, text, texts};
use crate::catalog::{Column, Grant, MaterializedView, ObjectName, View};
use crate::source::{Span, Spanned};
use crate::spec::{ColumnSpec, Entries, MaterializedViewSpec, ViewSpec};

impl Lift<'_> {
    /// All views.
    pub(super) fn views(&mut self) {
        for view in self.catalog.views.values() {
            let mut spec = self.view(view);
            spec.triggers = self.triggers_of(&view.name, &view.triggers);
            self.origin("views", ObjectName::View(view.name.clone()));
            self.spec.views.push((text(key(&view.name)), spec));
            self.grants("view", key(&view.name), &beyond_read(&view.grants, self.options.postgres));
            self.lifted("view", &view.name);
        }
        for view in self.catalog.materialized_views.values() {
            let spec = self.materialized_view(view);
            self.origin("materialized_views", ObjectName::MaterializedView(view.name.clone()));
            self.spec.materialized_views.push((text(key(&view.name)), spec));
            self.grants("materialized_view", key(&view.name), &beyond_read(&view.grants, self.options.postgres));
            self.lifted("materialized view", &view.name);
        }
    }

    fn view(&self, view: &View) -> ViewSpec {
        ViewSpec {
            query: Some(text(self.spelled_query(ObjectName::View(view.name.clone()), view.query.trim()))),
            columns: self.commented(&view.columns),
            read: readers(&view.grants),
            security: (!view.security_invoker).then(|| text("definer")),
            check_option: view.check_option.as_deref().map(text),
            security_barrier: view.security_barrier,
            comment: view.comment.as_deref().map(text),
            ..ViewSpec::default()
        }
    }

    fn materialized_view(&self, view: &MaterializedView) -> MaterializedViewSpec {
        let indexes = view.indexes.values().map(|index| index_spec(&view.name, &view.columns, index, &str::to_owned));
        let name = ObjectName::MaterializedView(view.name.clone());
        MaterializedViewSpec {
            query: Some(text(self.spelled_query(name, view.query.trim()))),
            columns: self.commented(&view.columns),
            indexes: indexes.collect(),
            read: readers(&view.grants),
            with_data: view.no_data.then(|| Spanned::new(false, Span::default())),
            with: parameters(&view.with),
            comment: view.comment.as_deref().map(text),
            ..MaterializedViewSpec::default()
        }
    }

    /// Columns that have something to say.
    fn commented(&self, columns: &[Column]) -> Entries<ColumnSpec> {
        let spec = |column: &Column| ColumnSpec {
            data_type: Some(text(format!("{}?", self.names.data_type(&column.data_type)))),
            comment: column.comment.as_deref().map(text),
            ..ColumnSpec::default()
        };
        columns
            .iter()
            .filter(|column| column.comment.is_some())
            .map(|column| (text(&column.name), spec(column)))
            .collect()
    }
}

/// A grant that `read:` says.
fn is_read(grant: &&Grant) -> bool {
    grant.privilege == "SELECT" && grant.columns.is_empty() && !grant.grant_option
}

fn readers(grants: &[Grant]) -> Vec<super::Text> {
    texts(grants.iter().filter(is_read).map(|grant| &grant.role))
}

/// What `read:` does not say; of a role that has everything, everything.
fn beyond_read(grants: &[Grant], postgres: u32) -> Vec<Grant> {
    let every = crate::catalog::every_privilege("view", postgres);
    let has = |role: &str, word: &str| {
        grants
            .iter()
            .any(|grant| grant.role == role && grant.privilege.eq_ignore_ascii_case(word) && grant.columns.is_empty())
    };
    let all = |role: &str| every.iter().all(|word| has(role, word));
    grants.iter().filter(|grant| !is_read(grant) || all(&grant.role)).cloned().collect()
}
