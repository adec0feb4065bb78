-- Enough rows for a plan to matter: 6,000 users, whose default profiles come by trigger, and their projects.
insert into auth.users (id, email) select md5('u' || n)::uuid, 'user-' || n || '@example.org' from generate_series(1, 6000) n;
insert into public.editai_projects (id, user_id, profile_id, name)
select md5('p' || n)::uuid, p.user_id, p.id, 'Project ' || n
from (select p.*, row_number() over () as n from public.profiles p where p.is_default) p;
insert into public.editai_clips (id, project_id, source_path, duration_ms)
select md5('c' || n)::uuid, md5('p' || 1 + n % 6000)::uuid, 'x.mp4', 1 from generate_series(1, 20000) n;
insert into public.editai_clip_content (clip_id) select md5('c' || n)::uuid from generate_series(1, 20000) n;
insert into public.editai_project_segments (project_id, start_ms, end_ms)
select md5('p' || 1 + n % 6000)::uuid, 0, 1 from generate_series(1, 20000) n;
insert into public.jobs (profile_id, job_type) select id, 'render' from public.profiles;
insert into public.api_costs (profile_id, provider, operation, cost_usd) select id, 'x', 'x', 0 from public.profiles;
