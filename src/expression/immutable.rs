//! What a generated column, an index or a key of partitions cannot be made of: what may be another value another time. Only what
//! PostgreSQL certainly refuses.

use super::Kind;
use super::side::{Gives, arguments, cast_type};
use super::walk::Walk;
use crate::catalog::QualifiedName;
use crate::diagnostics::Code;
use squawk_syntax::{SyntaxKind, SyntaxNode};

/// Places whose values are stored.
const STORED: &[&str] = &["exclude", "generated", "index", "partition_by", "unique", "where"];

/// Functions that look a configuration up where they are not given one.
const WITHOUT_CONFIGURATION: &[&str] =
    &["phraseto_tsquery", "plainto_tsquery", "to_tsquery", "to_tsvector", "ts_headline", "websearch_to_tsquery"];

impl Walk<'_, '_> {
    /// The value of the place is stored.
    fn is_stored(&self) -> bool {
        STORED.contains(&self.scope.place) && self.sources.is_empty()
    }

    fn changes(&mut self, node: &SyntaxNode, message: String, help: String) {
        let place = match self.scope.place {
            "generated" => "a generated column",
            "partition_by" => "a key of partitions",
            _ => "an index",
        };
        self.report(Code::NotAllowedHere, node, format!("{message}, and {place} keeps what it was"), help);
    }

    /// One of the model's own functions.
    pub(super) fn stays(&mut self, function: &QualifiedName, node: &SyntaxNode) {
        if self.is_stored() && self.scope.names.changing.contains(function) {
            let message = format!("`{}` is not declared immutable", function.name);
            let help = format!(
                "write `volatility: immutable` at `{}`, if it gives the same for the same arguments for ever",
                function.name
            );
            self.changes(node, message, help);
        }
    }

    /// One of PostgreSQL's own.
    pub(super) fn built_in_stays(&mut self, name: &str, node: &SyntaxNode, call: &SyntaxNode) {
        if !self.is_stored() {
            return;
        }
        let given = arguments(call);
        let kinds: Vec<Kind> = given.iter().map(|argument| self.kind_of(argument)).collect();
        if super::built_in_functions::never_immutable(name) {
            let texts = given.iter().all(|argument| match self.gives(argument) {
                Gives::Literal(_) => true,
                Gives::Of(kind) => kind == Kind::Text,
            });
            let help = help_for_function(name, if texts { &given } else { &[] });
            self.changes(node, format!("`{name}` may give another value another time"), help);
        } else if let ([document], true) = (given.as_slice(), WITHOUT_CONFIGURATION.contains(&name)) {
            let message = format!("`{name}` without a configuration takes the session's");
            self.changes(node, message, format!("write `{name}('english', {})`", document.text()));
        } else if let ("date_trunc" | "date_part", [_, Kind::TimestampTz], Some(moment)) =
            (name, kinds.as_slice(), given.last())
        {
            self.time_zone(node, moment);
        }
    }

    /// `extract(year from created_at)`
    pub(super) fn extracted_stays(&mut self, node: &SyntaxNode) {
        if !self.is_stored() {
            return;
        }
        let moment =
            node.descendants().find(|child| matches!(child.kind(), SyntaxKind::NAME_REF | SyntaxKind::FIELD_EXPR));
        let whole = moment.filter(|moment| {
            node.text().to_string().trim_end_matches(')').trim_end().ends_with(moment.text().to_string().trim())
        });
        if let Some(moment) = whole.filter(|moment| self.kind_of(moment) == Kind::TimestampTz) {
            self.time_zone(node, &moment);
        }
    }

    /// `current_date` and the like.
    pub(super) fn word_stays(&mut self, node: &SyntaxNode) {
        let state = matches!(
            node.first_token().map(|token| token.kind()),
            Some(SyntaxKind::UNKNOWN_KW | SyntaxKind::DOCUMENT_KW)
        );
        if self.is_stored() && !state {
            let message = format!("`{}` is another value another time", node.text());
            let help = help_for_function("now", &[]);
            self.changes(node, message, help);
        }
    }

    /// `created_at::date`
    pub(super) fn cast_stays(&mut self, node: &SyntaxNode) {
        let (Some(inner), Some(to)) = (node.children().next(), cast_type(node)) else { return };
        if !self.is_stored() || inner == to {
            return;
        }
        let from = self.kind_of(&inner);
        let target = self.kind_of(node);
        match (&from, &target) {
            (Kind::TimestampTz, Kind::Date | Kind::Time | Kind::Timestamp) => self.time_zone(node, &inner),
            (Kind::Date | Kind::Timestamp, Kind::TimestampTz) => {
                let message = "a timestamptz of this depends on the session's time zone".to_owned();
                let help = format!("say which: `{}::timestamp at time zone 'UTC'`", inner.text());
                self.changes(node, message, help);
            }
            (Kind::Date | Kind::Timestamp | Kind::TimestampTz | Kind::Enum(_), Kind::Text) => {
                self.made(node, &from, &target)
            }
            (Kind::Text, kind) if is_read_by_session(kind) => self.made(node, &from, &target),
            _ => {}
        }
    }

