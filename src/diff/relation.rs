//! Views and materialized views.

use super::change::{Aspects, Changes, Compared, Owner, Severity, flag, in_schema, parameters, part, severity_of};
use crate::catalog::{Catalog, Column, MaterializedView, View, ddl};

/// Compares views and materialized views.
pub fn compare(changes: &mut Changes, from: &Catalog, to: &Catalog) {
    changes.compare(
        (&from.views, &to.views),
        |name, _| in_schema::<View>(name),
        |changes, old, new| {
            changes.belonging(&old.name, &old.triggers, &new.triggers);
            changes.grants(&Owner::Relation(old.name.clone()), &old.grants, &new.grants);
        },
    );
    changes.compare(
        (&from.materialized_views, &to.materialized_views),
        |name, _| in_schema::<MaterializedView>(name),
        |changes, old, new| {
            changes.belonging(&old.name, &old.indexes, &new.indexes);
            changes.grants(&Owner::Relation(old.name.clone()), &old.grants, &new.grants);
        },
    );
}

impl Compared for View {
    const KIND: &'static str = "view";

    fn definition(&self) -> String {
        ddl::create_view(self)
    }

    fn aspects(&self) -> Aspects {
        vec![
            part("query", self.query.clone()),
            flag("security invoker", self.security_invoker),
            flag("security barrier", self.security_barrier),
            ("check option", self.check_option.clone()),
            ("column comments", comments(&self.columns)),
            ("comment", self.comment.clone()),
        ]
    }

    fn severity(aspect: &str) -> Severity {
        match aspect {
            "security invoker" | "security barrier" => Severity::Security,
            "column comments" => Severity::Note,
            other => severity_of(other, Self::SEVERITY),
        }
    }
}

impl Compared for MaterializedView {
    const KIND: &'static str = "materialized view";

    fn definition(&self) -> String {
        ddl::create_materialized_view(self)
    }

    fn aspects(&self) -> Aspects {
        // whether it is filled is its data's state, not its definition
        vec![
            part("query", self.query.clone()),
            parameters(&self.with),
            ("column comments", comments(&self.columns)),
            ("comment", self.comment.clone()),
        ]
    }

    fn severity(aspect: &str) -> Severity {
        if aspect == "column comments" { Severity::Note } else { severity_of(aspect, Self::SEVERITY) }
    }
}

fn comments(columns: &[Column]) -> Option<String> {
    let commented = columns.iter().filter_map(|column| Some(format!("{}: {}", column.name, column.comment.as_ref()?)));
    let list: Vec<String> = commented.collect();
    (!list.is_empty()).then(|| list.join("; "))
}
