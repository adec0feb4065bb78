//! Enums, domains, composites, and every name that SQL fragments may use.

use super::columns::data_type;
use super::names::{check_identifier, nullable, qualify};
use super::order::Needs;
use super::scene::{RowColumns, Scene};
use super::tables::{collation_sql, value};
use crate::catalog::{CompositeType, Domain, EnumType, ObjectName, QualifiedName, RangeType};
use crate::diagnostics::{Code, Diagnostic};
use crate::expression::{
    Brought, DEEPEST_DOMAIN, DataType, EXTENSION_TYPES, Kind, Names, TYPELESS_EXTENSIONS, TypeKind, parse_type,
};
use crate::model::Model;
use crate::source::{Node, NodeKind, ScalarStyle, Span};
use crate::spec::{DomainSpec, FunctionSpec, Spec, Target, Text, is_described};
use std::collections::BTreeMap;

/// Types and functions that the model declares.
pub(super) fn declared(spec: &Spec, findings: &mut Vec<Diagnostic>) -> Names {
    let mut names =
        Names { default_schema: spec.schema.value.clone(), postgres: spec.postgres.value, ..Names::default() };
    let mut places: BTreeMap<QualifiedName, Span> = BTreeMap::new();
    let keys = spec.enums.iter().map(|(key, _)| key).chain(spec.domains.iter().map(|(key, _)| key));
    let keys = keys.chain(spec.ranges.iter().map(|(key, _)| key));
    for key in keys.chain(spec.composites.iter().map(|(key, _)| key)) {
        let name = qualify(key, &spec.schema);
        check_identifier(&name.name, key.span, findings);
        if let Some(other) = places.insert(name.clone(), key.span) {
            findings.push(super::duplicate("type", &name.to_string(), key.span, other));
        }
    }
    for (key, spec_of) in &spec.enums {
        let labels = spec_of.values.iter().map(|value| value.label.value.clone()).collect();
        names.types.insert(qualify(key, &spec.schema), TypeKind::Enum(labels));
    }
    for (key, spec_of) in &spec.composites {
        let fields = spec_of.fields.iter().map(|(name, _)| name.value.clone()).collect();
        names.types.insert(qualify(key, &spec.schema), TypeKind::Composite(fields));
    }
    for (key, _) in &spec.ranges {
        names.types.insert(qualify(key, &spec.schema), TypeKind::Range);
    }
    extensions(spec, &mut names);
    domains(spec, &mut names);
    names.unknown_relations = !spec.sql.is_empty() || names.unknown_extensions;
    let views = spec.views.iter().map(|(key, _)| key);
    for key in views.chain(spec.materialized_views.iter().map(|(key, _)| key)) {
        names.relations.insert(qualify(key, &spec.schema), None);
    }
    for (key, _) in &spec.sequences {
        names.relations.insert(qualify(key, &spec.schema), Some(OF_SEQUENCE.map(str::to_owned).to_vec()));
    }
    let named = |key: &Text| qualify(function_key(key), &spec.schema);
    names.functions = spec.functions.iter().map(|(key, _)| named(key)).collect();
    let is_stable = |function: &FunctionSpec| {
        function.volatility.as_deref().is_some_and(|word| word.eq_ignore_ascii_case("stable"))
    };
    let others =
        spec.functions.iter().filter(|(_, function)| !is_stable(function)).map(|(key, _)| named(key)).collect();
    names.stable = names.functions.difference(&others).cloned().collect();
    super::signatures::learn(spec, &mut names);
    names
}

/// The columns that a sequence has where a query reads it.
const OF_SEQUENCE: [&str; 3] = ["last_value", "log_cnt", "is_called"];

/// The name in `match(real[], integer)`.
pub(super) fn function_key(key: &str) -> &str {
    match key.split_once('(') {
        Some((name, rest)) if rest.ends_with(')') => name.trim_end(),
        _ => key,
    }
}

