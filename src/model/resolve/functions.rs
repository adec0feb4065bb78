//! Functions and procedures.

use super::bodies;
use super::columns::data_type;
use super::fits;
use super::names::{check_identifier, invalid_word, nullable, qualify};
use super::order::Needs;
use super::scene::Scene;
use super::subjects::database_roles;
use super::tables::value;
use super::types::function_key;
use crate::catalog::{
    Argument, ArgumentMode, Function, FunctionName, Grant, Management, Named, ObjectName, QualifiedName, Returns,
    Volatility, quote_literal,
};
use crate::diagnostics::{Code, Diagnostic};
use crate::expression::{DataType, Expression, parse_type};
use crate::model::Model;
use crate::spec::{ArgumentSpec, FunctionSpec, ReturnsSpec, Text, is_described};
use std::collections::BTreeMap;

/// Puts the model's functions into the catalog, and the one that touches `updated_at` where a table wants it.
pub(super) fn functions(scene: &Scene<'_>, model: &mut Model, needs: &mut Needs, findings: &mut Vec<Diagnostic>) {
    let mut places = BTreeMap::new();
    for (key, spec) in &scene.spec.functions {
        let function = Maker { scene, needs, findings }.function(key, spec);
        if let Some(other) = places.insert(function.name.clone(), key.span) {
            findings.push(super::duplicate("function", &function.name.sql(), key.span, other));
        }
        let service = model.base.hints.service.clone();
        if let Some(old) = super::renames::old_name(&function.name.name, spec.renamed_from.as_ref()) {
            model.base.hints.renamed.insert(ObjectName::Function(function.name.clone()), old);
        }
        model.spans.insert(ObjectName::Function(function.name.clone()), key.span);
        model.base.functions.insert(function.name.clone(), with_grants(scene, spec, function, service, findings));
    }
    if scene.drafts.iter().any(|draft| draft.touched) {
        let function = touch();
        super::schemas::schema(&mut model.base, &function.name.name.schema);
        model.base.functions.entry(function.name.clone()).or_insert(function);
    }
}

/// Who may execute: those of `call`, and the service.
fn with_grants(
    scene: &Scene<'_>,
    spec: &FunctionSpec,
    mut function: Function,
    service: String,
    findings: &mut Vec<Diagnostic>,
) -> Function {
    let trigger = function.returns == Returns::Type("trigger".to_owned());
    if function.management == Management::None || trigger && spec.call.is_none() {
        return function;
    }
    let mut roles: Vec<String> = (!model_writes(scene)).then_some(service).into_iter().collect();
    for role in spec.call.iter().flatten() {
        roles.extend(database_roles(scene, role, findings));
    }
    roles.sort();
    roles.dedup();
    let grant = |role| Grant { role, privilege: "EXECUTE".to_owned(), ..Grant::default() };
    function.grants = roles.into_iter().map(grant).collect();
    function
}

/// `privileges: written`
fn model_writes(scene: &Scene<'_>) -> bool {
    scene.spec.privileges.value == crate::spec::PrivilegesSpec::Written
}

/// Stamps a row that changes.
fn touch() -> Function {
    Function {
        name: FunctionName { name: qualify(super::builtin::TOUCH, "private"), arguments: Vec::new() },
        returns: Returns::Type("trigger".to_owned()),
        language: "plpgsql".to_owned(),
        parallel: "unsafe".to_owned(),
        settings: Function::pinned(),
        body: "\nbegin\n  new.updated_at := now();\n  return new;\nend\n".to_owned(),
        compiled: true,
        ..Function::default()
    }
}

struct Maker<'a, 'b> {
    scene: &'b Scene<'a>,
    needs: &'b mut Needs,
    findings: &'b mut Vec<Diagnostic>,
}

