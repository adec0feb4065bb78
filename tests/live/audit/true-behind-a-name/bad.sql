-- finds: policy members can be managed by tenant admins on public.members
-- because: its name says `members` and its condition says true
create table members (id int primary key, tenant int);
alter table members enable row level security;
create policy "members can be managed by tenant admins" on members for select to authenticated using (true);
