create table profiles (id uuid primary key, nick text, is_admin boolean not null default false, plan text, quota int);
create table reports (id int primary key, nick text);
alter table profiles enable row level security;
alter table reports enable row level security;
revoke update on profiles from authenticated, anon;
grant update (nick, plan, quota) on profiles to authenticated;
create policy own on profiles for update to authenticated using (id = (select auth.uid()));
create policy planned on profiles as restrictive for update to authenticated using (true) with check (plan = 'free');
create function public.keep_quota() returns trigger language plpgsql set search_path = '' as
  $$begin new.quota := old.quota; return new; end$$;
create trigger keep_quota before update on profiles for each row execute function keep_quota();
create policy admins on reports for select to authenticated
  using (exists (select from profiles p where p.id = (select auth.uid()) and p.is_admin and p.plan <> 'free' and p.quota > 0 and reports.nick is not null));
