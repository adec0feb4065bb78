//! Bodies of functions in language sql: what they name must be there.

use super::functions::is_pinned;
use super::order::Needs;
use super::scene::Scene;
use crate::catalog::{ObjectName, QualifiedName};
use crate::diagnostics::{Code, Diagnostic};
use crate::expression::{
    Bringer, NameUse, Names, Resolved, calls_of, counted_calls_of, end_of_transaction, looked_up_of, relations_of,
    statements_of, types_of,
};
use crate::spec::{FunctionSpec, Text};

/// What a body of SQL's own form names must be there before the function.
pub(super) fn needs(scene: &Scene<'_>, object: &ObjectName, body: &str, needs: &mut Needs) {
    let statements = statements_of(body);
    let name = |used: &NameUse| scene.names.qualified(used.schema.as_deref(), &used.name);
    for used in relations_of(&statements, Default::default()) {
        needs.relation(object, &name(&used));
    }
    for used in calls_of(&statements, Default::default()) {
        needs.function(object, &name(&used));
    }
}

/// Tables that a body names and functions that it calls are found under the `search_path` that the function has. What a body
/// of SQL's own form names is looked up when the function is made, under none.
pub(super) fn check(
    scene: &Scene<'_>,
    spec: &FunctionSpec,
    (language, sql_body): (&str, bool),
    findings: &mut Vec<Diagnostic>,
) {
    let Some(body) = spec.body.as_ref().filter(|_| language == "sql") else { return };
    let body = &if sql_body { Text::new(statements_of(body), body.span) } else { body.clone() };
    let pinned = sql_body || is_pinned(spec);
    tables(&scene.names, body, pinned, findings);
    let calls = counted_calls_of(body, body.span);
    findings.extend(calls.iter().filter_map(|call| misgiven(&scene.names, call)));
    if pinned {
        let bare = calls.iter().map(|(used, _)| used).filter(|used| used.schema.is_none());
        findings.extend(bare.filter_map(|used| missing(&scene.names, used)));
        findings.extend(types_of(body, body.span).iter().filter_map(|used| unreached_type(&scene.names, used)));
        let looked_up = looked_up_of(body, body.span, &scene.names).into_iter();
        findings.extend(looked_up.filter_map(|(used, found)| unreached_text(&used, found)));
    }
}

/// "If a SET clause is attached to a procedure, then that procedure cannot execute transaction control statements", nor can a
/// SECURITY DEFINER one (PostgreSQL, CREATE PROCEDURE).
pub(super) fn check_transactions(spec: &FunctionSpec, language: &str, findings: &mut Vec<Diagnostic>) {
    let Some(body) = spec.body.as_ref().filter(|_| spec.procedure && language == "plpgsql") else { return };
    let Some(place) = end_of_transaction(body, body.span) else { return };
    let definer = spec.security.as_ref().is_some_and(|security| security.value == "definer");
    let free = spec.search_path.as_ref().is_some_and(|path| path.value == "none");
    let (what, help) = match (definer, free, spec.set.is_empty()) {
        (true, ..) => ("`security: definer`", "leave `security` out"),
        (_, false, _) => ("a `search_path` of its own", "write `search_path: none`, and every name with its schema"),
        (_, _, false) => ("`set`", "leave `set` out"),
        _ => return,
    };
    let message = format!("a procedure with {what} cannot end a transaction");
    findings.push(Diagnostic::new(Code::Contradiction, place, message).help(help));
}

fn tables(names: &Names, body: &Text, pinned: bool, findings: &mut Vec<Diagnostic>) {
    for used in relations_of(body, body.span) {
        let name = names.qualified(used.schema.as_deref(), &used.name);
        if names.relations.contains_key(&name) {
            if used.schema.is_none() && pinned {
                findings.push(unreached(Code::UnknownTable, &used, &name));
            }
        } else if let Some(help) = names.missing_relation(used.schema.as_deref(), &name) {
            let message = format!("there is no table or view `{name}`");
            findings.push(Diagnostic::new(Code::UnknownTable, used.span, message).help(help));
        }
    }
}

/// A function without its schema is PostgreSQL's own.
fn missing(names: &Names, used: &NameUse) -> Option<Diagnostic> {
    let declared = names.function(None, &used.name).or_else(|| names.function_elsewhere(&used.name));
    let brought = match (names.bringer_of_function(&used.name), declared) {
        (Bringer::System, _) => return None,
        (_, Some(function)) => function.clone(),
        (Bringer::Extension(schema), _) => QualifiedName::new(schema, &used.name),
        _ => {
            let message = format!("there is no function `{}`", used.name);
            let finding = Diagnostic::new(Code::UnknownFunction, used.span, message);
            return Some(finding.help(names.help_for_function(&used.name)));
        }
    };
    Some(unreached(Code::UnknownFunction, used, &brought))
}

/// A call with its schema, of a function that takes more or less.
fn misgiven(names: &Names, (used, given): &(NameUse, usize)) -> Option<Diagnostic> {
    let function = names.function(Some(used.schema.as_ref()?), &used.name)?;
    let (message, help) = names.misgiven(function, *given)?;
    Some(Diagnostic::new(Code::UnknownFunction, used.span, message).help(help))
}

/// A type of the model, or of an extension. What is neither is PostgreSQL's, or made by somebody else.
fn unreached_type(names: &Names, used: &NameUse) -> Option<Diagnostic> {
    let declared = names.qualified(None, &used.name);
    let schema = names.extension_types.get(used.name.as_str());
    let brought = schema.map(|schema| QualifiedName::new(schema.as_str(), &used.name));
    let known = names.types.contains_key(&declared) || names.relations.contains_key(&declared);
    let found = if known { Some(declared) } else { brought };
    found.map(|found| unreached(Code::UnknownType, used, &found))
}

/// `nextval('numbers')`: the name in the text.
fn unreached_text(used: &NameUse, found: Resolved) -> Option<Diagnostic> {
    match found {
        Ok(name) => used.schema.is_none().then(|| unreached(Code::UnknownTable, used, &name)),
        Err((message, help)) => Some(Diagnostic::new(Code::UnknownTable, used.span, message).help(help)),
    }
}

fn unreached(code: Code, used: &NameUse, name: &QualifiedName) -> Diagnostic {
    let message = format!("`{}` is not found: the function's search_path has no schema of the model's", used.name);
    Diagnostic::new(code, used.span, message).help(format!("write `{}`", name.sql()))
}
