//! What calls of the model's own functions are given.

use super::side::{Gives, arguments};
use super::walk::Walk;
use super::{Kind, Names};
use crate::catalog::QualifiedName;
use crate::diagnostics::Code;
use squawk_syntax::{SyntaxKind, SyntaxNode};

/// What one overload of a function takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// Its name and arguments, as a message has them.
    pub shown: String,
    /// Arguments without a default.
    pub least: usize,
    /// All arguments; `None` where the last may be given any number of times.
    pub most: Option<usize>,
    /// What kind each is.
    pub kinds: Vec<Kind>,
}

impl Signature {
    fn takes(&self, given: usize) -> bool {
        given >= self.least && self.most.is_none_or(|most| given <= most)
    }
}

impl Walk<'_, '_> {
    /// A call of a function of the model that no overload of it takes.
    pub(super) fn arguments_of(&mut self, function: &QualifiedName, name: &SyntaxNode, call: &SyntaxNode) {
        let Some(overloads) = self.scope.names.signatures.get(function) else { return };
        let given = arguments(call);
        let fitting: Vec<&Signature> = overloads.iter().filter(|overload| overload.takes(given.len())).collect();
        match fitting.as_slice() {
            [] => {
                let (message, help) = misgiven(function, overloads, given.len());
                self.report(Code::UnknownFunction, name, message, help);
            }
            [only] if !self.scope.names.own_operators => self.kinds_of_arguments(only, function, &given),
            _ => {}
        }
    }

    fn kinds_of_arguments(&mut self, signature: &Signature, function: &QualifiedName, given: &[SyntaxNode]) {
        let by_name = given.iter().any(|argument| argument.kind() == SyntaxKind::NAMED_ARG);
        if by_name || signature.most.is_none() {
            return;
        }
        for (argument, kind) in given.iter().zip(&signature.kinds) {
            match self.gives(argument) {
                Gives::Literal(text) => self.literal(kind, argument, &text, None),
                Gives::Of(own) if !own.passes_as(kind) => {
                    let (own, wanted) = (own.word(), kind.word());
                    let message = format!("`{}` takes {wanted} here, and this is {own}", function.name);
                    let help = format!("it is `{}`: give it a value of type {wanted}", signature.shown);
                    self.report(Code::UnlikeTypes, argument, message, help);
                }
                Gives::Of(_) => {}
            }
        }
    }
}

impl Names {
    /// What is wrong with a call of a function of the model, and what it takes.
    pub fn misgiven(&self, function: &QualifiedName, given: usize) -> Option<(String, String)> {
        let overloads = self.signatures.get(function)?;
        let fits = overloads.iter().any(|overload| overload.takes(given));
        (!fits).then(|| misgiven(function, overloads, given))
    }
}

fn misgiven(function: &QualifiedName, overloads: &[Signature], given: usize) -> (String, String) {
    let shown: Vec<String> = overloads.iter().map(|overload| format!("`{}`", overload.shown)).collect();
    (format!("`{}` is given {}", function.name, counted(given)), format!("it is {}", shown.join(" or ")))
}

fn counted(number: usize) -> String {
    match number {
        0 => "no argument".to_owned(),
        1 => "one argument".to_owned(),
        number => format!("{number} arguments"),
    }
}
