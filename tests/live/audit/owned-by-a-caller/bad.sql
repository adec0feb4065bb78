-- finds: table public.notes
-- superuser
create table notes (id int primary key);
alter table notes enable row level security;
alter table notes owner to authenticated;
