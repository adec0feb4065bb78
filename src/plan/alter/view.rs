//! Views and materialized views.

use super::{Sides, Way, has, now, parameters};
use crate::catalog::{Column, QualifiedName, View, quote_identifier};
use crate::diff::Aspect;
use crate::plan::nodes::comment;
use std::collections::BTreeMap;

pub fn way(sides: &Sides<'_>, kind: &str, name: &QualifiedName, aspects: &[Aspect]) -> Option<Way> {
    // CREATE OR REPLACE can only add columns at the end, and keeps options that are to go
    if has(aspects, "query") {
        return Some(Way::Replace);
    }
    let sql = name.sql();
    let (mut statements, columns, remark) = if kind == "view" {
        let (from, to) = (sides.from.views.get(name)?, sides.to.views.get(name)?);
        (parameters(&format!("alter view {sql}"), &options(from), &options(to)), &to.columns, to.comment.as_ref())
    } else {
        let (from, to) = (sides.from.materialized_views.get(name)?, sides.to.materialized_views.get(name)?);
        let alter = format!("alter materialized view {sql}");
        (parameters(&alter, &from.with, &to.with), &to.columns, to.comment.as_ref())
    };
    if has(aspects, "comment") {
        statements.push(comment(kind, &sql, remark));
    }
    if has(aspects, "column comments") {
        let one = |column: &Column| {
            comment("column", &format!("{sql}.{}", quote_identifier(&column.name)), column.comment.as_ref())
        };
        statements.extend(columns.iter().map(one));
    }
    Some(now(statements))
}

fn options(view: &View) -> BTreeMap<String, String> {
    let flag = |name: &str, on: bool| on.then(|| (name.to_owned(), "true".to_owned()));
    let invoker = flag("security_invoker", view.security_invoker);
    let barrier = flag("security_barrier", view.security_barrier);
    let check = view.check_option.as_ref().map(|option| ("check_option".to_owned(), option.clone()));
    invoker.into_iter().chain(barrier).chain(check).collect()
}
