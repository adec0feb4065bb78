-- finds: policy fellows on public.members
-- because: its subquery leads back to its own table: infinite recursion (42P17) on every query
create table members (organization int, person uuid, primary key (organization, person));
alter table members enable row level security;
create policy fellows on members for select to authenticated
  using (organization in (select m.organization from members m where m.person = (select auth.uid())));
