-- hole: an update policy with a check and no condition on the old row is dead
-- finds: warning[dead-update-policy] policy change own on public.addresses
create table addresses (id uuid primary key default gen_random_uuid(), owner_id uuid not null default auth.uid(), line text);
create index on addresses (owner_id);
alter table addresses enable row level security;
create policy "read own" on addresses for select to authenticated using (owner_id = (select auth.uid()));
create policy "add own" on addresses for insert to authenticated with check (owner_id = (select auth.uid()));
create policy "change own" on addresses for update to authenticated with check (owner_id = (select auth.uid()));
-- no check: USING counts for the new row as well
create table phones (id uuid primary key default gen_random_uuid(), owner_id uuid not null default auth.uid(), number text);
create index on phones (owner_id);
alter table phones enable row level security;
create policy "all own" on phones for all to authenticated using (owner_id = (select auth.uid()));
