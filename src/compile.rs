//! From sources to a catalog: the stages in order, stopping before lowering when there are errors.

use crate::catalog::{Catalog, Isolation};
use crate::diagnostics::{Diagnostic, Severity};
use crate::model::Model;
use crate::ownership::Ownership;
use crate::source::Sources;

/// A model that compiled.
#[derive(Debug, Clone)]
pub struct Compiled {
    /// The resolved model.
    pub model: Model,
    /// Its ownership paths.
    pub ownership: Ownership,
    /// What PostgreSQL is to hold.
    pub catalog: Catalog,
}

/// Compiles sources (as `source::load` gives them). Findings come in order of place; a model comes only
/// when none of them is an error.
pub fn compile(sources: &Sources) -> (Option<Compiled>, Vec<Diagnostic>) {
    let (understood, findings) = understand(sources);
    let compiled = understood.map(|(model, ownership, isolation)| {
        let mut catalog = crate::lower::catalog(&model, &ownership);
        catalog.hints.isolation = isolation;
        Compiled { model, ownership, catalog }
    });
    (compiled, findings)
}

/// The same, for who needs only the catalog: of a large model, a third of the memory.
pub fn catalog(sources: &Sources) -> (Option<Catalog>, Vec<Diagnostic>) {
    let (understood, findings) = understand(sources);
    let catalog = understood.map(|(model, ownership, isolation)| {
        let mut catalog = crate::lower::into_catalog(model, &ownership);
        catalog.hints.isolation = isolation;
        catalog
    });
    (catalog, findings)
}

/// Everything up to lowering.
fn understand(sources: &Sources) -> (Option<(Model, Ownership, Isolation)>, Vec<Diagnostic>) {
    let (spec, mut findings) = crate::spec::parse(sources);
    if has_errors(&findings) {
        return (None, sorted(findings));
    }
    let (model, more) = crate::model::resolve(&spec);
    // Of a large model the specification is a third of all memory.
    drop(spec);
    findings.extend(more);
    let (ownership, more) = crate::ownership::trace(&model);
    findings.extend(more);
    if has_errors(&findings) {
        return (None, sorted(findings));
    }
    // Side by side: neither knows of the other.
    let isolation = std::thread::scope(|scope| {
        let isolation = scope.spawn(|| crate::expect::isolation(&model));
        findings.extend(crate::lints::check(&model, &ownership));
        findings.extend(crate::expect::check(&model));
        isolation.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    });
    (Some((model, ownership, isolation)), sorted(findings))
}

fn has_errors(findings: &[Diagnostic]) -> bool {
    findings.iter().any(|finding| finding.severity == Severity::Error)
}

fn sorted(mut findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    findings.sort_by(|a, b| (a.primary.span, a.code, &a.message).cmp(&(b.primary.span, b.code, &b.message)));
    findings.dedup();
    findings
}
