//! Two hops or more up to the owner are slow for whoever owns much, unless the owner is carried.

use crate::diagnostics::{Code, Diagnostic};
use crate::model::Model;
use crate::ownership::{Ownership, Path};

pub(super) fn check(model: &Model, ownership: &Ownership) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for table in super::ours(model) {
        for path in ownership.paths.get(&table.id).into_iter().flatten() {
            let Some(link) = table.owners.get(path.link) else { continue };
            if open_hops(model, path) > 1 {
                let message = format!("`{}` is {} references away from its owner", table.name.name, path.hops.len());
                let finding = Diagnostic::new(Code::LongChain, link.span, message);
                found.push(finding.help("add `carry: true`, so that its policy is one indexed comparison"));
            }
        }
    }
    found
}

/// Hops up to the first table that carries the path's end.
fn open_hops(model: &Model, path: &Path) -> usize {
    let carried = |hop: &&crate::ownership::Hop| {
        let table = model.table(hop.table);
        !table.owners.iter().any(|link| link.column == hop.column && link.carry.is_some())
    };
    path.hops.iter().take_while(carried).count()
}

#[cfg(test)]
mod tests {
    use crate::lints::tests::said;

    #[test]
    fn finds_what_is_two_references_away() {
        let model = |owner: &str| {
            said(&format!(
                "tables:
  a: {{owner: user_id, columns: {{id: {{type: uuid, primary_key: true}}, user_id: {{references: auth.users}}}}}}
  b: {{owner: a_id, columns: {{id: {{type: uuid, primary_key: true}}, a_id: {{references: a}}}}}}
  c: {{owner: {owner}, columns: {{id: {{type: uuid, primary_key: true}}, b_id: {{references: b}}}}}}"
            ))
        };
        assert_eq!(model("b_id"), ["SG303 b_id"]);
        assert_eq!(model("{column: b_id, carry: true}"), Vec::<String>::new());
    }
}
