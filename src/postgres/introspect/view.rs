//! Views and materialized views.

use super::grant::{GrantRow, grants};
use super::table::options;
use super::{Failure, Reader};
use crate::catalog::{Catalog, MaterializedView, QualifiedName, View};
use serde::Deserialize;

#[derive(Deserialize)]
struct ViewRow {
    schema: String,
    name: String,
    kind: char,
    owner: String,
    query: String,
    options: Option<Vec<String>>,
    populated: bool,
    comment: Option<String>,
    grants: Option<Vec<GrantRow>>,
    column_grants: Option<Vec<GrantRow>>,
}

pub fn read(reader: &mut Reader<'_>, catalog: &mut Catalog) -> Result<(), Failure> {
    for row in reader.rows::<ViewRow>(include_str!("../queries/view.sql"))? {
        let name = QualifiedName::new(row.schema.clone(), row.name.clone());
        if row.kind == 'm' {
            catalog.materialized_views.insert(name.clone(), materialized_view(name, row));
        } else {
            catalog.views.insert(name.clone(), view(name, row));
        }
    }
    Ok(())
}

fn view(name: QualifiedName, row: ViewRow) -> View {
    let options = options(row.options);
    let on =
        |option: &str| options.get(option).is_some_and(|value| matches!(value.as_str(), "true" | "on" | "1" | "yes"));
    View {
        name,
        owner: row.owner,
        query: query(&row.query),
        security_invoker: on("security_invoker"),
        security_barrier: on("security_barrier"),
        check_option: options.get("check_option").cloned(),
        grants: grants(row.grants, row.column_grants),
        comment: row.comment,
        ..View::default()
    }
}

fn materialized_view(name: QualifiedName, row: ViewRow) -> MaterializedView {
    MaterializedView {
        name,
        owner: row.owner,
        query: query(&row.query),
        no_data: !row.populated,
        with: options(row.options),
        grants: grants(row.grants, row.column_grants),
        comment: row.comment,
        ..MaterializedView::default()
    }
}

fn query(text: &str) -> String {
    text.trim().trim_end_matches(';').to_owned()
}
