//! Rules and what they become, on models built by hand.

mod build;

use crate::catalog::{Catalog, Policy};
use crate::lower::catalog;
use crate::model::{Access, OwnerCan, Subject, Verb};
use build::{Builder, TableBuilder, verbs};

fn lowered(builder: Builder) -> Catalog {
    let model = builder.finish();
    let (ownership, findings) = crate::ownership::trace(&model);
    assert_eq!(findings, Vec::new());
    catalog(&model, &ownership)
}

fn policies<'c>(catalog: &'c Catalog, table: &str) -> Vec<&'c Policy> {
    let found = catalog.tables.values().find(|found| found.name.name == table);
    found.unwrap().policies.values().collect()
}

fn shown(catalog: &Catalog, table: &str) -> String {
    let object = catalog.tables.values().find(|found| found.name.name == table).unwrap();
    let mut lines: Vec<String> = policies(catalog, table)
        .into_iter()
        .map(|policy| crate::catalog::ddl::create_policy(policy, &object.name))
        .collect();
    for grant in &object.grants {
        let columns = if grant.columns.is_empty() { String::new() } else { format!(" ({})", grant.columns.join(", ")) };
        lines.push(format!("grant {}{columns} to {}", grant.privilege, grant.role));
    }
    lines.join("\n")
}

fn content() -> Builder {
    let mut b = Builder::default();
    b.table("content_projects").key().uuid("creator_mind_id").uuid("persona_mind_id?").owner("creator_mind_id");
    b.refer("content_projects", "creator_mind_id", "auth.users");
    b.refer("content_projects", "persona_mind_id", "auth.users");
    b.allow("content_projects", verbs(&[Verb::Read]), |table| {
        vec![Subject::Column(table.column_named("persona_mind_id").unwrap(), build::user())]
    });
    b.table("contents").key().uuid("project_id").text("status").owner("project_id");
    b.refer("contents", "project_id", "content_projects");
    b.allow_when("contents", verbs(&[Verb::Read]), vec![Subject::SignedIn], "status", " = 'published'");
    b.table("content_tags").key().uuid("content_id").owner("content_id");
    b.refer("content_tags", "content_id", "contents");
    b
}

#[test]
fn direct_chain_and_allow() {
    let catalog = lowered(content());
    let all = ["content_projects", "contents", "content_tags"].map(|table| shown(&catalog, table)).join("\n\n");
    insta::assert_snapshot!(all);
    assert!(catalog.tables.values().filter(|table| table.name.schema == "public").all(|table| table.row_security));
}

#[test]
fn shared_internal_and_open() {
    let mut b = Builder::default();
    for (name, access) in [("a", Access::Shared), ("b", Access::Internal), ("c", Access::Open)] {
        b.table(name).key().access(access);
    }
    let catalog = lowered(b);
    insta::assert_snapshot!(["a", "b", "c"].map(|table| shown(&catalog, table)).join("\n\n"));
}

#[test]
fn a_parent_that_the_owner_may_not_read_is_reached_by_a_helper() {
    let mut b = content();
    b.of("content_projects").owners[0].can = OwnerCan::Verbs(verbs(&[Verb::Create, Verb::Update]));
    let catalog = lowered(b);
    assert!(shown(&catalog, "contents").contains("any (array(select private.content_projects_id_of_caller_"));
    let helper = catalog.functions.values().find(|function| function.compiled).unwrap();
    assert!(helper.security_definer && helper.settings == crate::catalog::Function::pinned());
    assert_eq!(helper.grants.len(), 1);
    assert_eq!(helper.grants[0].role, "authenticated");
}

/// Two owners that may be nobody, and each limits what may be set: who creates a row for the one is not limited by the other.
#[test]
fn an_owner_that_is_null_limits_no_columns() {
    let mut b = Builder::default();
    b.table("sheets").key().uuid("user_id?").uuid("editor_id?").text("title").text("body");
    b.of("sheets").owner("user_id");
    b.of("sheets").owner("editor_id");
    b.refer("sheets", "user_id", "auth.users");
    b.refer("sheets", "editor_id", "auth.users");
    for (place, column) in ["title", "body"].into_iter().enumerate() {
        let sheets = b.of("sheets");
        let columns = ["id", "user_id", "editor_id", column].map(|name| sheets.column_named(name).unwrap());
        sheets.owners[place].can = OwnerCan::Verbs([(Verb::Create, Some(columns.into())), (Verb::Read, None)].into());
    }
    let model = b.finish();
    let (ownership, _) = crate::ownership::trace(&model);
    let sheets = model.tables.iter().find(|table| table.name.name == "sheets").unwrap();
    let rules = crate::lower::access::rules(&model, &ownership, sheets.id);
    let created = rules.iter().filter(|rule| rule.verb == Verb::Create);
    let limits: Vec<Vec<&str>> = created
        .map(|rule| rule.columns.iter().flatten().map(|id| sheets.column(*id).name.as_str()).collect())
        .collect();
    let wanted: [&[&str]; 3] = [
        &["id", "user_id", "editor_id"],
        &["id", "user_id", "editor_id", "title"],
        &["id", "user_id", "editor_id", "body"],
    ];
    assert_eq!(limits, wanted);
}
