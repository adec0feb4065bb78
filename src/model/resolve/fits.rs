//! Values that a column certainly cannot have: of another type, or without room in it.

use super::scene::Scene;
use crate::diagnostics::{Code, Diagnostic};
use crate::expression::{DataType, Expression, Gives, Kind, instead, misfits, overflows};
use crate::source::Span;

/// What is wrong with a text that stands for a value of a type.
pub(super) fn literal(scene: &Scene<'_>, data_type: &DataType, text: &str, place: Span) -> Option<Diagnostic> {
    let kind = Kind::of(data_type, &scene.names);
    if misfits(&kind, text, &scene.names) {
        let message = format!("`{text}` is not a value of type {}", data_type.sql);
        return Some(found(place, message).help(instead(&kind, text, &scene.names)));
    }
    let base = scene.names.beneath(data_type).last()?;
    overflows(base, text).then(|| {
        found(place, format!("`{text}` has no room in {}", base.sql))
            .help("shorten it, or give the column a wider type")
    })
}

/// What is wrong with the default of an argument, which has no modifiers.
pub(super) fn of_argument(scene: &Scene<'_>, data_type: &DataType, value: &Expression) -> Option<Diagnostic> {
    match &value.gives {
        Gives::Literal(text) if !misfits(&Kind::of(data_type, &scene.names), text, &scene.names) => None,
        Gives::Literal(text) => literal(scene, data_type, text, value.span),
        Gives::Of(kind) => other_kind(scene, data_type, kind, value.span),
    }
}

/// What is wrong with the SQL of a value.
pub(super) fn sql(scene: &Scene<'_>, data_type: &DataType, value: &Expression) -> Option<Diagnostic> {
    match &value.gives {
        Gives::Literal(text) => literal(scene, data_type, text, value.span),
        Gives::Of(kind) => number(scene, data_type, value).or_else(|| other_kind(scene, data_type, kind, value.span)),
    }
}

/// The same, of what is no default.
pub(super) fn in_sql(mut finding: Diagnostic) -> Diagnostic {
    finding.code = Code::UnlikeTypes;
    finding
}

/// A number as it is written is made what the column is: rounded, and refused where it has no room.
fn number(scene: &Scene<'_>, data_type: &DataType, value: &Expression) -> Option<Diagnostic> {
    let text = value.sql.trim();
    let digits = text.strip_prefix('-').unwrap_or(text);
    let plain = digits.starts_with(|letter: char| letter.is_ascii_digit())
        && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let kind = Kind::of(data_type, &scene.names);
    let whole = matches!(kind, Kind::Smallint | Kind::Integer | Kind::Bigint);
    let fraction = whole && digits.contains('.');
    let fits = plain && (whole || kind == Kind::Numeric) && !fraction;
    fits.then(|| literal(scene, data_type, text, value.span))?
}

fn other_kind(scene: &Scene<'_>, data_type: &DataType, kind: &Kind, place: Span) -> Option<Diagnostic> {
    let column = Kind::of(data_type, &scene.names);
    if scene.names.own_operators || kind.fits_into(&column) {
        return None;
    }
    let message = format!("this is {}, and {} is wanted", kind.word(), data_type.sql);
    let help = match kind {
        Kind::Text => format!("write a literal, or cast it: `(…)::{}`", data_type.sql),
        _ => format!("write a value of type {}", data_type.sql),
    };
    Some(found(place, message).help(help))
}

fn found(place: Span, message: String) -> Diagnostic {
    Diagnostic::new(Code::InvalidDefault, place, message)
}
