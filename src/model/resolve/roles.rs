//! `roles:` — the database roles of callers and of the service.

use crate::diagnostics::{Code, Diagnostic};
use crate::source::Span;
use crate::spec::{RolesSpec, Text};

/// Two kinds of callers that the database could not tell apart, and roles that nobody can have.
pub(super) fn check(roles: &RolesSpec, findings: &mut Vec<Diagnostic>) {
    let named = [
        ("signed_in", &roles.signed_in, "authenticated"),
        ("anonymous", &roles.anonymous, "anon"),
        ("service", &roles.service, "service_role"),
    ];
    let role = |(word, given, default): (&'static str, &Option<Text>, &'static str)| {
        let name = given.as_ref().map_or(default, |text| text.as_str()).to_owned();
        (word, name, given.as_ref().map(|text| text.span))
    };
    let named = named.map(role);
    for (index, (word, name, place)) in named.iter().enumerate() {
        findings.extend(place.filter(|_| is_reserved(name)).map(|place| reserved(name, place)));
        for (other, same, before) in named.iter().take(index).filter(|(_, other, _)| other == name) {
            let Some(span) = place.or(*before) else { continue };
            let message = format!("`{word}` and `{other}` are one database role, `{same}`");
            let mut finding = Diagnostic::new(Code::Contradiction, span, message);
            if let Some(before) = before.filter(|before| *before != span) {
                finding = finding.related(before, "the other one");
            }
            findings.push(finding.help("give each a role of its own: what one may do the other could do as well"));
        }
    }
}

/// Names that PostgreSQL keeps for itself.
fn is_reserved(name: &str) -> bool {
    matches!(name, "public" | "none") || name.starts_with("pg_")
}

fn reserved(name: &str, place: Span) -> Diagnostic {
    let finding = Diagnostic::new(Code::InvalidName, place, format!("no role can be called `{name}`"));
    finding.help("PostgreSQL keeps `public`, `none` and names that begin with `pg_` for itself: choose another name")
}
