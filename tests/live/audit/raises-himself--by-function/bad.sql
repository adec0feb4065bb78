-- finds: policy own on public.profiles
-- because: whoever owns the row writes role as he likes, and policies believe it
create table profiles (id uuid primary key, nick text, role text);
create table reports (id int primary key, body text);
alter table profiles enable row level security;
alter table reports enable row level security;
create policy own on profiles for insert to authenticated with check (id = (select auth.uid()));
create function public.is_staff() returns boolean language sql stable security definer set search_path = '' as
  $$select exists (select from public.profiles where id = (select auth.uid()) and role = 'staff')$$;
create policy staff on reports for select to authenticated using ((select is_staff()));
