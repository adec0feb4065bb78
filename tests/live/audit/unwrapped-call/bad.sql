-- finds: policy own on public.notes
-- because: auth.uid() is called for every row: write (select auth.uid(…))
create table notes (id int primary key, owner uuid);
alter table notes enable row level security;
create policy own on notes for select to authenticated using (owner = auth.uid());
