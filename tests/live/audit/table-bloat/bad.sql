-- finds: table public.notes
create table notes (id int primary key, body text);
insert into notes select i, repeat('x', 100) from generate_series(1, 300000) i;
delete from notes where id % 100 <> 0;
vacuum analyze notes;
