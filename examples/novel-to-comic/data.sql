-- Rows for the live tests: Alice has a published project, Bob a draft; Alice deleted a chapter.
insert into auth.users (id, email, raw_user_meta_data) values
  ('00000000-0000-4000-8000-0000000000a1', 'alice@example.com', '{"name": "Alice"}'),
  ('00000000-0000-4000-8000-0000000000b1', 'bob@example.com', '{"name": "Bob"}'),
  ('00000000-0000-4000-8000-0000000000c1', 'carol@example.com', '{}');

set role service_role;
insert into public.projects (id, user_id, title, slug, status, published_at) values
  ('00000000-0000-4000-8000-0000000000a2', '00000000-0000-4000-8000-0000000000a1', 'Frankenstein', 'frankenstein', 'published', '2026-01-01'),
  ('00000000-0000-4000-8000-0000000000b2', '00000000-0000-4000-8000-0000000000b1', 'Dracula', 'dracula', 'draft', null);
insert into public.novels (id, project_id, title, metadata) values
  ('00000000-0000-4000-8000-0000000000a3', '00000000-0000-4000-8000-0000000000a2', 'Frankenstein', '{"year": 1818}'),
  ('00000000-0000-4000-8000-0000000000b3', '00000000-0000-4000-8000-0000000000b2', 'Dracula', '{"year": 1897}');
insert into public.chapters (id, novel_id, number, title, deleted_at) values
  ('00000000-0000-4000-8000-0000000000a4', '00000000-0000-4000-8000-0000000000a3', 1, 'Letter 1', null),
  ('00000000-0000-4000-8000-0000000000a5', '00000000-0000-4000-8000-0000000000a3', 2, 'Letter 2', '2026-01-02'),
  ('00000000-0000-4000-8000-0000000000b4', '00000000-0000-4000-8000-0000000000b3', 1, 'Journal', null);
insert into public.panels (id, chapter_id, page, position, dialogue) values
  ('00000000-0000-4000-8000-0000000000a6', '00000000-0000-4000-8000-0000000000a4', 1, 1, '[{"who": "Walton", "says": "No disaster"}]'),
  ('00000000-0000-4000-8000-0000000000a7', '00000000-0000-4000-8000-0000000000a4', 1, 2, '[]'),
  ('00000000-0000-4000-8000-0000000000b6', '00000000-0000-4000-8000-0000000000b4', 1, 1, '[]');
insert into public.transformation_jobs (id, project_id, chapter_id, kind, status) values
  ('00000000-0000-4000-8000-0000000000a8', '00000000-0000-4000-8000-0000000000a2', '00000000-0000-4000-8000-0000000000a4', 'panel_render', 'succeeded'),
  ('00000000-0000-4000-8000-0000000000b8', '00000000-0000-4000-8000-0000000000b2', '00000000-0000-4000-8000-0000000000b4', 'storyboard', 'queued');
insert into public.ai_assets (id, project_id, job_id, panel_id, kind, storage_path, byte_size) values
  ('00000000-0000-4000-8000-0000000000a9', '00000000-0000-4000-8000-0000000000a2', '00000000-0000-4000-8000-0000000000a8', '00000000-0000-4000-8000-0000000000a6', 'panel_image', 'a/1.png', 1024),
  ('00000000-0000-4000-8000-0000000000b9', '00000000-0000-4000-8000-0000000000b2', '00000000-0000-4000-8000-0000000000b8', null, 'cover', 'b/1.png', 2048);
reset role;
