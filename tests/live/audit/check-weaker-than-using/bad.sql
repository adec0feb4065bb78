-- finds: policy own on public.notes
-- because: USING asks who is calling, WITH CHECK does not: a row can be moved to another owner
create table notes (id int primary key, owner uuid);
alter table notes enable row level security;
create policy own on notes for update to authenticated using (owner = (select auth.uid())) with check (true);
