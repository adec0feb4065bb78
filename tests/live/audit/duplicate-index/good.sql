create table notes (id int primary key, owner uuid);
create index notes_a on notes (owner);
create index notes_b on notes (owner desc);
create index notes_c on notes (owner) where id > 0;
