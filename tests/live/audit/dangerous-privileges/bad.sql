-- finds: table public.notes
-- because: anon, authenticated hold MAINTAIN, REFERENCES, TRIGGER, TRUNCATE: row security does not apply to these
create table notes (id int primary key);
alter table notes enable row level security;
