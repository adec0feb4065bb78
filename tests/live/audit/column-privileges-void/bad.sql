-- finds: table public.notes
-- because: authenticated has UPDATE on the whole table: the list of columns restricts nothing
create table notes (id int primary key, body text, secret text);
alter table notes enable row level security;
grant update (body) on notes to authenticated;
