insert into public.contents (id, project_id, created_at)
select n, pg_temp.project_of(n), now() - n * interval '1 second' from generate_series(0, 999999) n;
insert into public.tags (id, content_id, created_at)
select n, n, now() - n * interval '1 second' from generate_series(0, 999999) n;
insert into public.marks (id, tag_id, created_at)
select n, n, now() - n * interval '1 second' from generate_series(0, 999999) n;
select setval(pg_get_serial_sequence('public.' || name, 'id'), 2000000) from unnest(array['contents', 'tags', 'marks']) name;
