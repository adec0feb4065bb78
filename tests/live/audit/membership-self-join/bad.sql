-- finds: policy own on public.members
-- because: whoever puts his own id on the row becomes a member of anything, in any role
create table organizations (id int primary key);
create table members (organization int references organizations, person uuid references auth.users, role text, primary key (organization, person));
alter table organizations enable row level security;
alter table members enable row level security;
create policy mine on organizations for select to authenticated using (id in (select organization from members where person = (select auth.uid())));
create policy own on members for all to authenticated using (person = (select auth.uid()));
