//! Functions and procedures.

use super::change::{Aspects, Changes, Compared, Object, Owner, Severity, flag, list, part, severity_of};
use crate::catalog::{Argument, Catalog, Function, FunctionName, QualifiedName, Returns, ddl};

/// Compares functions.
pub fn compare(changes: &mut Changes, from: &Catalog, to: &Catalog) {
    changes.compare((&from.functions, &to.functions), object, |changes, old, new| {
        let signature = QualifiedName::new(&old.name.name.schema, signature(&old.name));
        changes.grants(&Owner::Relation(signature), &old.grants, &new.grants);
    });
}

fn object(name: &FunctionName, _: &Function) -> Object {
    Object { kind: Function::KIND, name: signature(name), of: Owner::Schema(name.name.schema.clone()) }
}

/// `f(integer, text)`: a function's name without its schema.
pub fn signature(name: &FunctionName) -> String {
    format!("{}({})", name.name.name, name.arguments.join(", "))
}

impl Compared for Function {
    const KIND: &'static str = "function";

    fn definition(&self) -> String {
        ddl::create_function(self)
    }

    fn aspects(&self) -> Aspects {
        let arguments: Vec<String> = self.arguments.iter().map(argument).collect();
        let settings: Vec<String> = self.settings.iter().map(|(name, value)| format!("{name} to {value}")).collect();
        vec![
            flag("procedure", self.procedure),
            part("arguments", arguments.join(", ")),
            part("returns", returns(&self.returns)),
            part("language", self.language.clone()),
            part("volatility", format!("{:?}", self.volatility).to_lowercase()),
            flag("security definer", self.security_definer),
            flag("strict", self.strict),
            flag("leakproof", self.leakproof),
            part("parallel", self.parallel.clone()),
            ("cost", self.cost.clone()),
            ("rows", self.rows.clone()),
            list("settings", &settings),
            part("body", self.body.clone()),
            ("comment", self.comment.clone()),
        ]
    }

    fn severity(aspect: &str) -> Severity {
        match aspect {
            "security definer" | "leakproof" | "settings" => Severity::Security,
            other => severity_of(other, Self::SEVERITY),
        }
    }
}

fn argument(argument: &Argument) -> String {
    let default = argument.default.as_ref().map(|value| format!(" default {value}")).unwrap_or_default();
    format!("{:?} {} {}{default}", argument.mode, argument.name, argument.data_type).to_lowercase()
}

fn returns(returns: &Returns) -> String {
    match returns {
        Returns::Nothing => "nothing".to_owned(),
        Returns::Type(data_type) => data_type.clone(),
        Returns::SetOf(data_type) => format!("setof {data_type}"),
        Returns::Table(columns) => {
            let list: Vec<String> = columns.iter().map(|(name, data_type)| format!("{name} {data_type}")).collect();
            format!("table ({})", list.join(", "))
        }
    }
}
