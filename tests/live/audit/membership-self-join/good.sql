create table organizations (id int primary key);
create table members (organization int references organizations, person uuid references auth.users, role text, primary key (organization, person));
alter table organizations enable row level security;
alter table members enable row level security;
create schema private;
create function private.managed() returns setof int language sql stable security definer set search_path = '' as
  $$select organization from public.members where person = (select auth.uid()) and role = 'owner'$$;
create policy mine on organizations for select to authenticated using (id in (select organization from members where person = (select auth.uid())));
create policy own on members for select to authenticated using (person = (select auth.uid()));
create policy adds on members for insert to authenticated with check (organization = any (array(select private.managed())));
create policy first on members for insert to authenticated with check (person = (select auth.uid()) and role = 'guest');
