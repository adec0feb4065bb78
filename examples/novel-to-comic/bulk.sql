-- Enough rows for a plan to matter: 6,000 users with a project each, down to 40,000 panels.
insert into auth.users (id, email) select md5('u' || n)::uuid, 'user-' || n || '@example.org' from generate_series(1, 6000) n;
insert into public.projects (id, user_id, title, slug, status, published_at)
select md5('p' || n)::uuid, md5('u' || n)::uuid, 'Project ' || n, 'project',
       (case when n % 1000 = 0 then 'published' else 'draft' end)::public.project_status, now()
from generate_series(1, 6000) n;
insert into public.novels (id, project_id, title)
select md5('n' || n)::uuid, md5('p' || n)::uuid, 'Novel ' || n from generate_series(1, 6000) n;
insert into public.chapters (id, novel_id, number)
select md5('c' || n)::uuid, md5('n' || 1 + n % 6000)::uuid, 1 + n / 6000 from generate_series(0, 19999) n;
insert into public.panels (chapter_id, page, position)
select md5('c' || n % 20000)::uuid, 1, 1 + n / 20000 from generate_series(0, 39999) n;
insert into public.transformation_jobs (project_id, kind)
select md5('p' || n)::uuid, 'storyboard' from generate_series(1, 6000) n;
insert into public.ai_assets (project_id, kind, storage_path, byte_size)
select md5('p' || n)::uuid, 'cover', 'bulk/' || n, 1 from generate_series(1, 6000) n;
