create table organizations (id int primary key);
create table members (organization int references organizations, person uuid references auth.users, role text, primary key (organization, person));
alter table organizations enable row level security;
alter table members enable row level security;
create schema private;
create function private.managed() returns setof int language sql stable security definer set search_path = '' as
  $$select organization from public.members where person = (select auth.uid()) and role = 'owner'$$;
create policy mine on organizations for select to authenticated using (id in (select organization from members where person = (select auth.uid())));
create policy own on members for select to authenticated using (person = (select auth.uid()));
create policy adds on members for insert to authenticated with check (organization = any (array(select private.managed())));
-- a trigger that keeps books looks nobody up
create table projects (id int primary key, entries int not null default 0);
create table entries (project int not null references projects, person uuid not null references auth.users, primary key (project, person));
alter table projects enable row level security;
alter table entries enable row level security;
create policy mine on entries to authenticated using (person = (select auth.uid())) with check (person = (select auth.uid()));
create function private.count_entries() returns trigger language plpgsql security definer set search_path = '' as
  $$begin update public.projects set entries = (select count(*) from public.entries where project = new.project) where id = new.project; return null; end$$;
create trigger counted after insert on entries for each row execute function private.count_entries();
create policy first on members for insert to authenticated with check (person = (select auth.uid()) and role = 'guest');
