//! Slips that are no matter of names: what other languages write, and what the model's server does not have yet.

use super::fragment::{NO_PARAMETER, node_bytes};
use super::walk::Walk;
use crate::diagnostics::Code;
use squawk_syntax::{SyntaxKind, SyntaxNode};

/// Functions that older servers lack, by the version that brought them.
const SINCE: &[(u32, &[&str])] = &[
    (16, &["any_value", "array_sample", "array_shuffle", "date_add", "date_subtract", "erf", "erfc", "random_normal"]),
    (17, &["json_exists", "json_query", "json_value", "to_bin", "to_oct", "uuid_extract_timestamp"]),
    (18, &["array_reverse", "array_sort", "casefold", "crc32", "crc32c", "gamma", "lgamma", "uuidv4", "uuidv7"]),
];

/// Functions of Supabase that are given nothing.
const OF_CALLER: &[&str] = &["email", "jwt", "role", "uid"];

/// Places that need a condition.
const CONDITIONS: &[&str] = &["when", "becomes", "check", "using", "where"];

/// Operators that give a text or JSON.
const NO_CONDITION: &[&str] = &["->>", "->", "#>>", "#>", "||"];

impl Walk<'_, '_> {
    /// `==` and `&&`, as other languages write them; `$1`.
    pub(super) fn slip(&mut self, node: &SyntaxNode) {
        let (Some(left), Some(right)) = (node.children().next(), node.children().last()) else { return };
        let first = |side: &SyntaxNode| side.first_token().map_or_else(String::new, |token| token.text().to_owned());
        let number = |side: &SyntaxNode| first(side).starts_with(|c: char| c.is_ascii_digit());
        let parameter = |side: &&SyntaxNode| {
            let text = if side.kind() == SyntaxKind::LITERAL { first(side) } else { String::new() };
            text.strip_prefix('$').is_some_and(|rest| !rest.is_empty() && rest.chars().all(|c| c.is_ascii_digit()))
        };
        if let Some(side) = [&left, &right].into_iter().find(parameter) {
            let message = format!("`{}` has a parameter, and nobody gives it a value", self.scope.place);
            self.report(Code::InvalidSql, side, message, NO_PARAMETER.to_owned());
        }
        match self.sign(node).as_str() {
            "==" => self.report(Code::InvalidSql, node, "`==` is no operator".to_owned(), "write `=`".to_owned()),
            "&&" if number(&left) || number(&right) => {
                let message = "`&&` asks whether arrays or ranges overlap".to_owned();
                self.report(Code::InvalidSql, node, message, "join conditions with `and`".to_owned());
            }
            _ => {}
        }
    }

    /// What stands between the two sides of an operation.
    pub(super) fn sign(&self, node: &SyntaxNode) -> String {
        let (Some(left), Some(right)) = (node.children().next(), node.children().last()) else { return String::new() };
        let (start, end) = (self.fragment.bytes(node_bytes(&left)).1, self.fragment.bytes(node_bytes(&right)).0);
        self.fragment.sql.get(start..end).unwrap_or_default().trim().to_owned()
    }

    /// A text where a condition belongs. Where anything is compared, the server is left to judge.
    pub(super) fn needs_condition(&mut self) {
        let place = self.scope.place;
        let Some(root) = self.fragment.node.children().next() else { return };
        if !CONDITIONS.contains(&place) && !place.starts_with("groups.") {
            return;
        }
        if root.kind() != SyntaxKind::BIN_EXPR {
            // of a column of the row, that is said where its type is known as it is written
            let said = root.kind() == SyntaxKind::NAME_REF && !self.scope.subqueries;
            return if !said {
                self.condition(&root)
            };
        }
        if self.operation(&root).is_none() {
            return;
        }
        let rest = self.fragment.sql.replace("->>", "").replace("->", "").replace("#>>", "").replace("#>", "");
        let compares = rest.contains(['=', '<', '>', '~', '@', '?', '&'])
            || rest.split(|c: char| !c.is_alphanumeric()).any(|word| {
                let word = word.to_ascii_lowercase();
                matches!(
                    word.as_str(),
                    "is" | "isnull"
                        | "notnull"
                        | "in"
                        | "like"
                        | "ilike"
                        | "and"
                        | "or"
                        | "not"
                        | "between"
                        | "similar"
                        | "boolean"
                        | "bool"
                )
            });
        if !compares && NO_CONDITION.contains(&self.sign(&root).as_str()) {
            let message = format!("`{place}` is a text or JSON, and no condition");
            return self.report(Code::InvalidSql, &root, message, "compare it: `… = 'value'`".to_owned());
        }
        self.condition(&root);
    }

    /// A function that the model's server does not have yet.
    pub(super) fn needs_version(&mut self, name: &str, node: &SyntaxNode) {
        let model = self.scope.names.postgres;
        let since = SINCE.iter().find(|(_, names)| names.contains(&name)).map(|(version, _)| *version);
        if let Some(version) = since.filter(|version| model > 0 && model < *version) {
            let message = format!("`{name}` came with PostgreSQL {version}, and the model is for {model}");
            let help = format!("write `postgres: {version}` where no older server is meant");
            self.report(Code::UnsupportedVersion, node, message, help);
        }
    }

    /// `auth.uid()`, where there is nothing of Supabase's.
    pub(super) fn needs_auth(&mut self, schema: Option<&str>, name: &str, node: &SyntaxNode) {
        if schema == Some("auth") && self.scope.names.without_auth {
            let message =
                format!("there is no function `auth.{name}`: under `target: postgres` there is no schema `auth`");
            let help = match name {
                "uid" => {
                    "name the caller as `owner` and `to` do, ask `current_setting('app.user_id', true)`, or write `target: supabase`"
                }
                _ => "ask what the session says: `current_setting('app.name', true)`, or write `target: supabase`",
            };
            self.report(Code::UnknownFunction, node, message, help.to_owned());
        }
    }

    /// `auth.uid(1)`
    pub(super) fn needs_nothing(&mut self, schema: Option<&str>, name: &str, node: &SyntaxNode, call: &SyntaxNode) {
        let given = call.children().nth(1).is_some_and(|arguments| arguments.children().next().is_some());
        if schema == Some("auth") && OF_CALLER.contains(&name) && given {
            let message = format!("`auth.{name}` is given nothing");
            self.report(Code::UnknownFunction, node, message, format!("write `auth.{name}()`"));
        }
    }
}
