create table notes (id int primary key, title text, parent int references notes);
create index notes_title on notes (title);
create index notes_parent on notes (parent);
insert into notes select i, i::text from generate_series(1, 2000) i;
analyze notes;
set enable_seqscan = off;
do $$ begin for i in 1..1200 loop perform 1 from public.notes where title = i::text; end loop; end $$;
select pg_stat_force_next_flush();
select pg_sleep(0);
