//! What the CreatorOS plan asks of the database beyond its SQL: a persister that writes projects, a hierarchy of
//! content and lessons in batches, merges metadata, and queries that watch it.

use crate::examples::Example;
use crate::{as_user_kept, servers};
use postgres::Transaction;
use std::time::{Duration, Instant};

const PROJECT: &str = "00000000-0000-4000-8000-0000000000b3";

#[test]
fn the_service_persists_a_course_and_the_owner_role_watches_it() {
    let example = Example::compile("creator-os");
    for server in servers() {
        let database = server.supabase("persister").unwrap();
        example.up(&database);
        example.run(&database, "data.sql");
        let mut superuser = database.superuser().unwrap();
        as_user_kept(&mut superuser, "service_role", r#"{"role": "service_role"}"#, persist_a_course);
        let mut owner = database.client().unwrap();
        let tree = owner.query(TREE, &[]).unwrap();
        let levels: Vec<i32> = tree.iter().map(|row| row.get(0)).collect();
        assert_eq!(levels.iter().filter(|level| **level == 2).count(), 20, "lessons below a module below an outline");
        let watched = owner.query_one(WATCH, &[]).unwrap();
        assert_eq!((watched.get::<_, i64>(0), watched.get::<_, i64>(1)), (23, 20));
        assert_eq!(owner.query(RECENT, &[]).unwrap().len(), 2);
    }
}

/// Outline, module, twenty lessons in one statement as PostgREST writes a batch, then metadata merged into the outline.
fn persist_a_course(transaction: &mut Transaction<'_>) {
    let outline = insert(transaction, "course-outline", "course_outline", None);
    let module = insert(transaction, "module-1-intro", "course_module", Some(&outline));
    let lessons: Vec<serde_json::Value> = (1..=20)
        .map(|number| {
            serde_json::json!({
                "project_id": PROJECT, "parent_content_id": module, "slug": format!("lesson-1-{number}"),
                "title": format!("Lesson 1.{number}"), "content_type": "course_lesson", "sequence_order": number,
                "fidelity_score": 0.85, "ai_generated": true, "status": "draft", "metadata": {},
            })
        })
        .collect();
    let started = Instant::now();
    let written = transaction.query(BATCH, &[&serde_json::Value::Array(lessons)]).unwrap();
    assert_eq!(written.len(), 20);
    assert!(started.elapsed() < Duration::from_millis(500), "a batch of twenty took {:?}", started.elapsed());
    for patch in [r#"{"total_modules": 3}"#, r#"{"icp": "Developers", "total_modules": 1}"#] {
        let merge = "update public.contents set metadata = metadata || $1::text::jsonb where id::text = $2 returning metadata::text";
        transaction.query_one(merge, &[&patch, &outline]).unwrap();
    }
    let merged = transaction.query_one("select metadata::text from public.contents where id::text = $1", &[&outline]);
    assert_eq!(merged.unwrap().get::<_, String>(0), r#"{"icp": "Developers", "total_modules": 1}"#);
}

fn insert(transaction: &mut Transaction<'_>, slug: &str, kind: &str, parent: Option<&str>) -> String {
    let statement =
        "insert into public.contents (project_id, slug, title, content_type, parent_content_id, ai_generated)
        values ($1::text::uuid, $2, $2, $3, $4::text::uuid, true) returning id::text";
    transaction.query_one(statement, &[&PROJECT, &slug, &kind, &parent]).unwrap().get(0)
}

const BATCH: &str = "insert into public.contents
    (project_id, parent_content_id, slug, title, content_type, sequence_order, fidelity_score, ai_generated, status, metadata)
    select project_id, parent_content_id, slug, title, content_type, sequence_order, fidelity_score, ai_generated, status, metadata
    from json_populate_recordset(null::public.contents, $1) returning id";

const TREE: &str = "with recursive tree as (
      select id, 0 as level from public.contents where parent_content_id is null and slug = 'course-outline'
      union all
      select c.id, t.level + 1 from public.contents c join tree t on c.parent_content_id = t.id
    )
    select level from tree order by level";

const WATCH: &str = "select count(c.id), count(*) filter (where c.content_type = 'course_lesson')
    from public.content_projects p left join public.contents c on c.project_id = p.id
    where c.deleted_at is null and p.slug = 'sql' group by p.id, p.slug, p.name, p.created_at order by p.created_at desc";

const RECENT: &str = "select content_type, count(*), avg(fidelity_score) from public.contents
    where created_at > now() - interval '24 hours' and ai_generated and content_type <> 'course_module'
    group by content_type order by 2 desc";
