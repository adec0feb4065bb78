-- finds: policy own on public.notes
-- because: IS NOT DISTINCT FROM lets a caller without an identity have the rows without an owner
create table notes (id int primary key, owner uuid);
alter table notes enable row level security;
create policy own on notes for select using (owner is not distinct from (select auth.uid()));
