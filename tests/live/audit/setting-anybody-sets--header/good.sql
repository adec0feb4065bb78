create table notes (id int primary key, tenant_id text);
alter table notes enable row level security;
create policy own on notes for all to authenticated using (tenant_id = (select auth.jwt() -> 'app_metadata' ->> 'tenant'));
