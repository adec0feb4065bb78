//! Tables that pg_graphql shows to callers who are not signed in.

use crate::audit::{Context, Findings};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    if !context.catalog.extensions.contains_key("pg_graphql") {
        return;
    }
    for table in context.tables().filter(|table| table.name.schema == "public") {
        let readers: Vec<&str> =
            context.callers_who(table, "SELECT").into_iter().filter(|role| context.is_anonymous(role)).collect();
        if !readers.is_empty() {
            let why = format!(
                "{} see its name and columns in the GraphQL schema, whatever the policies say",
                readers.join(", ")
            );
            found.add(
                format!("table {}", table.name),
                why,
                format!("revoke select on {} from {};", table.name.sql(), readers.join(", ")),
            );
        }
    }
}
