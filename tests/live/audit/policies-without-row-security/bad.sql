-- finds: table public.notes
-- because: the policies own do nothing: row security is off
create table notes (id int primary key, owner uuid);
create policy own on notes using (owner = (select auth.uid()));
