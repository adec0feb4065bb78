-- hole: anybody may call a function that deletes any row with its owner's rights
-- finds: error[definer-executable-by-anonymous] function public.remove_comment(uuid)
-- finds: warning[definer-asks-nobody] function public.remove_comment(uuid)
create table comments (id uuid primary key default gen_random_uuid(), author_id uuid not null references auth.users, body text);
create index on comments (author_id);
alter table comments enable row level security;
create policy reads on comments for select to anon, authenticated using (true);
create policy adds on comments for insert to authenticated with check (author_id = (select auth.uid()));
create function remove_comment(comment uuid) returns void language sql security definer set search_path = '' as
  $$delete from public.comments where id = comment$$;
create function remove_my_comment(comment uuid) returns void language sql security definer set search_path = '' as
  $$delete from public.comments where id = comment and author_id = (select auth.uid())$$;
revoke execute on function remove_my_comment(uuid) from public, anon;
-- a trigger function runs for nobody who calls it
create table profiles (id uuid primary key references auth.users on delete cascade);
alter table profiles enable row level security;
create policy own on profiles for select to authenticated using (id = (select auth.uid()));
create function handle_new_user() returns trigger language plpgsql security definer set search_path = '' as
  $$begin insert into public.profiles (id) values (new.id); return new; end$$;
