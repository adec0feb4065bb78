-- finds: table public.notes
-- because: anon, authenticated may touch every row: row security is off
create table notes (id int primary key, body text);
