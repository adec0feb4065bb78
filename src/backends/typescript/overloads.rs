//! Overloads that PostgREST cannot tell apart.

use super::functions::Callable;
use crate::catalog::{Argument, SqlType};

/// What PostgREST would answer, where it could not choose between this function and another of its name.
pub fn conflict(function: &Callable, overloads: &[Callable]) -> Option<String> {
    let others = || overloads.iter().filter(|other| other.function.name != function.function.name);
    match function.inputs().as_slice() {
        [] => others().find(|other| is_all_default(&other.inputs())).map(|other| no_arguments(function, other)),
        [only] if !only.name.is_empty() => {
            let mut same: Vec<&Callable> = others().filter(|other| takes_other_type(&other.inputs(), only)).collect();
            if same.is_empty() {
                return None;
            }
            same.push(function);
            same.sort_by_key(|one| one.inputs().first().map(|argument| type_order(&argument.data_type)));
            Some(between(&same.iter().map(|one| shown(one)).collect::<Vec<_>>().join(", ")))
        }
        _ => None,
    }
}

fn is_all_default(arguments: &[&Argument]) -> bool {
    matches!(arguments, [only] if only.name.is_empty() && only.default.is_some())
}

fn takes_other_type(arguments: &[&Argument], only: &Argument) -> bool {
    matches!(arguments, [other] if other.name == only.name && internal(&other.data_type) != internal(&only.data_type))
}

fn no_arguments(function: &Callable, other: &Callable) -> String {
    let name = &function.function.name.name;
    let returns = other.function.returns.type_name().map_or_else(|| "record".to_owned(), internal);
    between(&format!("{name}(), {name}( => {returns})"))
}

fn shown(function: &Callable) -> String {
    let arguments = function.inputs();
    let arguments = arguments.iter().map(|one| format!("{} => {}", one.name, internal(&one.data_type)));
    format!("{}({})", function.function.name.name, arguments.collect::<Vec<_>>().join(", "))
}

fn between(candidates: &str) -> String {
    format!(
        "Could not choose the best candidate function between: {candidates}. Try renaming the parameters or the function itself in the database so function overloading can be resolved"
    )
}

/// A type's name in `pg_type`.
fn internal(data_type: &str) -> String {
    let parsed = SqlType::parse(data_type);
    format!("{}{}", if parsed.dimensions > 0 { "_" } else { "" }, parsed.name)
}

/// The order of object ids: built-in types first, in the order in which PostgreSQL numbers them.
fn type_order(data_type: &str) -> (usize, String) {
    const BUILT_IN: [&str; 16] = [
        "bool",
        "bytea",
        "int8",
        "int2",
        "int4",
        "text",
        "json",
        "float4",
        "float8",
        "varchar",
        "date",
        "timestamp",
        "timestamptz",
        "numeric",
        "uuid",
        "jsonb",
    ];
    let name = internal(data_type);
    (BUILT_IN.iter().position(|known| *known == name).unwrap_or(BUILT_IN.len()), name)
}
