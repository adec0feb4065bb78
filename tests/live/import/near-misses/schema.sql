-- Policies that look like a form and are looser or tighter: nothing is inferred from them.
-- keys of teams: members
-- keys of right: owner
-- keys of whoever: none
-- keys of also_true: none
-- keys of hidden: none
-- keys of given_away: none
-- keys of other_caller: none
-- keys of narrowed: none
-- keys of careless: none
-- keys of shadowed: none
-- keys of by_name: none
-- keys of wrong_column: none
-- keys of more_than_a_role: none
-- keys of published: none
create schema private;
create table public.teams (id uuid primary key default gen_random_uuid(), name text not null);
create table public.team_members (
  team_id uuid not null references public.teams (id) on delete cascade,
  user_id uuid not null references auth.users (id) on delete cascade,
  role text not null default 'member' check (role in ('owner', 'member')),
  invited_by uuid references auth.users (id),
  primary key (team_id, user_id)
);
create index on public.team_members (user_id);
create index on public.team_members (invited_by);
create policy own on public.team_members for select to authenticated using (user_id = (select auth.uid()));
create policy own on public.teams for select to authenticated using (
  id in (select m.team_id from public.team_members m where m.user_id = (select auth.uid()))
);

-- memberships that only their owners see
create table public.hidden_members (
  team_id uuid not null references public.teams (id) on delete cascade,
  user_id uuid not null references auth.users (id) on delete cascade,
  role text not null default 'member' check (role in ('owner', 'member')),
  primary key (team_id, user_id)
);
create index on public.hidden_members (user_id);
create policy owners on public.hidden_members for select to authenticated
  using (user_id = (select auth.uid()) and role = 'owner');

create function private.is_member(team uuid) returns boolean
language sql stable security definer set search_path = '' as
  'select exists (select 1 from public.team_members m where m.team_id = team and m.user_id = (select auth.uid()))';
create function private.is_member_or_team_is_new(team uuid) returns boolean
language sql stable security definer set search_path = '' as
  'select exists (select 1 from public.team_members m where m.team_id = team and m.user_id = (select auth.uid()) or m.role = ''member'')';
-- the column comes before the argument: whoever is a member of anything
create function private.is_member_of(team_id uuid) returns boolean
language sql stable security definer set search_path = '' as
  'select exists (select 1 from public.team_members where team_id = team_id and user_id = (select auth.uid()))';
-- what its names mean, its caller decides
create function private.is_member_by_path(team uuid) returns boolean
language sql stable security definer as
  'select exists (select 1 from team_members m where m.team_id = team and m.user_id = (select auth.uid()))';
create function private.somebody() returns uuid language sql stable set search_path = '' as 'select auth.uid()';
grant usage on schema private to authenticated;

do $$
declare
  name text;
begin
  foreach name in array array['right', 'whoever', 'also_true', 'hidden', 'given_away', 'other_caller', 'narrowed', 'careless',
    'shadowed', 'by_name', 'wrong_column', 'more_than_a_role', 'published'] loop
    execute format('create table public.%I (id uuid primary key default gen_random_uuid(), other_id uuid references public.teams (id),
      team_id uuid not null references public.teams (id) on delete cascade, author_id uuid references auth.users (id),
      status text not null default ''draft'')', name);
    execute format('create index on public.%I (team_id)', name);
    execute format('create index on public.%I (other_id)', name);
    execute format('create index on public.%I (author_id)', name);
    execute format('alter table public.%I enable row level security', name);
  end loop;
end
$$;
alter table public.teams enable row level security;
alter table public.team_members enable row level security;
alter table public.hidden_members enable row level security;

create policy p on public."right" to authenticated using (private.is_member(team_id));
-- any member, and not the caller
create policy p on public.whoever to authenticated using (team_id in (select m.team_id from public.team_members m));
create policy p on public.also_true to authenticated using (
  team_id in (select m.team_id from public.team_members m where m.user_id = (select auth.uid()) or m.role = 'owner')
);
-- only owners see the membership that is looked up
create policy p on public.hidden to authenticated using (
  team_id in (select m.team_id from public.hidden_members m where m.user_id = (select auth.uid()))
);
-- a row can be moved to another team
create policy p on public.given_away for select to authenticated using (private.is_member(team_id));
create policy q on public.given_away for update to authenticated using (private.is_member(team_id)) with check (true);
create policy p on public.other_caller to authenticated using (
  team_id in (select m.team_id from public.team_members m where m.user_id = (select private.somebody()))
);
create policy p on public.narrowed to authenticated using (private.is_member(team_id));
create policy q on public.narrowed as restrictive to authenticated using (status = 'draft');
create policy p on public.careless to authenticated using (private.is_member_or_team_is_new(team_id));
create policy p on public.shadowed to authenticated using (private.is_member_of(team_id));
create policy p on public.by_name to authenticated using (private.is_member_by_path(team_id));
-- the primary key is no team's
create policy p on public.wrong_column to authenticated using (private.is_member(id));
create policy p on public.more_than_a_role to authenticated using (
  team_id in (
    select m.team_id from public.team_members m where m.user_id = (select auth.uid()) and m.invited_by = (select auth.uid())
  )
);
-- everybody, where the word is for two roles; and a case that the text does not tell
create policy p on public.published for select using (status = 'published');
create policy q on public.published for update to authenticated using (author_id = (select auth.uid()))
  with check (author_id = (select auth.uid()) or status = 'draft');
