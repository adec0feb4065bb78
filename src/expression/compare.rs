//! Comparisons and calculations for which PostgreSQL has no operator, and literals that a type does not read.

use super::Kind;
use super::fragment::node_bytes;
use super::instead::{cast, help_for_kinds, help_for_number, number, shown, taken_out};
use super::literal::{instead, misfits};
use super::side::{Gives, arguments, cast_type, is_custom};
use super::walk::{Walk, is_query};
use crate::diagnostics::Code;
use squawk_syntax::{SyntaxKind, SyntaxNode};

/// Signs and words between two values that are compared.
const COMPARING: &[&str] = &["=", "<>", "!=", "<", "<=", ">", ">=", "is distinct from", "is not distinct from"];

/// One side of an operation.
struct Side {
    node: SyntaxNode,
    gives: Gives,
}

impl Walk<'_, '_> {
    /// What is wrong with the types of an operation.
    pub(super) fn types_of_operation(&mut self, node: &SyntaxNode) {
        if self.scope.names.own_operators {
            return;
        }
        let Some((left, sign, right)) = self.operation(node) else { return };
        match sign.as_str() {
            sign if COMPARING.contains(&sign) => {
                let (left, right) = (self.a_side(&left), self.a_side(&right));
                self.comparison(&left, sign, &right);
            }
            "in" | "not in" => self.membership(&left, &right),
            "and" | "or" => [left, right].iter().for_each(|side| self.condition(side)),
            "like" | "not like" | "ilike" | "not ilike" => self.pattern(&left, &sign),
            "+" | "-" | "*" | "/" => self.calculation(&left, &sign, &right),
            "->" | "->>" | "#>" | "#>>" if !self.is_inside_chain(node) => self.json_access(&left, &sign),
            _ => {}
        }
    }

    /// `x between 'a' and 'b'`. Where something binds tighter than the parser knows, nothing is said.
    pub(super) fn types_of_between(&mut self, node: &SyntaxNode) {
        let parent = node.parent().filter(|parent| parent.kind() == SyntaxKind::BIN_EXPR);
        let inside = parent.map(|parent| self.sign(&parent).to_ascii_lowercase());
        let is_side = |child: &SyntaxNode| !matches!(child.kind(), SyntaxKind::SYMMETRIC | SyntaxKind::ASYMMETRIC);
        let sides: Vec<SyntaxNode> = node.children().filter(is_side).collect();
        let [target, from, to] = sides.as_slice() else { return };
        if self.scope.names.own_operators || inside.is_some_and(|sign| !matches!(sign.as_str(), "and" | "or")) {
            return;
        }
        for (sign, bound) in [(">=", from), ("<=", to)] {
            let (target, bound) = (self.a_side(target), self.a_side(bound));
            self.comparison(&target, sign, &bound);
        }
    }

    /// What a type is certainly not made of.
    pub(super) fn types_of_cast(&mut self, node: &SyntaxNode) {
        let Some(data_type) = cast_type(node) else { return };
        let Some(inner) = node.children().find(|child| *child != data_type) else { return };
        let kind = self.kind_of(node);
        match self.gives(&inner) {
            Gives::Literal(text) => self.literal(&kind, &inner, &text, None),
            Gives::Of(own) if !self.scope.names.own_operators && !own.casts_to(&kind) => {
                let message =
                    format!("{} is {}, of which PostgreSQL makes no {}", shown(&inner), own.word(), kind.word());
                let help = format!("leave the cast out, or name a value that {} is made of", kind.word());
                self.report(Code::UnlikeTypes, node, message, help);
            }
            Gives::Of(_) => {}
        }
    }

    /// `coalesce(count, 'none')`: all have one type.
    pub(super) fn types_of_choice(&mut self, name: &str, call: &SyntaxNode) {
        if self.scope.names.own_operators || !matches!(name, "coalesce" | "greatest" | "least" | "nullif") {
            return;
        }
        let given: Vec<Side> = arguments(call).iter().map(|argument| self.a_side(argument)).collect();
        let is_of = |side: &&Side| matches!(side.gives, Gives::Of(_));
        let Some(first) = given.iter().find(is_of) else { return };
        let Gives::Of(kind) = &first.gives else { return };
        let alike = given.iter().filter(is_of).all(|side| side.gives == first.gives);
        for side in &given {
            match &side.gives {
                Gives::Literal(text) if alike => self.literal(kind, &side.node, text, Some(&first.node)),
                Gives::Of(other) if kind != other && !kind.compares_with(other) => {
                    let message = format!(
                        "{} is {} and {} is {}, and `{name}` gives one type",
                        shown(&first.node),
                        kind.word(),
                        shown(&side.node),
                        other.word()
                    );
                    let help = help_for_kinds((&first.node, kind), (&side.node, other));
                    return self.report(Code::UnlikeTypes, &side.node, message, help);
                }
                _ => {}
            }
        }
    }

