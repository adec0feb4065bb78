//! Functions and procedures.

use super::names::key;
use super::{Fate, Lift, text, texts};
use crate::catalog::{Argument, ArgumentMode, Function, Grant, ObjectName, Returns, Volatility};
use crate::spec::{ArgumentSpec, Entries, FunctionSpec, ReturnsSpec, Text};
use std::collections::BTreeSet;

impl Lift<'_> {
    /// Every function that nothing else brings along.
    pub(super) fn functions(&mut self) {
        for found in self.catalog.functions.values() {
            if self.recognised.functions.contains(&found.name) {
                continue;
            }
            if !is_sayable(found) {
                self.raw_function(found);
                continue;
            }
            let spec = self.function(found);
            self.origin("functions", ObjectName::Function(found.name.clone()));
            self.spec.functions.push((text(key(&found.name.name)), spec));
            self.function_grants(found);
            self.lifted("function", found.name.sql());
        }
    }

    fn function(&self, found: &Function) -> FunctionSpec {
        let callers = found.grants.iter().filter(is_call).map(|grant| &grant.role);
        FunctionSpec {
            signature: self.is_overloaded(found).then(|| self.signature(found)),
            args: self.arguments(&found.arguments),
            returns: self.returns(found),
            language: (found.language != "plpgsql").then(|| text(&found.language)),
            volatility: volatility(found.volatility),
            security: found.security_definer.then(|| text("definer")),
            call: Some(texts(callers)).filter(|callers| !callers.is_empty()),
            body: Some(text(&found.body)),
            search_path: search_path(found),
            strict: found.strict,
            leakproof: found.leakproof,
            parallel: (found.parallel != "unsafe").then(|| text(&found.parallel)),
            cost: found.cost.as_deref().map(text),
            rows: found.rows.as_deref().map(text),
            set: settings(found),
            procedure: found.procedure,
            comment: found.comment.as_deref().map(text),
            ..FunctionSpec::default()
        }
    }

    /// Privileges that `call:` does not say.
    pub(super) fn function_grants(&mut self, found: &Function) {
        let rest: Vec<Grant> = found.grants.iter().filter(|grant| !is_call(grant)).cloned().collect();
        let types: Vec<String> = found.name.arguments.iter().map(|data_type| self.names.data_type(data_type)).collect();
        let kind = if found.procedure { "procedure" } else { "function" };
        self.grants(kind, format!("{}({})", key(&found.name.name), types.join(", ")), &rest);
    }

    fn is_overloaded(&self, found: &Function) -> bool {
        self.catalog.functions.keys().filter(|other| other.name == found.name.name).count() > 1
    }

    fn signature(&self, found: &Function) -> Vec<Text> {
        texts(found.name.arguments.iter().map(|data_type| self.names.data_type(data_type)))
    }

    fn arguments(&self, arguments: &[Argument]) -> Entries<ArgumentSpec> {
        let mode = |mode: ArgumentMode| match mode {
            ArgumentMode::In => None,
            ArgumentMode::Out => Some(text("out")),
            ArgumentMode::InOut => Some(text("inout")),
            ArgumentMode::Variadic => Some(text("variadic")),
        };
        let spec = |argument: &Argument| ArgumentSpec {
            data_type: text(self.names.data_type(&argument.data_type)),
            default: argument.default.as_deref().map(text),
            mode: mode(argument.mode),
        };
        let name = |place: usize, argument: &Argument| match argument.name.as_str() {
            "" => format!("${}", place + 1),
            name => name.to_owned(),
        };
        let named = arguments.iter().enumerate();
        named.map(|(place, argument)| (text(name(place, argument)), spec(argument))).collect()
    }

    fn returns(&self, found: &Function) -> Option<ReturnsSpec> {
        let written = |data_type: &String| self.names.data_type(data_type);
        match &found.returns {
            _ if found.procedure => None,
            Returns::Nothing => None,
            Returns::Type(data_type) => Some(ReturnsSpec::Type(text(written(data_type)))),
            Returns::SetOf(data_type) => Some(ReturnsSpec::Type(text(format!("setof {}", written(data_type))))),
            Returns::Table(columns) => {
                let columns = columns.iter().map(|(name, data_type)| (text(name), text(written(data_type))));
                Some(ReturnsSpec::Table(columns.collect()))
            }
        }
    }

    fn raw_function(&mut self, found: &Function) {
        let name = format!("function {}", found.name.sql());
        // functions and procedures alike
        let grants = super::raw::grant_statements("routine", &found.name.sql(), &found.grants);
        let revoke = format!("revoke all on routine {} from public", found.name.sql());
        let up = format!("{};\n{revoke}{grants}", crate::catalog::ddl::create_function(found));
        self.keep(&name, up, "before");
        self.note(Fate::Raw, name, "it has no body, two arguments of one name, or a search_path of odd names");
    }
}

/// Arguments are told apart by name, a body is something, and a path has names between commas.
fn is_sayable(found: &Function) -> bool {
    let path = found.settings.get("search_path").map(|path| super::scan::parts(path)).unwrap_or_default();
    if found.body.trim().is_empty() || path.iter().any(|schema| schema.contains([',', '"'])) {
        return false;
    }
    let mut names = BTreeSet::new();
    found.arguments.iter().filter(|argument| !argument.name.is_empty()).all(|argument| names.insert(&argument.name))
}

fn is_call(grant: &&Grant) -> bool {
    grant.privilege == "EXECUTE" && !grant.grant_option
}

fn volatility(volatility: Volatility) -> Option<Text> {
    match volatility {
        Volatility::Volatile => None,
        Volatility::Stable => Some(text("stable")),
        Volatility::Immutable => Some(text("immutable")),
    }
}

/// Nothing for the pinned one; `none` where the function has the caller's.
fn search_path(found: &Function) -> Option<Text> {
    let Some(path) = found.settings.get("search_path") else { return Some(text("none")) };
    let schemas: Vec<String> = super::scan::parts(path).into_iter().filter_map(super::scan::literal).collect();
    (path != crate::catalog::PINNED).then(|| text(schemas.join(", ")))
}

fn settings(found: &Function) -> Entries<Text> {
    let others = found.settings.iter().filter(|(name, _)| *name != "search_path");
    others.map(|(name, value)| (text(name), text(value))).collect()
}
