-- finds: policy own on public.notes
-- because: the policy everything lets every row through: this one changes nothing
create table notes (id int primary key, owner uuid);
alter table notes enable row level security;
create policy own on notes for select to authenticated using (owner = (select auth.uid()));
create policy everything on notes for select to public using (true);
