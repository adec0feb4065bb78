//! Calls: whose the function is, and whether it may stand where it is called.

use super::Bringer;
use super::aggregate::is_aggregate;
use super::fragment::node_bytes;
use super::once::is_asked_once;
use super::walk::{Walk, identifier};
use crate::diagnostics::Code;
use squawk_syntax::{SyntaxKind, SyntaxNode};

impl Walk<'_, '_> {
    /// A call, and all that is handed to it.
    pub(super) fn call(&mut self, node: &SyntaxNode) {
        let mut children = node.children();
        let Some(callee) = children.next() else { return };
        self.note_asked_once(node);
        self.looked_up(node);
        match callee.kind() {
            SyntaxKind::NAME_REF => self.function(None, &callee, node),
            SyntaxKind::FIELD_EXPR => {
                let names: Vec<_> = callee.children().collect();
                if let [schema, name] = names.as_slice() {
                    let schema = identifier(&schema.text().to_string());
                    self.function(Some(&schema), name, node);
                }
            }
            _ => self.visit(&callee),
        }
        for child in children {
            self.visit(&child);
        }
    }

    /// Of calls in each other, the outermost: what is in it is asked once with it.
    fn note_asked_once(&mut self, call: &SyntaxNode) {
        let (start, end) = self.fragment.bytes(node_bytes(call));
        let within = self.asked_once.last().is_some_and(|outer| start < outer.end);
        if self.sources.is_empty() && !within && is_asked_once(call, self.scope.names) {
            self.asked_once.push(start..end);
        }
    }

    fn function(&mut self, schema: Option<&str>, name: &SyntaxNode, call: &SyntaxNode) {
        let written = identifier(&name.text().to_string());
        let one_row = !self.scope.subqueries || self.sources.is_empty() && self.scope.place != "query";
        if one_row && is_aggregate(schema, &written, call) {
            let message =
                format!("`{written}` is an aggregate or window function, which `{}` cannot use", self.scope.place);
            let help = "it sees one row: put the calculation into a function of its own".to_owned();
            return self.report(Code::NotAllowedHere, name, message, help);
        }
        let names = self.scope.names;
        match names.function(schema, &written) {
            Some(function) => {
                self.functions.push(function.clone());
                self.arguments_of(function, name, call);
                self.stays(function, name);
                if schema.is_none() {
                    self.qualify(name, &function.schema);
                }
            }
            None => {
                self.needs_nothing(schema, &written, name, call);
                self.needs_auth(schema, &written, name);
                self.types_of_choice(&written, call);
                self.missing_function(schema, &written, name, call);
            }
        }
    }

    /// A function that the model does not have. What we compile is run with `pg_catalog` alone in `search_path`: of what is
    /// not there, the schema must be written.
    fn missing_function(&mut self, schema: Option<&str>, name: &str, node: &SyntaxNode, call: &SyntaxNode) {
        if schema.is_some() {
            return;
        }
        let names = self.scope.names;
        match (names.bringer_of_function(name), names.function_elsewhere(name)) {
            (Bringer::System, _) => {
                self.needs_version(name, node);
                self.built_in_stays(name, node, call);
            }
            (_, Some(function)) => {
                let message = format!("the function `{name}` is not in schema `{}`", names.default_schema);
                self.report(Code::UnknownFunction, node, message, format!("write `{}`", function.sql()));
            }
            (Bringer::Extension(schema), _) => self.qualify(node, schema),
            _ if names.types.contains_key(&names.qualified(None, name)) => self.qualify(node, &names.default_schema),
            _ => {
                let message = format!("there is no function `{name}`");
                self.report(Code::UnknownFunction, node, message, names.help_for_function(name));
            }
        }
    }
}
