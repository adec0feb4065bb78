//! Small models, resolved.

use crate::diagnostics::Diagnostic;
use crate::model::{Model, Subject, resolve};
use crate::source::Sources;

fn model(yaml: &str) -> (Model, Vec<Diagnostic>) {
    let mut sources = Sources::default();
    sources.add("schema.yaml", format!("schemagen: 1\n{yaml}"));
    let (spec, findings) = crate::spec::parse(&sources);
    assert_eq!(findings, Vec::new(), "the model is read");
    resolve(&spec)
}

/// A model without a finding.
fn good(yaml: &str) -> Model {
    let (model, findings) = model(yaml);
    assert_eq!(findings, Vec::new());
    model
}

/// The findings of a model, each with the text that it marks.
fn bad(yaml: &str) -> Vec<String> {
    let text = format!("schemagen: 1\n{yaml}");
    let shown = |finding: &Diagnostic| {
        let span = finding.primary.span;
        let marked = text.get(span.start as usize..span.end as usize).unwrap_or("");
        format!("{} [{marked}] {}; {}", finding.code, finding.message, finding.help)
    };
    model(yaml).1.iter().map(shown).collect()
}

#[test]
fn a_small_model_is_whole() {
    let model = good(
        "tables:
  projects:
    owner: user_id
    columns:
      id: {type: uuid, primary_key: true, default: gen_random_uuid()}
      user_id: {references: auth.users, on_delete: cascade}
      title: {type: text, default: in progress}
    use: [timestamps, soft_delete]
    allow:
      - {can: read, to: signed_in, when: title <> 'x' and deleted_at is null}
      - {can: [read, write], to: user_id}
  notes:
    owner: {column: project_id, can: [read, {update: [body]}]}
    columns:
      id: {type: bigint, identity: always, primary_key: true}
      project_id: {references: projects?}
      body: text?
",
    );
    let names: Vec<String> = model.tables.iter().map(|table| table.name.to_string()).collect();
    assert_eq!(names, ["auth.users", "public.notes", "public.projects"]);
    insta::assert_debug_snapshot!(model.base.tables[&model.tables[2].name]);
    assert_eq!(
        model.tables[2].allow[0].when.as_ref().unwrap().qualified("p"),
        "p.title <> 'x' and p.deleted_at is null"
    );
    assert!(matches!(model.tables[2].allow[1].to[0], Subject::Column(..)));
}

#[test]
fn unknown_names_are_said_at_their_place() {
    let found = bad("tables:
  notes:
    owner: user_id
    columns:
      id: {type: uuid, primary_key: true}
      user_id: {references: auth.user}
      status: {type: txt, check: statuss <> 'x' and length(status) > 3}
    allow:
      - {can: read, to: everybody, when: \"status = 'x' and publishd\"}
");
    insta::assert_debug_snapshot!(found);
}
