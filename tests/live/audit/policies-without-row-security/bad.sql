-- finds: table public.notes
create table notes (id int primary key, owner uuid);
create policy own on notes using (owner = (select auth.uid()));
