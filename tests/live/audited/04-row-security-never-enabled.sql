-- hole: the policies of invoices are there, and row security never was enabled
-- finds: error[policies-without-row-security] table public.invoices
create table customers (id uuid primary key default gen_random_uuid(), owner_id uuid not null references auth.users);
create index on customers (owner_id);
create table invoices (
  id uuid primary key default gen_random_uuid(),
  customer_id uuid not null references customers on delete cascade,
  owner_id uuid not null references auth.users,
  cents bigint not null
);
create index on invoices (customer_id);
create index on invoices (owner_id);
alter table customers enable row level security;
create policy own on customers for all to authenticated using (owner_id = (select auth.uid()));
create policy "own invoices" on invoices for select to authenticated using (owner_id = (select auth.uid()));
-- row security on, and no policy: only the server writes it; no privilege is left
create table ledger (id bigint generated always as identity primary key, cents bigint not null);
alter table ledger enable row level security;
revoke all on ledger from anon, authenticated;
