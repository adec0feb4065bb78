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

/// A table in a few lines, without what is not said.
fn summary(model: &Model, name: &str) -> String {
    let table = model.base.tables.values().find(|table| table.name.to_string() == name).unwrap();
    let mut lines = vec![format!("table {name}")];
    for column in &table.columns {
        let null = if column.not_null { " not null" } else { "" };
        let default = column.default.as_ref().map(|default| format!(" default {default}")).unwrap_or_default();
        let generated = column.generated.as_ref().map(|sql| format!(" generated {sql}")).unwrap_or_default();
        lines.push(format!("  {} {}{null}{default}{generated}", column.name, column.data_type));
    }
    lines.extend(table.primary_key.iter().map(|key| format!("  {} primary key {}", key.name, key.columns.join(", "))));
    lines.extend(table.uniques.values().map(|key| format!("  {} unique {}", key.name, key.columns.join(", "))));
    lines.extend(table.checks.values().map(|check| format!("  {} check {}", check.name, check.expression)));
    lines.extend(table.exclusions.values().map(|made| format!("  {} exclude {}", made.name, made.definition)));
    lines.extend(table.foreign_keys.values().map(|key| {
        let (columns, to, action) = (key.columns.join(", "), key.to.join(", "), key.on_delete.sql());
        format!("  {} foreign key {columns} references {} {to} on delete {action}", key.name, key.table)
    }));
    lines.extend(table.indexes.values().map(|index| {
        let predicate = index.predicate.as_ref().map(|sql| format!(" where {sql}")).unwrap_or_default();
        format!("  {} index {} {}{predicate}", index.name, index.method, index.keys.join(", "))
    }));
    lines.extend(table.triggers.values().map(|trigger| {
        let events: Vec<&str> = trigger.events.iter().map(|event| event.event.as_str()).collect();
        format!("  {} {} {} {}", trigger.name, trigger.timing, events.join(" "), trigger.function)
    }));
    lines.join("\n")
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
    insta::assert_snapshot!(summary(&model, "public.projects"));
    assert_eq!(
        model.tables[2].allow[0].when.as_ref().unwrap().qualified("p"),
        "p.title <> 'x' and p.deleted_at is null"
    );
    assert!(matches!(model.tables[2].allow[1].to[0], Subject::Column(..)));
}

#[test]
fn what_is_not_of_the_row_is_asked_once() {
    let asked = |when: &str| {
        let model = good(&format!(
            "functions:
  plan(text): {{args: {{kind: text}}, returns: text, language: sql, volatility: stable, call: [signed_in], body: select kind}}
  dice(): {{returns: integer, language: sql, call: [signed_in], body: select 4}}
  mixed(integer): {{args: {{value: integer}}, returns: text, language: sql, volatility: stable, call: [signed_in], body: select ''}}
  mixed(text): {{args: {{value: text}}, returns: text, language: sql, call: [signed_in], body: select ''}}
tables:
  notes:
    access: shared
    columns:
      id: {{type: uuid, primary_key: true}}
      email: text
    allow:
      - {{can: read, to: signed_in, when: {}}}
",
            serde_json::to_string(when).unwrap()
        ));
        let notes = model.tables.iter().find(|table| table.name.name == "notes").unwrap();
        let indexes: Vec<String> = model.base.tables[&notes.name].indexes.keys().cloned().collect();
        (notes.allow[0].when.as_ref().unwrap().qualified_for_rows("n"), indexes.join(" "))
    };
    let asked =
        |when: &str, wanted: &str, indexes: &str| assert_eq!(asked(when), (wanted.to_owned(), indexes.to_owned()));
    let same = |when: &str| asked(when, &when.replace("email", "n.email"), "");
    asked("email = auth.jwt() ->> 'email'", "n.email = (select auth.jwt()) ->> 'email'", "idx_notes_email");
    asked(
        "id is not null and (lower(auth.email()) = (notes.email) and email <> '')",
        "n.id is not null and (lower((select auth.email())) = (n.email) and n.email <> '')",
        "idx_notes_email",
    );
    asked(
        "current_setting('app.é', true) = email or email = Auth.email()",
        "(select current_setting('app.é', true)) = n.email or n.email = (select Auth.email())",
        "",
    );
    asked(
        "plan(auth.jwt() ->> 'x') = email and email <> plan(email)",
        "(select public.plan(auth.jwt() ->> 'x')) = n.email and n.email <> public.plan(n.email)",
        "idx_notes_email",
    );
    asked("auth.email() || email = email", "(select auth.email()) || n.email = n.email", "");
    asked("auth.allows(notes)", "auth.allows(notes)", "");
    same("auth.allows(email) and auth.allows(email || 'x')");
    same("public.dice() = 4 and email < now()::text and public.mixed(3) = 'x'");
}

