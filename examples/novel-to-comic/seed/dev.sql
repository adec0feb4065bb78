-- Development data: one user with one small comic.
insert into auth.users (id, email, raw_user_meta_data) values
  ('10000000-0000-4000-8000-000000000001', 'mary@example.com', '{"name": "Mary"}')
on conflict do nothing;
insert into public.projects (id, user_id, title, slug, status, published_at) values
  ('10000000-0000-4000-8000-000000000002', '10000000-0000-4000-8000-000000000001', 'The Last Man', 'the-last-man', 'published', now())
on conflict do nothing;
insert into public.novels (id, project_id, title, word_count) values
  ('10000000-0000-4000-8000-000000000003', '10000000-0000-4000-8000-000000000002', 'The Last Man', 180000)
on conflict do nothing;
insert into public.chapters (id, novel_id, number, title)
select ('10000000-0000-4000-8000-00000000010' || n)::uuid, '10000000-0000-4000-8000-000000000003', n, 'Chapter ' || n
from generate_series(1, 3) n
on conflict do nothing;
insert into public.panels (chapter_id, page, position, prompt)
select c.id, 1, n, 'Panel ' || n from public.chapters c, generate_series(1, 4) n
where c.novel_id = '10000000-0000-4000-8000-000000000003'
on conflict do nothing;
