-- finds: index notes_title
-- because: public.notes has 2000 rows, was read 1202 times and never by it; it takes 80 kB and slows every write
create table notes (id int primary key, title text);
create index notes_title on notes (title);
insert into notes select i, i::text from generate_series(1, 2000) i;
analyze notes;
do $$ begin for i in 1..1200 loop perform 1 from public.notes where id = i; end loop; end $$;
select pg_stat_force_next_flush();
select pg_sleep(0);
