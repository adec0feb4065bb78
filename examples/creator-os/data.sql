-- Rows for the live tests, written by the service: two users with a mind each, one user without a mind.
insert into auth.users (id, email) values
  ('00000000-0000-4000-8000-0000000000a1', 'alice@example.com'),
  ('00000000-0000-4000-8000-0000000000b1', 'bob@example.com'),
  ('00000000-0000-4000-8000-0000000000c1', 'carol@example.com');

set role service_role;
insert into public.minds (id, slug, display_name, privacy_level) values
  ('00000000-0000-4000-8000-0000000000a2', 'alice', 'Alice', 'private'),
  ('00000000-0000-4000-8000-0000000000b2', 'bob', 'Bob', 'public');
insert into public.user_profiles (id, mind_id) values
  ('00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000a2'),
  ('00000000-0000-4000-8000-0000000000b1', '00000000-0000-4000-8000-0000000000b2'),
  ('00000000-0000-4000-8000-0000000000c1', null);
insert into public.content_projects (id, slug, name, creator_mind_id, persona_mind_id) values
  ('00000000-0000-4000-8000-0000000000a3', 'rust', 'Rust for the curious', '00000000-0000-4000-8000-0000000000a2', '00000000-0000-4000-8000-0000000000b2'),
  ('00000000-0000-4000-8000-0000000000b3', 'sql', 'SQL for the patient', '00000000-0000-4000-8000-0000000000b2', null),
  ('00000000-0000-4000-8000-0000000000d3', 'orphan', 'From before attribution', null, null);
insert into public.audience_profiles (id, project_id, name, pain_points) values
  ('00000000-0000-4000-8000-0000000000a4', '00000000-0000-4000-8000-0000000000a3', 'Beginners', '{lifetimes}'),
  ('00000000-0000-4000-8000-0000000000b4', '00000000-0000-4000-8000-0000000000b3', 'Analysts', '{joins}');
update public.content_projects set target_audience_id = '00000000-0000-4000-8000-0000000000a4'
  where id = '00000000-0000-4000-8000-0000000000a3';
insert into public.contents (id, project_id, parent_content_id, slug, title, content_type, status, sequence_order, deleted_at) values
  ('00000000-0000-4000-8000-0000000000a5', '00000000-0000-4000-8000-0000000000a3', null, 'outline', 'Outline', 'course_outline', 'draft', null, null),
  ('00000000-0000-4000-8000-0000000000a6', '00000000-0000-4000-8000-0000000000a3', '00000000-0000-4000-8000-0000000000a5', 'module-1', 'Ownership', 'course_module', 'published', 1, null),
  ('00000000-0000-4000-8000-0000000000a7', '00000000-0000-4000-8000-0000000000a3', '00000000-0000-4000-8000-0000000000a6', 'lesson-1', 'Moves', 'course_lesson', 'published', 1, now()),
  ('00000000-0000-4000-8000-0000000000b5', '00000000-0000-4000-8000-0000000000b3', null, 'outline', 'Outline', 'course_outline', 'draft', null, null),
  ('00000000-0000-4000-8000-0000000000d5', '00000000-0000-4000-8000-0000000000d3', null, 'outline', 'Outline', 'course_outline', 'draft', null, null);
insert into public.tags (id, slug, name) values ('00000000-0000-4000-8000-0000000000e1', 'systems', 'Systems');
insert into public.content_frameworks (id, slug, name, framework_type) values
  ('00000000-0000-4000-8000-0000000000e2', 'aida', 'AIDA', 'copywriting');
insert into public.content_minds (content_id, mind_id) values
  ('00000000-0000-4000-8000-0000000000a5', '00000000-0000-4000-8000-0000000000a2'),
  ('00000000-0000-4000-8000-0000000000b5', '00000000-0000-4000-8000-0000000000b2');
insert into public.content_tags (content_id, tag_id) values
  ('00000000-0000-4000-8000-0000000000a5', '00000000-0000-4000-8000-0000000000e1'),
  ('00000000-0000-4000-8000-0000000000b5', '00000000-0000-4000-8000-0000000000e1');
reset role;
