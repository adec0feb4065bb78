-- finds: policy own on public.notes
-- because: without USING it matches no row: every update reports success and changes nothing
create table notes (id int primary key, owner uuid);
alter table notes enable row level security;
create policy own on notes for update to authenticated with check (owner = (select auth.uid()));
create policy see on notes for select to authenticated using (owner = (select auth.uid()));
