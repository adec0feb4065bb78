//! A small catalog with one of everything, made by hand.

use schemagen::catalog::*;
use std::collections::BTreeMap;

fn name(text: &str) -> QualifiedName {
    QualifiedName::new("public", text)
}

fn column(text: &str, data_type: &str) -> Column {
    Column { name: text.into(), data_type: data_type.into(), not_null: true, ..Column::default() }
}

fn defaulted(text: &str, data_type: &str, default: &str) -> Column {
    Column { default: Some(default.into()), ..column(text, data_type) }
}

fn optional(text: &str, data_type: &str) -> Column {
    Column { not_null: false, ..column(text, data_type) }
}

fn grant(role: &str, privilege: &str, columns: &[&str]) -> Grant {
    let columns = columns.iter().map(|column| (*column).to_owned()).collect();
    Grant { role: role.into(), privilege: privilege.into(), columns, grant_option: false }
}

fn key(text: &str, columns: &[&str]) -> Key {
    Key { name: text.into(), columns: columns.iter().map(|name| (*name).to_owned()).collect(), ..Key::default() }
}

fn index(text: &str, keys: &[&str]) -> (String, Index) {
    let keys = keys.iter().map(|key| (*key).to_owned()).collect();
    (text.into(), Index { name: text.into(), method: "btree".into(), keys, ..Index::default() })
}

fn policy(text: &str, command: PolicyCommand, using: Option<&str>, check: Option<&str>) -> (String, Policy) {
    let policy = Policy {
        name: text.into(),
        command,
        roles: vec!["authenticated".into()],
        using: using.map(str::to_owned),
        check: check.map(str::to_owned),
        ..Policy::default()
    };
    (text.into(), policy)
}

fn hints() -> CatalogHints {
    CatalogHints {
        project: "shop".into(),
        supabase: true,
        postgres: 15,
        default_schema: "public".into(),
        signed_in: "authenticated".into(),
        anonymous: "anon".into(),
        service: "service_role".into(),
        ..CatalogHints::default()
    }
}

/// Users own projects, which own items; a trigger, a view, a function, an enum, a domain.
pub fn shop() -> Catalog {
    let mut catalog = Catalog { hints: hints(), ..Catalog::default() };
    for schema in ["public", "private"] {
        let unmanaged = schema == "public";
        let grants = vec![grant("authenticated", "USAGE", &[])];
        catalog.schemas.insert(schema.into(), Schema { name: schema.into(), unmanaged, grants, comment: None });
    }
    let status = EnumType { name: name("status"), labels: vec!["draft".into(), "done".into()], ..EnumType::default() };
    catalog.enums.insert(status.name.clone(), status);
    let checks = BTreeMap::from([("slug_check".to_owned(), "value ~ '^[a-z]+$'".to_owned())]);
    let slug = Domain { name: name("slug"), data_type: "text".into(), checks, ..Domain::default() };
    catalog.domains.insert(slug.name.clone(), slug);
    let touch = touch();
    catalog.functions.insert(touch.name.clone(), touch);
    for table in [projects(), items()] {
        catalog.tables.insert(table.name.clone(), table);
    }
    let view = View {
        name: name("done_items"),
        query: "select items.id, items.title from public.items where items.status = 'done'".into(),
        security_invoker: true,
        grants: vec![grant("authenticated", "SELECT", &[])],
        ..View::default()
    };
    catalog.views.insert(view.name.clone(), view);
    catalog
}

fn touch() -> Function {
    let function = FunctionName { name: QualifiedName::new("private", "touch"), arguments: vec![] };
    Function {
        name: function,
        returns: Returns::Type("trigger".into()),
        language: "plpgsql".into(),
        settings: Function::searching("''".to_owned()),
        body: "begin new.updated_at := now(); return new; end".into(),
        ..Function::default()
    }
}

fn projects() -> Table {
    Table {
        name: name("projects"),
        comment: Some("What a user works on; it's his */".into()),
        columns: vec![
            defaulted("id", "uuid", "gen_random_uuid()"),
            column("user_id", "uuid"),
            column("slug", "public.slug"),
            optional("notes", "text"),
        ],
        primary_key: Some(key("projects_pkey", &["id"])),
        uniques: Named::from_iter([("projects_slug_key".to_owned(), key("projects_slug_key", &["user_id", "slug"]))]),
        indexes: Named::from_iter([index("idx_projects_user_id", &["user_id"])]),
        policies: Named::from_iter([policy(
            "projects_all_own",
            PolicyCommand::All,
            Some("projects.user_id = (select auth.uid())"),
            Some("projects.user_id = (select auth.uid())"),
        )]),
        row_security: true,
        grants: vec![
            grant("authenticated", "SELECT", &[]),
            grant("authenticated", "INSERT", &[]),
            grant("authenticated", "UPDATE", &["slug", "notes"]),
            grant("service_role", "SELECT", &[]),
        ],
        ..Table::default()
    }
}

fn items() -> Table {
    let touch = Trigger {
        name: "touch".into(),
        timing: "BEFORE".into(),
        events: vec![TriggerEvent { event: "UPDATE".into(), columns: vec![] }],
        each_row: true,
        function: QualifiedName::new("private", "touch"),
        ..Trigger::default()
    };
    let project = ForeignKey {
        name: "items_project_id_fkey".into(),
        columns: vec!["project_id".into()],
        table: name("projects"),
        to: vec!["id".into()],
        on_delete: Action::Cascade,
        ..ForeignKey::default()
    };
    let price = Check { name: "items_price_check".into(), expression: "price > 0".into(), ..Check::default() };
    Table {
        name: name("items"),
        columns: vec![
            Column {
                identity: Some(Box::new(Identity { always: true, options: SequenceOptions::default() })),
                ..column("id", "bigint")
            },
            column("project_id", "uuid"),
            defaulted("title", "text", "'untitled'"),
            defaulted("status", "public.status", "'draft'"),
            defaulted("price", "numeric(10,2)", "1"),
            defaulted("token", "uuid", "gen_random_uuid()"),
            defaulted("updated_at", "timestamptz", "now()"),
        ],
        primary_key: Some(key("items_pkey", &["id"])),
        checks: Named::from_iter([("items_price_check".to_owned(), price)]),
        foreign_keys: Named::from_iter([("items_project_id_fkey".to_owned(), project)]),
        indexes: Named::from_iter([
            index("idx_items_project_id", &["project_id"]),
            index("idx_items_title", &["lower(title) desc"]),
        ]),
        triggers: Named::from_iter([("touch".to_owned(), touch)]),
        policies: Named::from_iter([
            policy("items_read_published", PolicyCommand::Select, Some("items.status = 'done'"), None),
            policy(
                "items_all_by_project",
                PolicyCommand::All,
                Some(
                    "items.project_id = any (array(select p.id from public.projects as p where p.user_id = (select auth.uid())))",
                ),
                None,
            ),
        ]),
        row_security: true,
        grants: vec![grant("authenticated", "SELECT", &[]), grant("authenticated", "INSERT", &["title", "project_id"])],
        ..Table::default()
    }
}
