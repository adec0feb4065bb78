-- Development data: one author, one course.
insert into public.minds (id, slug, display_name, privacy_level) values
  ('10000000-0000-4000-8000-000000000001', 'ada', 'Ada', 'public')
on conflict do nothing;
insert into public.content_projects (id, slug, name, creator_mind_id, persona_mind_id, project_metadata) values
  ('10000000-0000-4000-8000-000000000002', 'my-test-course', 'My test course',
   '10000000-0000-4000-8000-000000000001', '10000000-0000-4000-8000-000000000001', '{"icp": "Developers who learn Python"}')
on conflict do nothing;
insert into public.contents (project_id, slug, title, content_type, sequence_order, ai_generated, fidelity_score)
select '10000000-0000-4000-8000-000000000002', 'lesson-' || n, 'Lesson ' || n, 'course_lesson', n, true, 0.85
from generate_series(1, 5) n
on conflict do nothing;
