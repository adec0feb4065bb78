create table invoices (id int primary key, tenant_id uuid, number text, unique (tenant_id, number));
alter table invoices enable row level security;
