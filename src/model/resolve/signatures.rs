//! What the model's functions take and give, for the calls of them in SQL. Only what is certain: raw SQL and extensions may bring
//! overloads, operators and casts of their own.

use super::names::{nullable, qualify};
use super::types::function_key;
use crate::catalog::QualifiedName;
use crate::expression::{Bringer, Kind, Names, Signature, parse_type};
use crate::spec::{ArgumentSpec, FunctionSpec, ReturnsSpec, Spec, Target, Text, is_described};
use std::collections::{BTreeMap, HashSet};

/// Fills in what calls are held against.
pub(super) fn learn(spec: &Spec, names: &mut Names) {
    let raw: Vec<String> = spec.sql.iter().map(|raw| raw.up.to_ascii_lowercase()).collect();
    let words: HashSet<&str> = raw.iter().flat_map(|text| words(text)).collect();
    names.supabase = spec.target.value == Target::Supabase;
    names.without_auth = !names.supabase && !words.contains("auth") && !knows_auth(spec);
    names.own_operators = names.unknown_extensions || raw.iter().any(|text| makes_operators(text));
    let mut overloads: BTreeMap<QualifiedName, Vec<&FunctionSpec>> = BTreeMap::new();
    for (key, function) in &spec.functions {
        overloads.entry(qualify(function_key(key), &spec.schema)).or_default().push(function);
    }
    for (name, functions) in overloads {
        let lower = name.name.to_ascii_lowercase();
        let elsewhere =
            matches!(names.bringer_of_function(&name.name), Bringer::Extension(schema) if schema == name.schema);
        // of somebody else's, the model may not describe every overload
        let described = functions.iter().any(|function| is_described(function.managed.as_ref()));
        if elsewhere || described || names.unknown_extensions || words.contains(lower.as_str()) {
            continue;
        }
        let taken: Vec<Signature> = functions.iter().map(|function| signature(&name.name, function, names)).collect();
        if functions.iter().all(|function| may_change(function)) {
            names.changing.insert(name.clone());
        }
        let given: Vec<Kind> = functions.iter().map(|function| returned(function, names)).collect();
        if let [first, others @ ..] = given.as_slice()
            && others.iter().all(|kind| kind == first)
        {
            names.returns.insert(name.clone(), first.clone());
        }
        names.signatures.insert(name, taken);
    }
}

/// The words of a text, those in quotes and comments as well.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !(letter.is_alphanumeric() || letter == '_' || letter == '$'))
}

fn makes_operators(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.array_windows().any(|[make, what]| *make == "create" && matches!(*what, "operator" | "cast"))
}

/// Something of the model is in a schema `auth`, or may be.
fn knows_auth(spec: &Spec) -> bool {
    let keys = [
        spec.schemas.iter().map(|(key, _)| key).collect::<Vec<_>>(),
        spec.functions.iter().map(|(key, _)| key).collect(),
        spec.tables.iter().map(|(key, _)| key).collect(),
        spec.views.iter().map(|(key, _)| key).collect(),
    ];
    let is_auth = |key: &Text| key.value == "auth" || key.value.starts_with("auth.");
    keys.iter().flatten().any(|key| is_auth(key)) || spec.schema.value == "auth"
}

/// What an overload takes.
fn signature(name: &str, function: &FunctionSpec, names: &Names) -> Signature {
    let unnamed: Vec<ArgumentSpec> = match &function.signature {
        Some(types) if function.args.is_empty() => {
            types.iter().map(|text| ArgumentSpec { data_type: text.clone(), ..ArgumentSpec::default() }).collect()
        }
        _ => Vec::new(),
    };
    let named = function.args.iter().map(|(name, argument)| (name.as_str(), argument));
    let inputs: Vec<(&str, &ArgumentSpec)> = named
        .chain(unnamed.iter().map(|argument| ("", argument)))
        .filter(|(_, argument)| !is(argument, "out"))
        .collect();
    let shown: Vec<String> = inputs.iter().map(|(name, argument)| shown(name, argument)).collect();
    let any_number = inputs.iter().any(|(_, argument)| is(argument, "variadic"));
    Signature {
        shown: format!("{name}({})", shown.join(", ")),
        least: inputs.iter().filter(|(_, argument)| argument.default.is_none()).count(),
        most: (!any_number).then_some(inputs.len()),
        kinds: inputs.iter().map(|(_, argument)| kind(nullable(&argument.data_type).0, names)).collect(),
    }
}

fn is(argument: &ArgumentSpec, mode: &str) -> bool {
    argument.mode.as_ref().is_some_and(|word| word.eq_ignore_ascii_case(mode))
}

fn shown(name: &str, argument: &ArgumentSpec) -> String {
    let data_type = nullable(&argument.data_type).0;
    let named =
        if name.is_empty() || name.starts_with('$') { data_type.to_owned() } else { format!("{name} {data_type}") };
    match &argument.default {
        Some(default) => format!("{named} = {}", default.value),
        None => named,
    }
}

fn kind(written: &str, names: &Names) -> Kind {
    parse_type(written, names).map_or(Kind::Other, |data_type| Kind::of(&data_type, names))
}

/// What an overload gives. One that gives several rows, or none, gives nothing that could be compared.
fn returned(function: &FunctionSpec, names: &Names) -> Kind {
    match &function.returns {
        Some(ReturnsSpec::Type(text)) if !function.procedure => kind(nullable(text).0, names),
        _ => Kind::Other,
    }
}

/// It is not declared immutable, and no simple query that PostgreSQL would put in place of the call: what has settings of its own, as
/// the `search_path` that functions have unless they say otherwise, is called.
fn may_change(function: &FunctionSpec) -> bool {
    let immutable = function.volatility.as_ref().is_some_and(|word| word.eq_ignore_ascii_case("immutable"));
    let sql = function.language.as_ref().is_some_and(|word| word.eq_ignore_ascii_case("sql"));
    let bare = function.search_path.as_ref().is_some_and(|path| path.value == "none") && function.set.is_empty();
    !(immutable || sql && bare)
}
