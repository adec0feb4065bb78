create table notes (id int primary key, owner uuid, status text);
alter table notes enable row level security;
create policy own on notes for update to authenticated using (owner = (select auth.uid()))
  with check (owner = (select auth.uid()) and status <> 'done');
create policy other on notes for update to authenticated using (owner = (select auth.uid()));
