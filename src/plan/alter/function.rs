//! Functions and procedures.

use super::{Sides, Way, has, now, only};
use crate::catalog::{Function, ddl};
use crate::diff::{Aspect, Object, Owner, signature};
use crate::plan::nodes::comment;

pub fn way(sides: &Sides<'_>, object: &Object, aspects: &[Aspect]) -> Option<Way> {
    let same = |found: &&Function| {
        object.name == signature(&found.name) && object.of == Owner::Schema(found.name.name.schema.clone())
    };
    let found = sides.to.functions.values().find(same)?;
    // other names of arguments and other results are refused
    if ["procedure", "arguments", "returns"].iter().any(|name| has(aspects, name)) {
        return Some(Way::Replace);
    }
    let mut statements = Vec::new();
    if !only(aspects, &["comment"]) {
        statements.push(ddl::create_function(found));
    }
    if has(aspects, "comment") {
        statements.push(comment(ddl::function_word(found), &found.name.sql(), found.comment.as_ref()));
    }
    Some(now(statements))
}
