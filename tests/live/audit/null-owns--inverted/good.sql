create table notes (id int primary key, owner uuid);
alter table notes enable row level security;
create policy own on notes for select to authenticated using ((select auth.uid()) is not null and owner = (select auth.uid()));
