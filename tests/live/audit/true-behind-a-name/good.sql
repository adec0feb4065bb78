create table members (id int primary key, owner uuid);
alter table members enable row level security;
create policy "everyone reads" on members for select to authenticated using (true);
create policy "own rows" on members for update to authenticated using (owner = (select auth.uid()));
