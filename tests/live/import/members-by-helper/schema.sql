-- Rows of organizations, by functions that look the caller up: each table says the form that import recognises it by.
-- keys of teams: members
-- keys of projects: owner
-- keys of tasks: owner
-- keys of invoices: owner
-- keys of notes: owner
create schema private;
create type public.team_role as enum ('owner', 'admin', 'member');

create table public.teams (id uuid primary key default gen_random_uuid(), name text not null);
create table public.team_members (
  team_id uuid not null references public.teams (id) on delete cascade,
  user_id uuid not null references auth.users (id) on delete cascade,
  role public.team_role not null default 'member',
  primary key (team_id, user_id)
);
create index on public.team_members (user_id);

create function private.is_team_member(team uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.team_members m where m.team_id = team and m.user_id = (select auth.uid()));
$$;
create function private.has_team_role(team uuid, wanted public.team_role[]) returns boolean
language plpgsql stable security definer set search_path = public as $$
begin
  return exists (
    select 1 from team_members
    where team_id = team and user_id = (select auth.uid()) and role = any (wanted)
  );
end;
$$;
create function private.my_teams() returns setof uuid
language sql stable security definer set search_path = '' as
  'select team_id from public.team_members where user_id = (select auth.uid())';
grant usage on schema private to authenticated;

-- by a boolean function, by role and without
create table public.projects (
  id bigint generated always as identity primary key,
  team_id uuid not null references public.teams (id) on delete cascade,
  name text not null
);
create index on public.projects (team_id);
create policy "Members read" on public.projects for select to authenticated using (private.is_team_member(team_id));
create policy "Admins add" on public.projects for insert to authenticated
  with check (private.has_team_role(team_id, array['owner', 'admin']::public.team_role[]));
create policy "Admins change" on public.projects for update to authenticated
  using (private.has_team_role(team_id, array['owner', 'admin']::public.team_role[]));
create policy "Owners remove" on public.projects for delete to authenticated
  using (private.has_team_role(team_id, array['owner']::public.team_role[]));

-- over a parent
create table public.tasks (
  id bigint generated always as identity primary key,
  project_id bigint not null references public.projects (id) on delete cascade,
  title text not null
);
create index on public.tasks (project_id);
create policy "Team tasks" on public.tasks for select to authenticated using (
  exists (select 1 from public.projects p where p.id = tasks.project_id and private.is_team_member(p.team_id))
);
create policy "Team adds tasks" on public.tasks for insert to authenticated with check (
  exists (select 1 from public.projects p where p.id = tasks.project_id and private.is_team_member(p.team_id))
);

-- by a set of keys, all verbs in one policy
create table public.invoices (
  id bigint generated always as identity primary key,
  team_id uuid not null references public.teams (id) on delete cascade,
  total numeric(12, 2) not null default 0
);
create index on public.invoices (team_id);
create policy "Team invoices" on public.invoices to authenticated
  using (team_id in (select private.my_teams())) with check (team_id in (select private.my_teams()));

-- the same verbs to the same roles as of projects: nothing to say besides the column
create table public.notes (
  id bigint generated always as identity primary key,
  team_id uuid not null references public.teams (id) on delete cascade,
  body text not null
);
create index on public.notes (team_id);
create policy notes_read on public.notes for select to authenticated using (team_id = any (array(select private.my_teams())));
create policy notes_add on public.notes for insert to authenticated
  with check (private.has_team_role(team_id, '{owner,admin}'::public.team_role[]));
create policy notes_change on public.notes for update to authenticated
  using (private.has_team_role(team_id, array['admin', 'owner']::public.team_role[]));
create policy notes_remove on public.notes for delete to authenticated
  using (private.has_team_role(team_id, array['owner']::public.team_role[]));

create policy "Members see their teams" on public.teams for select to authenticated using (private.is_team_member(id));
create policy "Owners change teams" on public.teams for update to authenticated
  using (private.has_team_role(id, array['owner']::public.team_role[]));
create policy "Owners remove teams" on public.teams for delete to authenticated
  using (private.has_team_role(id, array['owner']::public.team_role[]));
create policy "Members see members" on public.team_members for select to authenticated using (private.is_team_member(team_id));
create policy "Owners manage members" on public.team_members to authenticated
  using (private.has_team_role(team_id, array['owner']::public.team_role[]));

alter table public.teams enable row level security;
alter table public.team_members enable row level security;
alter table public.projects enable row level security;
alter table public.tasks enable row level security;
alter table public.invoices enable row level security;
alter table public.notes enable row level security;
