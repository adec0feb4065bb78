-- finds: function public.choose_tenant(text)
-- because: anon, authenticated, public may call it, and it sets app.tenant_id, which the policy own on public.notes believes
create table notes (id int primary key, tenant_id text);
alter table notes enable row level security;
create policy own on notes for all to authenticated using (tenant_id = (select current_setting('app.tenant_id', true)));
create function public.choose_tenant(tenant text) returns void language sql set search_path = '' as
  $$select set_config('app.tenant_id', tenant, false)$$;
