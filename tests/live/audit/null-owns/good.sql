create table notes (id int primary key, owner uuid);
alter table notes enable row level security;
create policy own on notes for select using (owner = (select auth.uid()));
create policy nobody on notes for select using (owner is null and (select auth.uid()) is not null);
