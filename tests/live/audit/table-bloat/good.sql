create table notes (id int primary key, body text);
insert into notes select i, repeat('x', 100) from generate_series(1, 300000) i;
vacuum analyze notes;
