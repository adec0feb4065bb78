-- hole: a policy reads auth.users, which the role may not: every query fails
-- finds: error[policy-reads-forbidden] policy verified may post on public.posts
create table posts (id uuid primary key default gen_random_uuid(), author_id uuid not null references auth.users, body text);
create index on posts (author_id);
alter table posts enable row level security;
create policy "all read" on posts for select to anon, authenticated using (true);
create policy "verified may post" on posts for insert to authenticated
  with check (author_id = (select auth.uid()) and exists (select from auth.users u where u.id = posts.author_id and u.email_confirmed_at is not null));
-- the same through a helper, which may
create schema private;
grant usage on schema private to authenticated;
create function private.is_confirmed() returns boolean language sql stable security definer set search_path = '' as
  $$select exists (select from auth.users where id = (select auth.uid()) and email_confirmed_at is not null)$$;
revoke execute on function private.is_confirmed() from public;
grant execute on function private.is_confirmed() to authenticated;
create policy "confirmed may edit" on posts for update to authenticated
  using (author_id = (select auth.uid()) and (select private.is_confirmed()));
