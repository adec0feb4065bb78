create table notes (id int primary key, owner uuid);
create index fine on notes (owner);
