-- hole: "can be managed by tenant admins" says true
-- finds: error[policy-always-true] policy members can be managed by tenant admins on public.tenant_members
-- finds: error[true-behind-a-name] policy members can be managed by tenant admins on public.tenant_members
create table tenants (id uuid primary key default gen_random_uuid(), name text not null);
create table tenant_members (
  tenant_id uuid not null references tenants,
  user_id uuid not null references auth.users,
  level int not null default 1,
  added_at timestamptz not null default now(),
  primary key (tenant_id, user_id)
);
create index on tenant_members (user_id);
alter table tenants enable row level security;
alter table tenant_members enable row level security;
create policy "tenants of the claim" on tenants for select to authenticated
  using (id = (select (auth.jwt() -> 'app_metadata' ->> 'tenant_id')::uuid));
create policy "tenant mates" on tenant_members for select to authenticated
  using (tenant_id = (select (auth.jwt() -> 'app_metadata' ->> 'tenant_id')::uuid));
create policy "members can be managed by tenant admins" on tenant_members for insert to authenticated with check (true);
-- a restrictive policy may say true for all but one role
create policy "nobody on a break" on tenants as restrictive for all to authenticated using ((select (auth.jwt() ->> 'aal')) = 'aal2');
