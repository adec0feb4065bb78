//! A catalog with one of everything that types are made of, hostile names included.

use crate::catalog::*;

/// The catalog.
pub fn catalog() -> Catalog {
    let mut catalog = Catalog::default();
    catalog.hints.default_schema = "public".to_owned();
    catalog.hints.signed_in = "authenticated".to_owned();
    catalog.hints.anonymous = "anon".to_owned();
    catalog.hints.service = "service_role".to_owned();
    let mood = EnumType { labels: texts(&["sad", "it's ok", "*/", "", "2nd", "type"]), ..EnumType::default() };
    catalog.enums.insert(name("mood"), EnumType { name: name("mood"), ..mood });
    let billing = QualifiedName::new("billing", "tier");
    let labels = texts(&["free", "pro"]);
    catalog.enums.insert(billing.clone(), EnumType { name: billing, labels, ..EnumType::default() });
    let slug = Domain { name: name("slug"), data_type: "text".to_owned(), not_null: true, ..Domain::default() };
    catalog.domains.insert(slug.name.clone(), slug);
    let fields = vec![("street".to_owned(), "text".to_owned()), ("Zip Code".to_owned(), "integer".to_owned())];
    let address = CompositeType { name: name("address"), fields, ..CompositeType::default() };
    catalog.composites.insert(address.name.clone(), address);
    for table in [users(), jobs(), hostile()] {
        catalog.tables.insert(table.name.clone(), table);
    }
    let view = View {
        name: name("job_counts"),
        query: "select user_id, count(*) as n from public.jobs group by 1".to_owned(),
        columns: vec![column("user_id", "uuid", false), column("n", "bigint", true)],
        ..View::default()
    };
    catalog.views.insert(view.name.clone(), view);
    catalog
}

fn users() -> Table {
    let mut id = column("id", "uuid", true);
    id.default = Some("gen_random_uuid()".to_owned());
    let mut tier = column("tier", "text", true);
    tier.hints.one_of = Some(texts(&["free", "pro"]));
    tier.default = Some("'free'".to_owned());
    let key = Key { name: "users_pkey".to_owned(), columns: texts(&["id"]), ..Key::default() };
    let columns = vec![id, tier, column("slug", "public.slug", false), column("home", "public.address", false)];
    Table { name: name("users"), columns, primary_key: Some(key), ..Table::default() }
}

fn jobs() -> Table {
    let mut parameters = column("parameters", "jsonb", true);
    parameters.hints.ts_type = Some("JobParameters".to_owned());
    parameters.hints.rust_type = Some("std::collections::BTreeMap<String, i32>".to_owned());
    parameters.default = Some("'{}'::jsonb".to_owned());
    let mut result = parameters.clone();
    result.name = "result".to_owned();
    result.not_null = false;
    result.default = None;
    let mut seq = column("seq", "bigint", true);
    seq.identity = Some(Box::new(Identity { always: true, ..Identity::default() }));
    let mut old = column("old", "text[]", false);
    old.hints.deprecated = Some("use `new`".to_owned());
    old.comment = Some("Line one\n    line two */ \u{202e} ```\n```sql".to_owned());
    let mut progress = column("progress", "integer", false);
    progress.default = Some("0".to_owned());
    let key = ForeignKey {
        name: "jobs_user_id_fkey".to_owned(),
        columns: texts(&["user_id"]),
        table: name("users"),
        to: texts(&["id"]),
        ..ForeignKey::default()
    };
    let mut columns = vec![seq, column("user_id", "uuid", true), parameters, result, old, progress];
    columns.extend([
        column("mood", "public.mood", true),
        column("moods", "public.mood[]", false),
        column("plan", "billing.tier", false),
        column("search", "tsvector", false),
        column("spans", "tstzrange[]", false),
        column("price", "numeric(10,2)", true),
        column("at", "timestamp(3) with time zone", true),
        column("raw", "bytea", false),
    ]);
    let foreign_keys = Named::from_iter([(key.name.clone(), key)]);
    let comment = Some("Work queued on behalf of a user".to_owned());
    Table { name: name("jobs"), comment, columns, foreign_keys, ..Table::default() }
}

fn hostile() -> Table {
    let columns =
        ["type", "gen", "self", "crate", "1st", "a b", "a_b", "\"quo\"ted\\", "*/", "größe", "ⓐ", "${x}", "`"]
            .iter()
            .map(|column_name| column(column_name, "text", true))
            .collect();
    let comment = Some("*/ export const x = 1; /* {{ nothing }} {% raw %}\r\n\u{2028}// ".to_owned());
    Table { name: name("Option"), comment, columns, ..Table::default() }
}

/// A name in `public`.
pub fn name(text: &str) -> QualifiedName {
    QualifiedName::new("public", text)
}

/// A column.
pub fn column(text: &str, data_type: &str, not_null: bool) -> Column {
    Column { name: text.to_owned(), data_type: data_type.to_owned(), not_null, ..Column::default() }
}

/// Owned texts.
pub fn texts(list: &[&str]) -> Vec<String> {
    list.iter().map(|text| (*text).to_owned()).collect()
}
