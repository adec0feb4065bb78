//! From sources to a catalog: the stages in order, stopping before lowering when there are errors.

use crate::catalog::Catalog;
use crate::concurrent::side_by_side;
use crate::diagnostics::{Diagnostic, Severity};
use crate::expect::Rows;
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
/// when none of them is an error, but for those of lints.
pub fn compile(sources: &Sources) -> (Option<Compiled>, Vec<Diagnostic>) {
    let (understood, findings) = understand(sources);
    let compiled = understood.map(|Understood { model, ownership, rows }| {
        let base = model.base.clone();
        let catalog = lowered(&model, &ownership, base, rows);
        Compiled { model, ownership, catalog }
    });
    (compiled, findings)
}

/// The same, for who needs only the catalog: of a large model, a third of the memory.
pub fn catalog(sources: &Sources) -> (Option<Catalog>, Vec<Diagnostic>) {
    let (understood, findings) = understand(sources);
    let catalog = understood.map(|Understood { mut model, ownership, rows }| {
        let base = crate::lower::taken_base(&mut model);
        lowered(&model, &ownership, base, rows)
    });
    (catalog, findings)
}

/// Everything before lowering.
struct Understood {
    model: Model,
    ownership: Ownership,
    rows: Rows,
}

fn understand(sources: &Sources) -> (Option<Understood>, Vec<Diagnostic>) {
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
    let (rows, (lints, contradictions)) = side_by_side(
        || crate::expect::rows(&model),
        || (crate::lints::check(&model, &ownership), crate::expect::check(&model)),
    );
    findings.extend(lints);
    // A lint is our opinion; an expectation is the author's own word, and a model that breaks it is not what he meant.
    let kept = !has_errors(&contradictions);
    findings.extend(contradictions);
    (kept.then_some(Understood { model, ownership, rows }), sorted(findings))
}

/// The catalog, with what `sql/tests` is to try: neither knows of the other.
fn lowered(model: &Model, ownership: &Ownership, base: Catalog, rows: Rows) -> Catalog {
    let (verdicts, mut catalog) =
        side_by_side(|| crate::expect::verdicts(model, &rows), || crate::lower::secured(model, ownership, base));
    catalog.hints.isolation = crate::expect::isolation(model, rows, verdicts);
    catalog
}

fn has_errors(findings: &[Diagnostic]) -> bool {
    findings.iter().any(|finding| finding.severity == Severity::Error)
}

fn sorted(mut findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    findings.sort_by(|a, b| (a.primary.span, a.code, &a.message).cmp(&(b.primary.span, b.code, &b.message)));
    findings.dedup();
    findings
}
