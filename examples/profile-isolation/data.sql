-- Rows for the live tests. Every new user has a default profile by trigger; Alice keeps a second one.
insert into auth.users (id, email) values
  ('00000000-0000-4000-8000-0000000000a1', 'alice@example.com'),
  ('00000000-0000-4000-8000-0000000000b1', 'bob@example.com'),
  ('00000000-0000-4000-8000-0000000000c1', 'carol@example.com');

set role service_role;
update public.profiles set id = '00000000-0000-4000-8000-0000000000a2' where user_id = '00000000-0000-4000-8000-0000000000a1';
update public.profiles set id = '00000000-0000-4000-8000-0000000000b2' where user_id = '00000000-0000-4000-8000-0000000000b1';
insert into public.profiles (id, user_id, name) values
  ('00000000-0000-4000-8000-0000000000a3', '00000000-0000-4000-8000-0000000000a1', 'Second brand');
insert into public.editai_projects (id, user_id, profile_id, name) values
  ('00000000-0000-4000-8000-0000000000a4', '00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000a2', 'Launch'),
  ('00000000-0000-4000-8000-0000000000b4', '00000000-0000-4000-8000-0000000000b1', '00000000-0000-4000-8000-0000000000b2', 'Vlog');
insert into public.editai_projects (id, profile_id, name) values
  ('00000000-0000-4000-8000-0000000000a5', '00000000-0000-4000-8000-0000000000a3', 'Teaser');
insert into public.editai_clips (id, project_id, source_path, duration_ms) values
  ('00000000-0000-4000-8000-0000000000a6', '00000000-0000-4000-8000-0000000000a4', 'a.mp4', 1000),
  ('00000000-0000-4000-8000-0000000000b6', '00000000-0000-4000-8000-0000000000b4', 'b.mp4', 1000);
insert into public.editai_clip_content (id, clip_id, script) values
  ('00000000-0000-4000-8000-0000000000a7', '00000000-0000-4000-8000-0000000000a6', 'Hello'),
  ('00000000-0000-4000-8000-0000000000b7', '00000000-0000-4000-8000-0000000000b6', 'Hi');
insert into public.editai_project_segments (id, project_id, start_ms, end_ms) values
  ('00000000-0000-4000-8000-0000000000a8', '00000000-0000-4000-8000-0000000000a4', 0, 10),
  ('00000000-0000-4000-8000-0000000000b8', '00000000-0000-4000-8000-0000000000b4', 0, 10);
insert into public.jobs (id, profile_id, job_type) values
  ('00000000-0000-4000-8000-0000000000a9', '00000000-0000-4000-8000-0000000000a2', 'render'),
  ('00000000-0000-4000-8000-0000000000d9', null, 'cleanup');
insert into public.api_costs (id, profile_id, provider, operation, cost_usd) values
  ('00000000-0000-4000-8000-0000000000aa', '00000000-0000-4000-8000-0000000000a2', 'elevenlabs', 'tts', 0.25),
  ('00000000-0000-4000-8000-0000000000da', null, 'openai', 'summary', 0.01);
reset role;
