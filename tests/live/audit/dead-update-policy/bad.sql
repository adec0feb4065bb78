-- finds: policy own on public.notes
create table notes (id int primary key, owner uuid);
alter table notes enable row level security;
create policy own on notes for update to authenticated with check (owner = (select auth.uid()));
