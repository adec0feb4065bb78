create table notes (id int primary key, tenant_id text);
create table members (tenant_id text, person uuid, primary key (tenant_id, person));
alter table notes enable row level security;
create policy own on notes for all to authenticated using (tenant_id = (select current_setting('app.tenant_id', true)));
create function public.choose_tenant(tenant text) returns void language sql set search_path = '' as
  $$select set_config('app.tenant_id', m.tenant_id, false) from public.members m where m.tenant_id = tenant and m.person = auth.uid()$$;
create function public.be_tenant(tenant text) returns void language sql set search_path = '' as
  $$select set_config('app.tenant_id', tenant, false)$$;
revoke execute on function public.be_tenant from public, anon, authenticated;
-- the header is a secret of the row
create table shares (id int primary key, share_token text);
alter table shares enable row level security;
create policy linked on shares for select to anon using (share_token = (select current_setting('request.headers', true)::json ->> 'x-share-token'));
