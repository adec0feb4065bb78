-- finds: table public.notes
-- because: anon, authenticated may touch it and no policy lets a row through
create table notes (id int primary key);
alter table notes enable row level security;
