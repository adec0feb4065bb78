-- finds: policy own on public.notes
-- because: request.headers holds what the caller sends: he says himself who he is
create table notes (id int primary key, tenant_id text);
alter table notes enable row level security;
create policy own on notes for all to authenticated using (tenant_id = (select current_setting('request.headers', true)::json ->> 'x-tenant'));