#[test]
fn operators_are_those_of_the_columns_type() {
    let check = |check: &str| {
        let model = good(&format!(
            "extensions: [citext, vector, {{hstore: {{schema: My Ext}}}}]
domains: {{email: {{type: citext, check: value like '%@%'}}}}
tables:
  t:
    access: internal
    columns:
      id: {{type: uuid, primary_key: true}}
      slug: citext
      email: email?
      name: text
      tags: 'citext[]'
      near: vector(3)
      more: hstore
    checks: {{c: {}}}
",
            serde_json::to_string(check).unwrap()
        ));
        let domain = model.base.domains.values().next().unwrap();
        assert_eq!(domain.checks[&"email_check".to_owned()], "value operator(extensions.~~) '%@%'");
        model.base.tables[&crate::catalog::QualifiedName::new("public", "t")].checks[&"c".to_owned()].expression.clone()
    };
    let same = |sql: &str| assert_eq!(check(sql), sql);
    assert_eq!(check("slug = 'x'"), "slug operator(extensions.=) 'x'");
    assert_eq!(
        check("slug = 'x' || name or 'y' <> t.email and not slug != email"),
        "slug = 'x' || name or ('y' operator(extensions.<>) t.email) and not (slug operator(extensions.<>) email)"
    );
    assert_eq!(
        check("(slug not  like 'x%') and slug in ('a', 'b')"),
        "(slug operator(extensions.!~~) 'x%') and (slug operator(extensions.=) any (array['a', 'b']::extensions.citext[]))"
    );
    assert_eq!(
        check("slug not in ('a') or near <-> '[1,2,3]'::vector < 3 or more ? 'a' and more -> 'b' = 'c'"),
        "(slug operator(extensions.<>) all (array['a']::extensions.citext[])) or (near operator(extensions.<->) '[1,2,3]'::extensions.vector) < 3 or (more operator(\"My Ext\".?) 'a') and (more operator(\"My Ext\".->) 'b') = 'c'"
    );
    // with a text, a citext is a text
    same(
        "slug = name and slug::text = 'x' and lower(slug) = 'x' and name = 'x' and slug || 'x' <> '' and slug is not null",
    );
    same("'x' = any (tags)");
}

