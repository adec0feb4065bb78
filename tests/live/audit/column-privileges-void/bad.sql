-- finds: table public.notes
create table notes (id int primary key, body text, secret text);
alter table notes enable row level security;
grant update (body) on notes to authenticated;
