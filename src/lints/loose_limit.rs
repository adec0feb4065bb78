//! Limits on the columns of a create that nothing can hold: where callers of one database role may name different columns,
//! a trigger tells them apart, and it sees no difference between a value and a default that is another one each time.

use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Can, Column, ColumnId, Model, OwnerCan, OwnerLink, Table, Verb};
use crate::ownership::Ownership;
use crate::source::Span;
use std::collections::BTreeSet;

/// The columns that a rule lets be named on create (`None`: all), and where it stands.
type Limit<'m> = (&'m Option<BTreeSet<ColumnId>>, Span);

pub(super) fn check(model: &Model, _ownership: &Ownership) -> Vec<Diagnostic> {
    super::ours(model).flat_map(of_table).collect()
}

fn of_table(table: &Table) -> Vec<Diagnostic> {
    let limits = limits(table);
    let loose = |id: &ColumnId| {
        let column = table.column(*id);
        column.changing_default && !column.computed && !column.read_only && !table.primary_key.contains(id)
    };
    let columns: Vec<ColumnId> = (0..table.columns.len()).map(ColumnId::new).filter(loose).collect();
    let names = |limit: &Limit<'_>, id: ColumnId| limit.0.as_ref().is_none_or(|named| named.contains(&id));
    let lost = |id: &ColumnId| limits.iter().any(|limit| names(limit, *id));
    let lost = columns.into_iter().filter(lost);
    lost.flat_map(|id| limits.iter().filter(move |limit| !names(limit, id)).map(move |limit| (id, limit.1)))
        .map(|(id, span)| finding(table.column(id), span))
        .collect()
}

fn limits(table: &Table) -> Vec<Limit<'_>> {
    let owners = table.owners.iter().flat_map(|link| of_owner(link).into_iter().map(|limit| (limit, link.span)));
    let rules = table.allow.iter().filter_map(|allow| Some((created(&allow.can)?, allow.span)));
    owners.chain(rules).collect()
}

fn of_owner(link: &OwnerLink) -> Vec<&Option<BTreeSet<ColumnId>>> {
    match &link.can {
        OwnerCan::Inherit => vec![&None],
        OwnerCan::Verbs(can) => created(can).into_iter().collect(),
        OwnerCan::ByRole(roles) => roles.values().filter_map(created).collect(),
    }
}

fn created(can: &Can) -> Option<&Option<BTreeSet<ColumnId>>> {
    can.get(&Verb::Create)
}

fn finding(column: &Column, span: Span) -> Diagnostic {
    let message =
        format!("whoever this names may set `{}` as well: its default cannot be told from a value", column.name);
    Diagnostic::new(Code::LooseLimit, span, message)
        .related(column.span, "another one each time")
        .help("give all that may create a row the same columns, or fill the column by a trigger")
}

#[cfg(test)]
mod tests {
    use crate::lints::tests::said;

    #[test]
    fn finds_defaults_that_cannot_be_told_from_values() {
        let model = |default: &str| {
            said(&format!(
                "tables:
  tickets:
    owner: user_id
    allow: [{{can: [read, {{create: [user_id, agent]}}], to: agent}}]
    columns:
      id: {{type: uuid, primary_key: true, default: gen_random_uuid()}}
      user_id: {{references: auth.users}}
      agent: {{references: auth.users}}
      word: {{type: text, default: {default}}}"
            ))
        };
        let nothing = Vec::<String>::new();
        assert_eq!(model("gen_random_uuid()::text"), ["SG317 {can: [read, {create: [user_id, agent]}], to: agent}"]);
        assert_eq!(model("now()::text"), nothing);
        assert_eq!(model("open"), nothing);
    }
}
