-- Rows of organizations, by sub-selects from the memberships: `in`, `exists`, `= any`, with a membership that has to be
-- accepted and a role as text.
-- keys of workspaces: members
-- keys of folders: owner
-- keys of files: owner
-- keys of labels: owner
-- keys of comments: owner
create table public.workspaces (id uuid primary key default gen_random_uuid(), title text not null);
create table public.collaborators (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  user_id uuid not null references auth.users (id) on delete cascade,
  role text not null default 'viewer' check (role in ('admin', 'editor', 'viewer')),
  accepted_at timestamptz,
  primary key (workspace_id, user_id)
);
create index on public.collaborators (user_id);
create policy own on public.collaborators for select to authenticated using (user_id = (select auth.uid()));

create policy "members see theirs" on public.workspaces for select to authenticated using (
  id in (select c.workspace_id from public.collaborators c where c.user_id = (select auth.uid()) and c.accepted_at is not null)
);

create table public.folders (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  title text not null
);
create index on public.folders (workspace_id);
create policy "in" on public.folders for select to authenticated using (
  workspace_id in (
    select workspace_id from public.collaborators where user_id = (select auth.uid()) and accepted_at is not null
  )
);
create policy "in, by role" on public.folders for update to authenticated using (
  workspace_id in (
    select c.workspace_id from public.collaborators c
    where c.user_id = (select auth.uid()) and c.accepted_at is not null and c.role in ('admin', 'editor')
  )
);

create table public.files (
  id uuid primary key default gen_random_uuid(),
  folder_id uuid not null references public.folders (id) on delete cascade,
  title text not null
);
create index on public.files (folder_id);
create policy "exists, over a parent" on public.files for select to authenticated using (
  exists (
    select 1 from public.folders f
    where f.id = files.folder_id and f.workspace_id in (
      select c.workspace_id from public.collaborators c
      where c.user_id = (select auth.uid()) and c.accepted_at is not null
    )
  )
);

create table public.labels (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  name text not null
);
create index on public.labels (workspace_id);
create policy "exists" on public.labels to authenticated using (
  exists (
    select 1 from public.collaborators c
    where c.workspace_id = labels.workspace_id and (select auth.uid()) = c.user_id and c.accepted_at is not null
  )
);

create table public.comments (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  body text not null
);
create index on public.comments (workspace_id);
create policy "any" on public.comments for select to authenticated using (
  workspace_id = any (array(
    select c.workspace_id from public.collaborators c where c.accepted_at is not null and c.user_id = (select auth.uid())
  ))
);
create policy "only admins" on public.comments for delete to authenticated using (
  workspace_id in (
    select c.workspace_id from public.collaborators c
    where c.user_id = (select auth.uid()) and c.accepted_at is not null and c.role = 'admin'
  )
);

alter table public.workspaces enable row level security;
alter table public.collaborators enable row level security;
alter table public.folders enable row level security;
alter table public.files enable row level security;
alter table public.labels enable row level security;
alter table public.comments enable row level security;
