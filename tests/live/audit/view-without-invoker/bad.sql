-- finds: view public.seen
-- because: anon, authenticated read public.notes through it with its owner's rights, past row security
create table notes (id int primary key, owner uuid);
alter table notes enable row level security;
create view seen as select id from notes;
