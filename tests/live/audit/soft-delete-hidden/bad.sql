-- finds: policy change on public.notes
-- because: a row with deleted_at set is hidden from whoever sets it: the update fails, because its new row cannot be read
create table notes (id int primary key, owner uuid, deleted_at timestamptz);
alter table notes enable row level security;
create policy see on notes for select to authenticated using (owner = (select auth.uid()) and deleted_at is null);
create policy change on notes for update to authenticated using (owner = (select auth.uid()));
