-- finds: view public.seen
create table notes (id int primary key, owner uuid);
alter table notes enable row level security;
create view seen as select id from notes;
