create table notes (id int primary key, published boolean, owner uuid);
alter table notes enable row level security;
create policy "published is visible" on notes for select to authenticated using (published);
create policy "read and write own" on notes to authenticated using (owner = (select auth.uid()));