/// Domains may stand on each other: all are known before any is read.
fn domains(spec: &Spec, names: &mut Names) {
    let nothing = DataType { sql: String::new(), base: String::new(), array: false, declared: None, serial: false };
    for (key, _) in &spec.domains {
        names.types.insert(qualify(key, &spec.schema), TypeKind::Domain(nothing.clone()));
    }
    for (key, domain) in &spec.domains {
        let written = domain.data_type.as_ref().map_or("", |text| nullable(text).0);
        if let Ok(base) = parse_type(written, names) {
            names.types.insert(qualify(key, &spec.schema), TypeKind::Domain(base));
        }
    }
}

fn extensions(spec: &Spec, names: &mut Names) {
    for (name, extension) in &spec.extensions {
        let usual = if spec.target.value == Target::Supabase { "extensions" } else { spec.schema.as_str() };
        let schema = extension.schema.as_ref().map_or(usual, |schema| schema.as_str()).to_owned();
        names.extensions.insert(name.value.clone(), schema.clone());
        match EXTENSION_TYPES.iter().find(|(known, _)| *known == name.value) {
            Some((_, types)) => names.extension_types.extend(types.iter().map(|known| (*known, schema.clone()))),
            None => names.unknown_extensions |= !TYPELESS_EXTENSIONS.contains(&name.as_str()),
        }
    }
}

/// Puts the model's types into the catalog.
pub(super) fn types(scene: &Scene<'_>, model: &mut Model, needs: &mut Needs, findings: &mut Vec<Diagnostic>) {
    enums(scene, model, findings);
    ranges(scene, model, needs, findings);
    refuse_deep_domains(scene, findings);
    for (key, spec) in &scene.spec.domains {
        let domain = domain(scene, key, spec, needs, findings);
        model.spans.insert(ObjectName::Domain(domain.name.clone()), key.span);
        model.base.domains.insert(domain.name.clone(), domain);
    }
    for (key, spec) in &scene.spec.composites {
        let name = qualify(key, &scene.names.default_schema);
        let mut composite =
            CompositeType { name: name.clone(), comment: value(&spec.comment), ..CompositeType::default() };
        for (field, written) in &spec.fields {
            check_identifier(field, field.span, findings);
            let Some(found) = data_type(nullable(written).0, written, &scene.names, findings) else { continue };
            needs.typed(&ObjectName::Composite(name.clone()), &found);
            composite.fields.push((field.value.clone(), found.sql));
        }
        model.spans.insert(ObjectName::Composite(name.clone()), key.span);
        model.base.composites.insert(name, composite);
    }
}

/// Through arrays as well.
fn refuse_deep_domains(scene: &Scene<'_>, findings: &mut Vec<Diagnostic>) {
    let below = |name: &QualifiedName| match scene.names.types.get(name)? {
        TypeKind::Domain(base) => base.declared.clone(),
        _ => None,
    };
    for (key, _) in &scene.spec.domains {
        let name = qualify(key, &scene.names.default_schema);
        let chain = std::iter::successors(below(&name), below).take_while(|next| *next != name);
        if chain.take(DEEPEST_DOMAIN).count() == DEEPEST_DOMAIN {
            let message = format!("`{}` stands on more than {DEEPEST_DOMAIN} domains", key.value);
            let help = "let it narrow a type of PostgreSQL, or a domain nearer to one";
            findings.push(Diagnostic::new(Code::TooLarge, key.span, message).help(help));
            return;
        }
    }
}

/// Range types: their options are SQL as it stands.
fn ranges(scene: &Scene<'_>, model: &mut Model, needs: &mut Needs, findings: &mut Vec<Diagnostic>) {
    for (key, spec) in &scene.spec.ranges {
        let name = qualify(key, &scene.names.default_schema);
        let mut range = RangeType { name: name.clone(), comment: value(&spec.comment), ..RangeType::default() };
        for (option, text) in &spec.options {
            if option.value == "subtype"
                && let Some(found) = data_type(text, text, &scene.names, findings)
            {
                needs.typed(&ObjectName::Range(name.clone()), &found);
            }
            range.options.push((option.value.clone(), text.value.clone()));
        }
        model.spans.insert(ObjectName::Range(name.clone()), key.span);
        model.base.ranges.insert(name, range);
    }
}

