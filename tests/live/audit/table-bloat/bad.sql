-- finds: table public.notes
-- because: it takes 40 MB, and its rows need about 0 MB: every scan reads the rest as well
create table notes (id int primary key, body text);
insert into notes select i, repeat('x', 100) from generate_series(1, 300000) i;
delete from notes where id % 100 <> 0;
vacuum analyze notes;