    /// What stands where a condition belongs.
    pub(super) fn condition(&mut self, node: &SyntaxNode) {
        let kind = self.kind_of(node);
        if self.scope.names.own_operators || matches!(kind, Kind::Boolean | Kind::Other) {
            return;
        }
        let message = format!("{} is {}, and no condition", shown(node), kind.word());
        let help = "compare it with something, or ask `is not null`".to_owned();
        self.report(Code::InvalidSql, node, message, help);
    }

    /// `not title`
    pub(super) fn negated(&mut self, node: &SyntaxNode) {
        let negates = node.children_with_tokens().any(|element| element.kind() == SyntaxKind::NOT_KW);
        if let Some(inner) = node.children().last().filter(|_| negates) {
            self.condition(&inner);
        }
    }

    fn a_side(&self, node: &SyntaxNode) -> Side {
        Side { node: node.clone(), gives: self.gives(node) }
    }

    fn comparison(&mut self, left: &Side, sign: &str, right: &Side) {
        // `a < b < c` is no SQL of PostgreSQL's, and not for us to take apart
        if [left, right]
            .iter()
            .any(|side| self.operation(&side.node).is_some_and(|(_, sign, _)| COMPARING.contains(&sign.as_str())))
        {
            return;
        }
        match (&left.gives, &right.gives) {
            (Gives::Of(kind), Gives::Literal(text)) => self.compared_literal(kind, right, text, left),
            (Gives::Literal(text), Gives::Of(kind)) => self.compared_literal(kind, left, text, right),
            (Gives::Of(one), Gives::Of(other)) if !one.compares_with(other) => self.unlike(left, sign, right),
            _ => {}
        }
    }

    fn compared_literal(&mut self, kind: &Kind, literal: &Side, text: &str, other: &Side) {
        if *kind == Kind::Json {
            let message = format!("{} is json, which PostgreSQL does not compare with anything", shown(&other.node));
            let help = format!("make it jsonb: `{}`", cast(&other.node, "jsonb"));
            return self.report(Code::UnlikeTypes, &other.node, message, help);
        }
        self.literal(kind, &literal.node, text, Some(&other.node));
    }

    /// A literal that stands for a value of a kind.
    pub(super) fn literal(&mut self, kind: &Kind, node: &SyntaxNode, text: &str, other: Option<&SyntaxNode>) {
        let names = self.scope.names;
        if !misfits(kind, text, names) {
            return;
        }
        let help = match (kind, other) {
            (Kind::Array, Some(other)) => {
                format!("write `'{text}' = any ({})`, or a list: `'{{{text}}}'`", other.text())
            }
            (Kind::Jsonb, Some(other)) if taken_out(other).is_some() => {
                format!("write `{} …`: what `->` gives is JSON", taken_out(other).unwrap_or_default())
            }
            _ => instead(kind, text, names),
        };
        if let (Kind::Enum(_), Some(other)) = (kind, other) {
            let (start, end) = self.fragment.bytes(node_bytes(node));
            let place = self.fragment.place(self.span, (start + 1, end - 1));
            let message = format!("{} is never `{text}`", shown(other));
            let finding = crate::diagnostics::Diagnostic::new(Code::InvalidWord, place, message);
            return self.findings.push(finding.help(help));
        }
        let message = match (kind, other) {
            (_, Some(other)) => format!("{} is {}, and `'{text}'` is no value of that type", shown(other), kind.word()),
            (Kind::Array, None) => format!("`'{text}'` is no array"),
            (_, None) => format!("`'{text}'` is not a value of type {}", kind.word()),
        };
        self.report(Code::UnlikeTypes, node, message, help);
    }

