-- finds: table public.notes
-- because: authenticated may give SELECT to anybody
create table notes (id int primary key);
alter table notes enable row level security;
grant select on notes to authenticated with grant option;
