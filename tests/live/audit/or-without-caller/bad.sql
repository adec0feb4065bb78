-- finds: policy change on public.notes
-- because: where status = 'open'::text, everybody may write: AND binds before OR
create table notes (id int primary key, owner uuid, status text, featured boolean);
alter table notes enable row level security;
create policy see on notes for select to authenticated using (true);
create policy change on notes for update to authenticated using (status = 'open' or featured and owner = (select auth.uid()));
