create table notes (id int primary key, owner uuid);
alter table notes enable row level security;
create policy own on notes for all to authenticated using (owner = (select auth.uid()));
create policy service on notes for all to service_role using (true);
create policy readable on notes for select to authenticated using (true);
