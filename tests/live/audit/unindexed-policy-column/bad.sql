-- finds: policy own on public.notes
-- because: no index leads with owner: each query reads the whole table
create table notes (id int primary key, owner uuid);
alter table notes enable row level security;
create policy own on notes for select to authenticated using (owner = (select auth.uid()));
