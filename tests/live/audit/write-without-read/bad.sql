-- finds: policy own on public.notes
-- because: authenticated may UPDATE rows and read none: a keyed statement hits nothing, one without WHERE hits everything
create table notes (id int primary key, owner uuid);
alter table notes enable row level security;
create policy own on notes for update to authenticated using (owner = (select auth.uid()));
