-- finds: policy own on public.notes
-- because: it also holds for callers without an identity
create table notes (id int primary key, owner uuid);
alter table notes enable row level security;
create policy own on notes for select to authenticated using (not ((select auth.uid()) is not null) or owner = (select auth.uid()));