fn enums(scene: &Scene<'_>, model: &mut Model, findings: &mut Vec<Diagnostic>) {
    for (key, spec) in &scene.spec.enums {
        let name = qualify(key, &scene.names.default_schema);
        let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
        for label in spec.values.iter().map(|value| &value.label) {
            // A label may be empty, which no other name may.
            if !label.is_empty() {
                check_identifier(label, label.span, findings);
            }
            if let Some(other) = seen.insert(label, label.span) {
                findings.push(super::duplicate("label", label, label.span, other));
            }
        }
        let renamed = |value: &crate::spec::EnumValueSpec| {
            Some((value.label.value.clone(), value.renamed_from.as_ref()?.value.clone()))
        };
        let made = EnumType {
            name: name.clone(),
            labels: spec.values.iter().map(|value| value.label.value.clone()).collect(),
            renamed_labels: spec.values.iter().filter_map(renamed).collect(),
            renamed_from: super::renames::old_name(&name, spec.renamed_from.as_ref()),
            comment: value(&spec.comment),
            grants: Vec::new(),
            unmanaged: is_described(spec.managed.as_ref()),
        };
        model.spans.insert(ObjectName::Enum(name.clone()), key.span);
        model.base.enums.insert(name, made);
    }
}

fn domain(
    scene: &Scene<'_>,
    key: &Text,
    spec: &DomainSpec,
    needs: &mut Needs,
    findings: &mut Vec<Diagnostic>,
) -> Domain {
    let name = qualify(key, &scene.names.default_schema);
    let object = ObjectName::Domain(name.clone());
    let missing = Text::new(String::new(), key.span);
    let written = spec.data_type.as_ref().unwrap_or(&missing);
    let base = data_type(nullable(written).0, written, &scene.names, findings);
    let brought: Brought =
        base.iter().filter_map(|base| Some(("value".to_owned(), scene.names.brought(base)?))).collect();
    let kinds: Vec<Kind> = base.iter().map(|base| Kind::of(base, &scene.names)).collect();
    let mut domain = Domain {
        name: name.clone(),
        not_null: spec.not_null,
        collation: spec.collation.as_ref().map(|text| collation_sql(text)),
        comment: value(&spec.comment),
        unmanaged: is_described(spec.managed.as_ref()),
        ..Domain::default()
    };
    if let Some(base) = base {
        needs.typed(&object, &base);
        domain.default = spec.default.as_ref().and_then(|text| {
            let kind = NodeKind::Scalar { text: text.value.clone(), style: ScalarStyle::Plain };
            super::defaults::default(scene, &base, &Node { span: text.span, kind }, None, findings)
        });
        domain.data_type = base.sql;
    }
    let columns = ["value".to_owned()];
    for (given, text) in &spec.checks {
        let columns = RowColumns { names: &columns, kinds: &kinds, brought: Some(&brought) };
        let expression = scene.parse(text, columns, &[], ("check", false), findings);
        needs.object(&object, &expression);
        let check = given.as_ref().map_or_else(|| check_name(&name, &domain), |given| given.value.clone());
        domain.checks.insert(check, expression.sql);
    }
    domain
}

/// `slug_check`, `slug_check1` …
fn check_name(name: &QualifiedName, domain: &Domain) -> String {
    let numbered = |number: usize| match number {
        0 => "check".to_owned(),
        number => format!("check{number}"),
    };
    let named = |number: usize| super::naming::make_object_name(&name.name, None, Some(&numbered(number)));
    let free = (0..=domain.checks.len()).map(named).find(|name| !domain.checks.contains_key(name));
    free.unwrap_or_else(|| named(domain.checks.len()))
}
