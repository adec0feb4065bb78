-- hole: the table of API keys has no row security
-- finds: error[row-security-off] table public.integrations
-- finds: warning[sensitive-columns] column api_key on public.integrations
create table profiles (id uuid primary key references auth.users on delete cascade, display_name text);
alter table profiles enable row level security;
create policy "public profiles" on profiles for select to anon, authenticated using (true);
create policy "own profile" on profiles for update to authenticated using (id = (select auth.uid())) with check (id = (select auth.uid()));
create table integrations (
  id uuid primary key default gen_random_uuid(),
  profile_id uuid not null references profiles on delete cascade,
  provider text not null,
  api_key text not null
);
create index on integrations (profile_id);
-- nobody but the server: no row security is needed where nobody has a privilege
create schema internal;
create table internal.webhook_secrets (id uuid primary key, secret text not null);
create table job_queue (id bigint generated always as identity primary key, payload jsonb not null, secret_token text);
revoke all on job_queue from anon, authenticated;