    fn made(&mut self, node: &SyntaxNode, from: &Kind, target: &Kind) {
        let (from, target) = (from.word(), target.word());
        let message = format!("how PostgreSQL makes {target} of {from} may change");
        let help = format!(
            "leave the cast out, or put it into a function with `volatility: immutable`: a cast of {from} to {target} is not"
        );
        self.changes(node, message, help);
    }

    /// Operators that depend on the session.
    pub(super) fn operation_stays(&mut self, node: &SyntaxNode) {
        if !self.is_stored() {
            return;
        }
        let Some((left, sign, right)) = self.operation(node) else { return };
        let sides = (self.kind_of(&left), self.kind_of(&right));
        let text = |node: &SyntaxNode| match self.gives(node) {
            Gives::Literal(_) => true,
            Gives::Of(kind) => kind == Kind::Text,
        };
        match (sign.as_str(), &sides) {
            ("||", (_, other)) if text(&left) && self.is_made_text(other) => self.joined(&right, other),
            ("||", (other, _)) if text(&right) && self.is_made_text(other) => self.joined(&left, other),
            ("=" | "<>" | "!=" | "<" | "<=" | ">" | ">=", (Kind::TimestampTz, Kind::Date | Kind::Timestamp)) => {
                self.time_zone(node, &left);
            }
            ("=" | "<>" | "!=" | "<" | "<=" | ">" | ">=", (Kind::Date | Kind::Timestamp, Kind::TimestampTz)) => {
                self.time_zone(node, &right);
            }
            ("+" | "-", (Kind::TimestampTz, Kind::Interval)) => self.time_zone(node, &left),
            _ => {}
        }
    }

    /// Not text, and made text by the operator itself. Of an index, PostgreSQL asks what it comes to; of a generated column, before
    /// version 17, only what the operator is.
    fn is_made_text(&self, kind: &Kind) -> bool {
        match kind {
            Kind::Date | Kind::Timestamp | Kind::TimestampTz | Kind::Enum(_) => true,
            Kind::Text | Kind::Array | Kind::Json | Kind::Jsonb | Kind::Other => false,
            _ => self.scope.place == "generated" && self.scope.names.postgres < 17,
        }
    }

    fn joined(&mut self, side: &SyntaxNode, kind: &Kind) {
        let message = format!("how PostgreSQL makes text of {} for `||` may change", kind.word());
        let text = side.text().to_string();
        let help = match kind {
            Kind::Date | Kind::Timestamp | Kind::TimestampTz | Kind::Enum(_) => {
                format!("make a text of `{}` in a function with `volatility: immutable`", text.trim())
            }
            _ => format!("write `{}::text`", text.trim()),
        };
        self.changes(side, message, help);
    }

    fn time_zone(&mut self, node: &SyntaxNode, moment: &SyntaxNode) {
        let message = format!("this depends on the session's time zone, as `{}` is timestamptz", moment.text());
        self.changes(node, message, format!("say which: `({} at time zone 'UTC')`", moment.text()));
    }
}

/// What a text means as such a value, the session's settings say, or the enum.
fn is_read_by_session(kind: &Kind) -> bool {
    matches!(
        kind,
        Kind::Date
            | Kind::Time
            | Kind::TimeTz
            | Kind::Timestamp
            | Kind::TimestampTz
            | Kind::Interval
            | Kind::Array
            | Kind::Enum(_)
    )
}

fn help_for_function(name: &str, given: &[SyntaxNode]) -> String {
    let texts: Vec<String> = given.iter().map(|argument| argument.text().to_string().trim().to_owned()).collect();
    match name {
        "concat" if !texts.is_empty() => format!(
            "join texts with `||`: `{}`",
            texts
                .iter()
                .map(|text| match text.starts_with('\'') {
                    true => text.clone(),
                    false => format!("coalesce({text}, '')"),
                })
                .collect::<Vec<_>>()
                .join(" || ")
        ),
        "concat" | "concat_ws" | "format" => "join texts with `||`".to_owned(),
        "now" | "transaction_timestamp" | "statement_timestamp" | "clock_timestamp" => {
            "leave it out, and ask for the moment in the query or a view; a column with `default: now()` keeps one"
                .to_owned()
        }
        _ => "leave it out, or put it into a function with `volatility: immutable`, if it is".to_owned(),
    }
}