impl Maker<'_, '_> {
    fn function(&mut self, key: &Text, spec: &FunctionSpec) -> Function {
        let name = qualify(function_key(key), &self.scene.names.default_schema);
        check_identifier(&name.name, key.span, self.findings);
        let arguments = self.arguments(spec);
        let inputs = arguments.iter().filter(|(argument, _)| argument.mode != ArgumentMode::Out);
        let inputs: Vec<String> = inputs.map(|(_, data_type)| without_modifier(data_type)).collect();
        let name = FunctionName { name, arguments: inputs };
        let object = ObjectName::Function(name.clone());
        for (_, data_type) in &arguments {
            self.needs.typed(&object, data_type);
        }
        self.defaults(&object, spec);
        let arguments: Vec<Argument> = arguments.into_iter().map(|(argument, _)| argument).collect();
        let returns = self.returns(&object, key, spec, &arguments);
        self.trigger_takes_nothing(spec, &returns);
        self.body(key, spec);
        let unmanaged = is_described(spec.managed.as_ref());
        let language = spec.language.as_ref().map_or_else(|| "plpgsql".to_owned(), |text| text.to_ascii_lowercase());
        let (body, sql_body) = body_of(spec, &language);
        bodies::check_transactions(spec, &language, self.findings);
        bodies::check(self.scene, spec, (&language, sql_body), self.findings);
        if sql_body {
            bodies::needs(self.scene, &object, &body, self.needs);
        }
        Function {
            name,
            procedure: spec.procedure,
            arguments,
            returns,
            language,
            volatility: self.volatility(spec),
            security_definer: self.definer(spec),
            strict: spec.strict,
            leakproof: spec.leakproof,
            parallel: self.parallel(spec),
            cost: value(&spec.cost),
            rows: value(&spec.rows),
            settings: settings(spec),
            body,
            sql_body,
            comment: value(&spec.comment),
            grants: Vec::new(),
            management: if unmanaged { Management::None } else { Management::Full },
            compiled: false,
            owner: String::new(),
        }
    }

    /// Those of `args`; where there are none, the bare types of the key's signature.
    fn arguments(&mut self, spec: &FunctionSpec) -> Vec<(Argument, DataType)> {
        let signature = spec.signature.as_deref().unwrap_or_default();
        if spec.args.is_empty() {
            let found: Vec<_> = signature.iter().filter_map(|text| Some((text, self.data_type(text)?))).collect();
            let unnamed = |sql: &DataType| Argument { data_type: sql.sql.clone(), ..Argument::default() };
            return found.into_iter().map(|(_, data_type)| (unnamed(&data_type), data_type)).collect();
        }
        let arguments: Vec<_> = spec.args.iter().filter_map(|(name, spec)| self.argument(name, spec)).collect();
        if spec.signature.is_some() {
            self.compare(spec, signature, &arguments);
        }
        arguments
    }

    /// The key's signature and `args` say the same.
    fn compare(&mut self, spec: &FunctionSpec, signature: &[Text], arguments: &[(Argument, DataType)]) {
        let written: Vec<String> =
            signature.iter().filter_map(|text| Some(without_modifier(&self.data_type(text)?))).collect();
        let inputs = arguments.iter().filter(|(argument, _)| argument.mode != ArgumentMode::Out);
        let inputs: Vec<String> = inputs.map(|(_, data_type)| without_modifier(data_type)).collect();
        if written != inputs {
            let message = format!("the signature says ({}) and `args` say ({})", written.join(", "), inputs.join(", "));
            let place = signature.first().map_or(spec.span, |text| text.span);
            self.findings.push(Diagnostic::new(Code::Contradiction, place, message).help("make the two the same"));
        }
    }

    fn argument(&mut self, name: &Text, spec: &ArgumentSpec) -> Option<(Argument, DataType)> {
        let name = argument_name(name);
        check_identifier(name.map_or("$1", |name| name.as_str()), spec.data_type.span, self.findings);
        let data_type = self.data_type(&spec.data_type)?;
        let mode = match spec.mode.as_ref().map(|mode| mode.to_ascii_lowercase()).as_deref() {
            None | Some("in") => ArgumentMode::In,
            Some("out") => ArgumentMode::Out,
            Some("inout") => ArgumentMode::InOut,
            Some("variadic") => ArgumentMode::Variadic,
            Some(_) => {
                let words = ["in", "out", "inout", "variadic"];
                self.findings
                    .extend(spec.mode.as_ref().map(|mode| invalid_word("the mode of an argument", mode, &words)));
                ArgumentMode::In
            }
        };
        // What is wrong with a default is said by `defaults`, which also sees what it needs.
        let default =
            spec.default.as_ref().map(|text| self.scene.constant(text, text.span, "default", &mut Vec::new()).sql);
        let name = name.map(|name| name.value.clone()).unwrap_or_default();
        Some((Argument { name, data_type: data_type.sql.clone(), mode, default }, data_type))
    }

