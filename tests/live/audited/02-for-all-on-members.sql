-- hole: FOR ALL on a membership table lets everybody insert and raise his own membership
-- finds: error[membership-self-join] policy own memberships on public.team_members
-- finds: error[raises-himself] policy own memberships on public.team_members
-- finds: warning[graft-under-a-stranger] foreign key team_members_team_id_fkey on public.team_members
create table teams (id bigint generated always as identity primary key, name text not null);
create table team_members (
  team_id bigint not null references teams on delete cascade,
  user_id uuid not null references auth.users on delete cascade,
  role text not null default 'viewer' check (role in ('viewer', 'editor', 'owner')),
  created_at timestamptz not null default now(),
  primary key (user_id, team_id)
);
create index on team_members (team_id);
create table documents (
  id uuid primary key default gen_random_uuid(),
  team_id bigint not null references teams on delete cascade,
  title text not null
);
create index on documents (team_id);
alter table teams enable row level security;
alter table team_members enable row level security;
alter table documents enable row level security;
create policy own_teams on teams for select to authenticated
  using (id = any (array(select m.team_id from team_members m where m.user_id = (select auth.uid()))));
create policy "own memberships" on team_members for all to authenticated using (user_id = (select auth.uid()));
create policy "team reads" on documents for select to authenticated
  using (team_id = any (array(select m.team_id from team_members m where m.user_id = (select auth.uid()))));
create policy "editors write" on documents for insert to authenticated
  with check (team_id = any (array(select m.team_id from team_members m where m.user_id = (select auth.uid()) and m.role in ('editor', 'owner'))));
