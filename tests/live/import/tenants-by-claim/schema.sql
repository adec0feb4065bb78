-- A multi-tenant back office: the tenant is a claim of the token, a second factor is required by restrictive policies.
create domain public.currency as char(3) check (value ~ '^[A-Z]{3}$');
create type public.invoice_state as enum ('draft', 'sent', 'paid', 'void');

create table public.tenants (
  id uuid primary key default gen_random_uuid(),
  name text not null unique,
  settings jsonb not null default '{"locale": "en"}'::jsonb,
  created_at timestamptz not null default now()
);

create function public.tenant_id() returns uuid language sql stable as $$
  select nullif(current_setting('request.jwt.claims', true)::jsonb -> 'app_metadata' ->> 'tenant_id', '')::uuid
$$;

create table public.customers (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null default public.tenant_id() references public.tenants (id),
  name text not null,
  email text,
  unique (tenant_id, email),
  unique (id, tenant_id)
);
create index on public.customers (tenant_id);

create table public.invoices (
  id bigserial primary key,
  tenant_id uuid not null default public.tenant_id() references public.tenants (id),
  customer_id uuid not null,
  number text not null,
  state public.invoice_state not null default 'draft',
  total numeric(12, 2) not null default 0,
  currency public.currency not null default 'EUR',
  issued_on date,
  foreign key (customer_id, tenant_id) references public.customers (id, tenant_id) on update cascade,
  unique (tenant_id, number),
  check (state = 'draft' or issued_on is not null)
);
create index on public.invoices (tenant_id, state);
create index on public.invoices (customer_id);

create table public.invoice_lines (
  invoice_id bigint not null references public.invoices (id) on delete cascade,
  line smallint not null,
  text text not null,
  amount numeric(12, 2) not null,
  primary key (invoice_id, line)
);

create table public.exchange_rates (
  currency public.currency not null,
  day date not null,
  rate numeric not null check (rate > 0),
  primary key (currency, day)
);

create table public.webhook_log (
  id bigint generated always as identity primary key,
  payload jsonb not null,
  received_at timestamptz not null default clock_timestamp()
);

create view public.open_invoices with (security_invoker = true) as
  select i.id, i.number, c.name as customer, i.total, i.currency
  from public.invoices i join public.customers c on c.id = i.customer_id
  where i.state in ('draft', 'sent');

alter table public.tenants enable row level security;
alter table public.customers enable row level security;
alter table public.invoices enable row level security;
alter table public.invoice_lines enable row level security;
alter table public.exchange_rates enable row level security;
alter table public.webhook_log enable row level security;

create policy tenants_own on public.tenants for select to authenticated using (id = (select public.tenant_id()));
create policy customers_tenant on public.customers to authenticated
  using (tenant_id = (select public.tenant_id())) with check (tenant_id = (select public.tenant_id()));
create policy invoices_tenant on public.invoices to authenticated
  using (tenant_id = (select public.tenant_id())) with check (tenant_id = (select public.tenant_id()));
create policy invoices_mfa on public.invoices as restrictive to authenticated
  using ((select auth.jwt() ->> 'aal') = 'aal2');
create policy invoices_paid_stay on public.invoices as restrictive for delete to authenticated
  using (state = 'draft');
create policy lines_by_invoice on public.invoice_lines to authenticated using (
  invoice_id in (select i.id from public.invoices i where i.tenant_id = (select public.tenant_id()))
);
create policy rates_for_everyone on public.exchange_rates for select to anon, authenticated using (true);
create policy rates_by_service on public.exchange_rates to service_role using (true) with check (true);
