-- finds: index notes_b on public.notes
-- because: it is the same as notes_a
create table notes (id int primary key, owner uuid);
create index notes_a on notes (owner);
create index notes_b on notes (owner);