    fn defaults(&mut self, object: &ObjectName, spec: &FunctionSpec) {
        let mut optional: Option<&Text> = None;
        for (name, argument) in &spec.args {
            let output = argument.mode.as_ref().is_some_and(|mode| mode.eq_ignore_ascii_case("out"));
            match (&argument.default, optional) {
                (Some(text), _) => {
                    let expression = self.scene.constant(text, text.span, "default", self.findings);
                    self.needs.object(object, &expression);
                    self.default_fits(argument, &expression);
                    optional = Some(name);
                }
                (None, Some(before)) if !output => {
                    let message = format!("`{}` has no default, and `{}` before it has one", name.value, before.value);
                    let finding = Diagnostic::new(Code::Contradiction, name.span, message);
                    self.findings.push(finding.help("arguments with defaults come last"));
                }
                _ => {}
            }
        }
    }

    fn default_fits(&mut self, argument: &ArgumentSpec, value: &Expression) {
        let written = nullable(&argument.data_type).0;
        if let Ok(data_type) = parse_type(written, &self.scene.names) {
            self.findings.extend(fits::of_argument(self.scene, &data_type, value));
        }
    }

    fn data_type(&mut self, text: &Text) -> Option<DataType> {
        data_type(nullable(text).0, text, &self.scene.names, self.findings)
    }

    fn returns(&mut self, object: &ObjectName, key: &Text, spec: &FunctionSpec, arguments: &[Argument]) -> Returns {
        match &spec.returns {
            Some(ReturnsSpec::Type(text)) => {
                let (text_of, set) = match text.trim().split_at_checked(6) {
                    Some((word, rest)) if word.eq_ignore_ascii_case("setof ") => (rest.trim_start(), true),
                    _ => (text.trim(), false),
                };
                let place = Text::new(text_of.to_owned(), text.span);
                let Some(found) = self.data_type(&place) else { return Returns::default() };
                self.needs.typed(object, &found);
                // `returns` knows no modifiers: PostgreSQL drops them.
                let sql = without_modifier(&found);
                if set { Returns::SetOf(sql) } else { Returns::Type(sql) }
            }
            Some(ReturnsSpec::Table(columns)) => {
                let mut made = Vec::new();
                for (name, text) in columns {
                    let Some(found) = self.data_type(text) else { continue };
                    self.needs.typed(object, &found);
                    made.push((name.value.clone(), without_modifier(&found)));
                }
                Returns::Table(made)
            }
            None => self.nothing_returned(key, spec, arguments),
        }
    }

    /// What a trigger hands to its function is found in `tg_argv`.
    fn trigger_takes_nothing(&mut self, spec: &FunctionSpec, returns: &Returns) {
        let first = spec.args.first().filter(|_| *returns == Returns::Type("trigger".to_owned()));
        if let Some((name, _)) = first {
            let finding = Diagnostic::new(Code::Contradiction, name.span, "a trigger function has no arguments");
            self.findings
                .push(finding.help("leave `args` out: what `call: f('a')` hands over is `tg_argv[0]` in the body"));
        }
    }

    fn nothing_returned(&mut self, key: &Text, spec: &FunctionSpec, arguments: &[Argument]) -> Returns {
        let unmanaged = is_described(spec.managed.as_ref());
        let output = arguments.iter().any(|argument| matches!(argument.mode, ArgumentMode::Out | ArgumentMode::InOut));
        if !spec.procedure && !output && !unmanaged {
            let finding = Diagnostic::new(Code::Incomplete, key.span, format!("`{}` returns nothing", key.value));
            self.findings.push(finding.help("add `returns:`, a type, `setof t`, trigger or void"));
        }
        Returns::Nothing
    }

