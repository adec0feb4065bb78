//! Views and materialized views.

use super::storage_parameters;
use crate::catalog::{MaterializedView, View};

/// `create view public.v with (security_invoker=true) as …`
pub fn create_view(view: &View) -> String {
    format!("create view {} {}as\n{}", view.name.sql(), view_options(view), view.query.trim())
}

fn view_options(view: &View) -> String {
    let mut options = Vec::new();
    if view.security_invoker {
        options.push("security_invoker=true".to_owned());
    }
    if view.security_barrier {
        options.push("security_barrier=true".to_owned());
    }
    options.extend(view.check_option.iter().map(|option| format!("check_option={option}")));
    if options.is_empty() { String::new() } else { format!("with ({}) ", options.join(", ")) }
}

/// `create materialized view public.m as …`; it is filled once all data is in place.
pub fn create_materialized_view(view: &MaterializedView) -> String {
    let with = storage_parameters(&view.with);
    let gap = if with.is_empty() { "" } else { with.trim_start() };
    let space = if gap.is_empty() { "" } else { " " };
    format!("create materialized view {} {gap}{space}as\n{}\nwith no data", view.name.sql(), view.query.trim())
}
