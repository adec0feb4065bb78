-- hole: an outsider puts himself into any organization, with any role
-- finds: error[membership-self-join] policy users can join on public.organization_members
-- finds: warning[graft-under-a-stranger] foreign key organization_members_organization_id_fkey on public.organization_members
-- finds: error[raises-himself] policy users can join on public.organization_members
create table organizations (id uuid primary key default gen_random_uuid(), name text not null);
create table organization_members (
  organization_id uuid not null references organizations on delete cascade,
  user_id uuid not null references auth.users on delete cascade,
  role text not null default 'member',
  joined_at timestamptz not null default now(),
  primary key (organization_id, user_id)
);
create index on organization_members (user_id);
alter table organizations enable row level security;
alter table organization_members enable row level security;
create schema private;
grant usage on schema private to authenticated;
create function private.my_organizations() returns setof uuid language sql stable security definer set search_path = '' as
  $$select organization_id from public.organization_members where user_id = (select auth.uid())$$;
create function private.led_organizations() returns setof uuid language sql stable security definer set search_path = '' as
  $$select organization_id from public.organization_members where user_id = (select auth.uid()) and role = 'owner'$$;
revoke execute on all functions in schema private from public;
grant execute on all functions in schema private to authenticated;
create policy "members see their organizations" on organizations for select to authenticated
  using (id = any (array(select private.my_organizations())));
create policy "members see each other" on organization_members for select to authenticated
  using (organization_id = any (array(select private.my_organizations())));
create policy "users can join" on organization_members for insert to authenticated
  with check (user_id = (select auth.uid()));
create policy "owners remove" on organization_members for delete to authenticated
  using (organization_id = any (array(select private.led_organizations())));
