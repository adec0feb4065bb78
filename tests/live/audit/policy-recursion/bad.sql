-- finds: policy fellows on public.members
create table members (organization int, person uuid, primary key (organization, person));
alter table members enable row level security;
create policy fellows on members for select to authenticated
  using (organization in (select m.organization from members m where m.person = (select auth.uid())));
