-- finds: policy reads on public.notes
-- because: whatever it lets through, the policy own lets through as well: each row is asked about twice
create table notes (id int primary key, owner_id uuid, draft boolean);
alter table notes enable row level security;
create policy own on notes for all to authenticated using (owner_id = (select auth.uid()));
create policy reads on notes for select to authenticated using (owner_id = auth.uid() and not draft);
