create table members (organization int, person uuid, primary key (organization, person));
alter table members enable row level security;
create schema private;
create function private.mine() returns setof int language sql stable security definer set search_path = '' as
  $$select organization from public.members where person = (select auth.uid())$$;
create policy fellows on members for select to authenticated using (organization = any (array(select private.mine())));