    fn unlike(&mut self, left: &Side, sign: &str, right: &Side) {
        let (Gives::Of(of_left), Gives::Of(of_right)) = (&left.gives, &right.gives) else { return };
        let message = format!(
            "{} is {} and {} is {}, which PostgreSQL does not compare",
            shown(&left.node),
            of_left.word(),
            shown(&right.node),
            of_right.word()
        );
        let help = match number(&right.node) {
            Some(digits) => help_for_number((&left.node, of_left), sign, digits),
            None => help_for_kinds((&left.node, of_left), (&right.node, of_right)),
        };
        let (start, _) = self.fragment.bytes(node_bytes(&left.node));
        let (_, end) = self.fragment.bytes(node_bytes(&right.node));
        let place = self.fragment.place(self.span, (start, end));
        self.findings.push(crate::diagnostics::Diagnostic::new(Code::UnlikeTypes, place, message).help(help));
    }

    /// `x in (1, 2)`. A literal takes the type that all in the list can have.
    fn membership(&mut self, left: &SyntaxNode, list: &SyntaxNode) {
        let items: Vec<SyntaxNode> = list.children().collect();
        let is_list = matches!(list.kind(), SyntaxKind::TUPLE_EXPR | SyntaxKind::PAREN_EXPR);
        if !is_list || items.iter().any(|item| is_query(item.kind())) {
            return;
        }
        let left = self.a_side(left);
        let items: Vec<Side> = items.iter().map(|item| self.a_side(item)).collect();
        let literals = items.iter().all(|item| matches!(item.gives, Gives::Literal(_)));
        for item in &items {
            if literals || matches!(item.gives, Gives::Of(_)) {
                self.comparison(&left, "=", item);
            }
        }
    }

    /// `like` is for texts.
    fn pattern(&mut self, left: &SyntaxNode, sign: &str) {
        let kind = self.kind_of(left);
        if !matches!(kind, Kind::Text | Kind::Bytea | Kind::Other) {
            let message = format!("{} is {}, and `{sign}` is for texts", shown(left), kind.word());
            self.report(Code::UnlikeTypes, left, message, format!("write `{} {sign} …`", cast(left, "text")));
        }
    }

    /// `first + ' ' + last`, and numbers that are texts.
    fn calculation(&mut self, left: &SyntaxNode, sign: &str, right: &SyntaxNode) {
        let sides = [self.gives(left), self.gives(right)];
        let text = |gives: &Gives| *gives == Gives::Of(Kind::Text);
        let literal = |gives: &Gives| matches!(gives, Gives::Literal(_));
        let [left_gives, right_gives] = &sides;
        let texts = sides.iter().any(text) && sides.iter().all(|side| text(side) || literal(side));
        if texts && sign == "+" {
            let message = "`+` adds numbers, and this is text".to_owned();
            return self.report(
                Code::UnlikeTypes,
                left,
                message,
                format!("join texts with `||`: `{} || {}`", left.text(), right.text()),
            );
        }
        for (side, gives, other) in [(left, left_gives, right_gives), (right, right_gives, left_gives)] {
            if text(gives) && matches!(other, Gives::Of(kind) if kind.rank().is_some()) {
                let message = format!("{} is text, and `{sign}` is for numbers", shown(side));
                return self.report(Code::UnlikeTypes, side, message, format!("write `{}`", cast(side, "numeric")));
            }
        }
    }

    fn json_access(&mut self, left: &SyntaxNode, sign: &str) {
        let kind = self.kind_of(left);
        if !matches!(kind, Kind::Json | Kind::Jsonb | Kind::Other) {
            let message = format!("{} is {}, and `{sign}` looks into JSON", shown(left), kind.word());
            let help = match kind {
                Kind::Text => format!("write `{} {sign} …`", cast(left, "jsonb")),
                _ => "name a json or jsonb column".to_owned(),
            };
            self.report(Code::UnlikeTypes, left, message, help);
        }
    }

    /// What the parser takes for the left side belongs to the operator before it.
    fn is_inside_chain(&self, node: &SyntaxNode) -> bool {
        let parent = node.parent().filter(|parent| parent.kind() == SyntaxKind::BIN_EXPR);
        parent
            .and_then(|parent| self.operation(&parent))
            .is_some_and(|(_, sign, right)| is_custom(&sign) && right == *node)
    }
}