    fn body(&mut self, key: &Text, spec: &FunctionSpec) {
        let unmanaged = is_described(spec.managed.as_ref());
        if spec.body.is_none() && !unmanaged {
            let finding = Diagnostic::new(Code::Incomplete, key.span, format!("`{}` has no body", key.value));
            self.findings.push(finding.help("add `body:`, or `managed: false` where it is somebody else's"));
        }
    }

    fn volatility(&mut self, spec: &FunctionSpec) -> Volatility {
        self.word(
            &spec.volatility,
            "`volatility`",
            &[("volatile", Volatility::Volatile), ("stable", Volatility::Stable), ("immutable", Volatility::Immutable)],
        )
    }

    fn definer(&mut self, spec: &FunctionSpec) -> bool {
        self.word(&spec.security, "`security`", &[("invoker", false), ("definer", true)])
    }

    fn parallel(&mut self, spec: &FunctionSpec) -> String {
        self.word(&spec.parallel, "`parallel`", &[("unsafe", "unsafe"), ("restricted", "restricted"), ("safe", "safe")])
            .to_owned()
    }

    /// What a word means; the first where nothing is written.
    fn word<T: Copy>(&mut self, text: &Option<Text>, what: &str, words: &[(&str, T)]) -> T {
        let Some(text) = text else { return words[0].1 };
        if let Some((_, meaning)) = words.iter().find(|(word, _)| text.eq_ignore_ascii_case(word)) {
            return *meaning;
        }
        let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        self.findings.push(invalid_word(what, text, &known));
        words[0].1
    }
}

/// `$1` is an argument without a name, as SQL speaks of it.
fn argument_name(name: &Text) -> Option<&Text> {
    let number =
        name.strip_prefix('$').filter(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()));
    number.is_none().then_some(name)
}

/// Functions are identified, and their results described, by types without modifiers.
fn without_modifier(data_type: &DataType) -> String {
    let base = if data_type.base == "bpchar" { "character" } else { &data_type.base };
    if data_type.array { format!("{base}[]") } else { base.to_owned() }
}

/// The body, and whether it is one of SQL's own form.
fn body_of(spec: &FunctionSpec, language: &str) -> (String, bool) {
    let Some(body) = &spec.body else { return (String::new(), false) };
    let mut words = body.split_whitespace().map(str::to_ascii_lowercase);
    let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let standard = language == "sql" && (first == "return" || first == "begin" && second == "atomic");
    (body.value.clone(), standard)
}

/// Settings as SQL; search_path is pinned unless the author says otherwise: schemas, or `none` for the caller's.
fn settings(spec: &FunctionSpec) -> Named<String> {
    let mut settings = match &spec.search_path {
        None => Function::pinned(),
        Some(path) if path.value == "none" => Named::new(),
        Some(path) => Function::searching(search_path(path)),
    };
    for (name, text) in &spec.set {
        let given = text.trim();
        let literal = given.len() > 1 && given.starts_with('\'') && given.ends_with('\'');
        let sql = if literal { given.to_owned() } else { quote_literal(given) };
        settings.insert(name.to_ascii_lowercase(), sql);
    }
    settings
}

/// `public, extensions` as SQL, in the form that the server prints: each schema a literal.
fn search_path(text: &str) -> String {
    let schemas: Vec<String> = schemas(text).map(quote_literal).collect();
    if schemas.is_empty() { "''".to_owned() } else { schemas.join(", ") }
}

/// Only what is the server's own is found without a schema.
pub(super) fn is_pinned(spec: &FunctionSpec) -> bool {
    let named = spec.search_path.as_ref().filter(|path| !path.is_empty());
    named.is_none_or(|path| schemas(path).all(|schema| ["pg_catalog", "pg_temp"].contains(&schema)))
}

fn schemas(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').map(|schema| schema.trim().trim_matches(['"', '\''])).filter(|schema| !schema.is_empty())
}

/// The function that a trigger calls.
pub(super) fn called(name: &str, scene: &Scene<'_>) -> QualifiedName {
    qualify(name, &scene.names.default_schema)
}
