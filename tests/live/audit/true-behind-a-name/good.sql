create table members (id int primary key, owner uuid);
alter table members enable row level security;
create table posts (id int primary key);
alter table posts enable row level security;
create policy "everyone reads" on posts for select to authenticated using (true);
create policy "own rows" on members for all to authenticated using (owner = (select auth.uid()));
