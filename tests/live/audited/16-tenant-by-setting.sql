-- hole: the tenant is a setting that anybody sets by a function
-- finds: warning[setting-anybody-sets] function public.set_tenant(uuid)
create table invoices (id uuid primary key default gen_random_uuid(), tenant_id uuid not null, cents bigint);
create index on invoices (tenant_id);
alter table invoices enable row level security;
create policy tenant on invoices for all to authenticated using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create function set_tenant(tenant uuid) returns void language plpgsql set search_path = '' as
  $$begin perform set_config('app.tenant_id', tenant::text, false); end$$;
