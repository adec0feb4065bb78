-- Enough rows for a plan to matter: 1,000 minds with 10 projects each, and what hangs below some of them.
insert into public.minds (id, slug, display_name)
select md5('m' || n)::uuid, 'mind-' || n, 'Mind ' || n from generate_series(1, 1000) n;
insert into public.content_projects (id, slug, name, creator_mind_id, persona_mind_id)
select md5('p' || n)::uuid, 'project-' || n, 'Project ' || n, md5('m' || 1 + n % 1000)::uuid, md5('m' || 1 + (n + 7) % 1000)::uuid
from generate_series(1, 10000) n;
insert into public.audience_profiles (project_id, name)
select md5('p' || n)::uuid, 'Audience ' || n from generate_series(1, 10000) n;
insert into public.contents (id, project_id, slug, title, content_type, status, published_at)
select md5('c' || n)::uuid, md5('p' || 1 + n % 10000)::uuid, 'content-' || n, 'Content ' || n, 'post',
       case when n % 1000 = 0 then 'published' else 'draft' end, case when n % 1000 = 0 then now() end
from generate_series(1, 40000) n;
insert into public.content_minds (content_id, mind_id)
select md5('c' || n)::uuid, md5('m' || 1 + n % 1000)::uuid from generate_series(1, 40000) n;
insert into public.content_tags (content_id, tag_id)
select md5('c' || n)::uuid, '00000000-0000-4000-8000-0000000000e1' from generate_series(1, 40000) n;
