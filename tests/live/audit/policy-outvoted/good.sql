create table notes (id int primary key, owner uuid, shared boolean);
alter table notes enable row level security;
create policy own on notes for select to authenticated using (owner = (select auth.uid()));
create policy shared on notes for select to authenticated using (shared);
