create table notes (id int primary key, owner uuid, deleted_at timestamptz);
alter table notes enable row level security;
create policy see on notes for select to authenticated using (owner = (select auth.uid()));
create policy change on notes for update to authenticated using (owner = (select auth.uid()));
create policy published on notes for select to anon using (deleted_at is null);
