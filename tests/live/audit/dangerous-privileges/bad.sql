-- finds: table public.notes
create table notes (id int primary key);
alter table notes enable row level security;