/// Brackets stand around a call with its schema, whatever the schema is called.
#[test]
fn what_is_put_in_at_one_place_stands_in_order() {
    let model = good(
        "schema: A b
extensions: [citext]
functions:
  plan(): {returns: text, language: sql, volatility: stable, call: [signed_in], body: select 'a'}
  fold(text): {args: {value: text}, returns: text, language: sql, volatility: immutable, body: select value}
tables:
  t:
    columns: {id: {type: uuid, primary_key: true}, slug: citext, name: text}
    indexes: [{columns: [fold(name)]}]
    allow: [{can: read, to: signed_in, when: 'plan()::citext = slug and name is not null'}]
",
    );
    let table = model.tables.iter().find(|table| table.name.name == "t").unwrap();
    assert_eq!(
        table.allow[0].when.as_ref().unwrap().qualified_for_rows("t"),
        "((select \"A b\".plan())::extensions.citext operator(extensions.=) t.slug) and t.name is not null"
    );
    let keys: Vec<_> = model.base.tables[&table.name].indexes.values().flat_map(|index| &index.keys).collect();
    assert!(keys.contains(&&"(\"A b\".fold(name))".to_owned()), "{keys:?}");
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

#[test]
fn names_and_indexes_are_those_of_postgresql() {
    let model = good(
        "enums: {mood: [sad, happy]}
domains: {slug: {type: text, check: \"value ~ '^[a-z]+$'\", default: none}}
functions:
  short(text): {args: {value: text}, returns: boolean, language: sql, body: select length(value) < 3}
tables:
  a_table_whose_name_is_rather_long_but_still_allowed_by_postgres:
    access: shared
    columns:
      id: {type: serial, primary_key: true}
      Mixed Case: {type: int4, unique: true, check: '\"Mixed Case\" > 0'}
      mood: {type: mood, default: sad, one_of: [sad, happy]}
      moods: {type: 'mood[]', default: [sad]}
      slug: {type: slug, default: x, check: short(slug) and mood <> 'sad'::mood}
      payload: {type: jsonb, default: {a: [1, yes], b: 'it''s'}}
      at: {type: timestamptz(3), default: now()}
  child:
    access: shared
    columns:
      id: {type: uuid, primary_key: true}
      first_id: {references: a_table_whose_name_is_rather_long_but_still_allowed_by_postgres}
      second_id: {references: a_table_whose_name_is_rather_long_but_still_allowed_by_postgres?, on_delete: set null}
      third_id: {references: child?, index: false}
      score: {type: numeric, generated: first_id * 2}
    indexes:
      - {columns: [second_id], where: second_id is not null, name: partial}
      - {columns: [score desc nulls last, lower(id::text) text_pattern_ops, (first_id + 1)], using: btree}
    unique:
      - {columns: [first_id], where: score > 1}
",
    );
    let long = summary(&model, "public.a_table_whose_name_is_rather_long_but_still_allowed_by_postgres");
    insta::assert_snapshot!(format!("{long}\n{}\n{:#?}", summary(&model, "public.child"), model.base.domains));
}

#[test]
fn what_is_needed_comes_first() {
    let model = good(
        "functions:
  next_number: {args: {}, returns: integer, body: begin return 1; end}
  rows_of: {returns: setof zebras, body: begin end}
  a_last: {args: {z: {type: zebras}}, returns: integer, body: begin end}
views:
  a_view: {query: select * from b_view, read: [signed_in]}
  b_view: {query: 'select z.id, rows_of() from zebras as z'}
domains: {number: {type: integer, check: value > 0}}
tables:
  zebras:
    access: shared
    columns: {id: {type: number, primary_key: true, default: next_number()}}
    partition_by: {range: [id]}
    partitions: {all: default}
",
    );
    let order: Vec<String> = model.base.hints.order.iter().map(super::order::describe).collect();
    let place = |name: &str| order.iter().position(|shown| shown == name).unwrap_or_else(|| panic!("{name} {order:?}"));
    let sorted = |names: &[&str]| assert!(names.is_sorted_by_key(|name| place(name)), "{names:?} in {order:?}");
    sorted(&["domain public.number", "table public.zebras", "table public.zebras_all"]);
    sorted(&["function public.next_number", "table public.zebras", "function public.rows_of"]);
    sorted(&["table public.zebras", "function public.a_last"]);
    sorted(&["function public.rows_of", "view public.b_view", "view public.a_view"]);
    let view = &model.base.views.values().next().unwrap();
    assert_eq!(view.query, "select * from public.b_view");
}

#[test]
fn expressions_are_one_expression() {
    let table = |check: &str| {
        format!(
            "tables:\n  t:\n    access: shared\n    columns:\n      id: {{type: uuid, primary_key: true}}\n      \
             n: integer\n      m: text\n    checks:\n      c: |-\n        {check}\n"
        )
    };
    for wrong in [
        "n > 1; drop table t",
        "n > 1) or (true",
        "n > 1 -- really",
        "n > 1 /* really */",
        "n, n",
        "select 1",
        "n >",
        "(n > 1",
        "n > (select 1)",
        "count(*) > 1",
        "sum(n) over () > 1",
        "n > 1 as x",
        "o > 1",
        "u.n > 1",
        "m.n > 1",
    ] {
        assert_eq!(bad(&table(wrong)).len(), 1, "{wrong}: {:?}", bad(&table(wrong)));
    }
    for right in [
        "n > 1",
        "t.n > 1 and public.t.m <> 'a; b'",
        "(n, m) <> (1, 'x')",
        "n in (1, 2) or m ~ '--' or m like 'a/*b*/'",
        "extract(epoch from now()) > n and m is not null and coalesce(n, 0) = any (array[1, 2])",
        "case when n > 1 then m = 'a' else current_user = m end",
        "\"n\" between 1 and 2",
        "pg_catalog.unknown_function(n, m => m)",
    ] {
        good(&table(right));
    }
}

#[test]
fn circles_and_collisions_are_said() {
    insta::assert_debug_snapshot!(bad("functions:
  f: {args: {x: {type: t}}, returns: boolean, body: begin end}
  f(t): {returns: boolean, body: begin end}
tables:
  t:
    access: shared
    columns:
      id: {references: u}
      n: {type: integer, check: f(null)}
    primary_key: [id]
    indexes:
      - {name: same, columns: [n]}
  u:
    access: shared
    columns:
      id: {references: t, primary_key: true}
    indexes:
      - {name: same, columns: [id]}
"));
}

/// Two parts of the tables choose names at once: the later part chooses again where the earlier has taken one.
#[test]
fn names_are_chosen_as_if_tables_came_one_after_the_other() {
    let table = |name: &str, column: &str| {
        format!("  {name}: {{access: shared, columns: {{{column}: {{type: integer, index: true, check: 'true'}}}}}}\n")
    };
    let (first, last) = (table("a", "b_c"), table("a_b", "c"));
    let between: String = (0..4).map(|i| table(&format!("a{i}"), "x")).collect();
    for tables in [format!("{first}{between}{last}"), format!("{last}{between}{first}")] {
        let model = good(&format!("tables:\n{tables}"));
        let [first, last] = ["public.a", "public.a_b"].map(|name| summary(&model, name));
        assert!(first.contains("  a_b_c_check check") && first.contains("  idx_a_b_c index"), "{first}");
        assert!(last.contains("  a_b_c_check1 check") && last.contains("  idx_a_b_c_1 index"), "{last}");
    }
}
