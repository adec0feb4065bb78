-- finds: key invoices_number_key on public.invoices
-- because: (number) is unique across tenants: the error tells what another one has
create table invoices (id int primary key, tenant_id uuid, number text unique);
alter table invoices enable row level security;
