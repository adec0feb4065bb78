-- hole: everybody may set is_admin in his own profile, which other policies believe
-- finds: error[raises-himself] policy change own profile on public.profiles
create table profiles (id uuid primary key references auth.users on delete cascade, display_name text, is_admin boolean not null default false);
alter table profiles enable row level security;
create policy "all read" on profiles for select to authenticated using (true);
create policy "change own profile" on profiles for update to authenticated using (id = (select auth.uid())) with check (id = (select auth.uid()));
create schema private;
grant usage on schema private to authenticated;
create function private.is_admin() returns boolean language sql stable security definer set search_path = '' as
  $$select exists (select from public.profiles p where p.id = (select auth.uid()) and p.is_admin)$$;
revoke execute on function private.is_admin() from public;
grant execute on function private.is_admin() to authenticated;
create table reports (id uuid primary key default gen_random_uuid(), author_id uuid not null references auth.users, body text);
create index on reports (author_id);
alter table reports enable row level security;
create policy own on reports for all to authenticated using (author_id = (select auth.uid()));
create policy admins on reports for select to authenticated using ((select private.is_admin()));
-- the same, with privileges on columns
create table accounts (id uuid primary key references auth.users on delete cascade, nick text, plan text not null default 'free');
alter table accounts enable row level security;
create policy "own account" on accounts for select to authenticated using (id = (select auth.uid()));
create policy "change own account" on accounts for update to authenticated using (id = (select auth.uid()));
revoke insert, update, delete on accounts from anon, authenticated;
grant update (nick) on accounts to authenticated;
create policy "payers read all" on reports for select to authenticated
  using (exists (select from accounts a where a.id = (select auth.uid()) and a.plan = 'pro'));
