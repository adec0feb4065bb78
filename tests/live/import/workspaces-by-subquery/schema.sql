-- A note-taking product: workspaces, memberships looked up by sub-selects in every policy, roles as text.
create extension if not exists citext with schema extensions;

create table public.profiles (
  id uuid primary key references auth.users (id) on delete cascade,
  email extensions.citext unique,
  full_name text,
  avatar_url text,
  updated_at timestamptz
);

create table public.workspaces (
  id uuid primary key default extensions.uuid_generate_v4(),
  title text not null,
  icon text not null default '📁',
  plan text not null default 'free' check (plan in ('free', 'pro', 'team')),
  owner_id uuid not null references public.profiles (id),
  created_at timestamptz not null default timezone('utc', now())
);

create table public.collaborators (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  user_id uuid not null references public.profiles (id) on delete cascade,
  role text not null default 'viewer',
  accepted_at timestamptz,
  constraint collaborators_role_known check (role in ('admin', 'editor', 'viewer')),
  unique (workspace_id, user_id)
);

create table public.folders (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  parent_id uuid references public.folders (id) on delete cascade,
  title text not null,
  in_trash text,
  position double precision not null default 0
);
create index folders_workspace on public.folders (workspace_id, position);

create table public.files (
  id uuid primary key default gen_random_uuid(),
  folder_id uuid not null references public.folders (id) on delete cascade,
  title text not null,
  data jsonb not null default '{}'::jsonb,
  search tsvector generated always as (to_tsvector('english', title)) stored,
  created_at timestamptz not null default now()
);
create index files_search on public.files using gin (search);

alter table public.profiles enable row level security;
alter table public.workspaces enable row level security;
alter table public.collaborators enable row level security;
alter table public.folders enable row level security;
alter table public.files enable row level security;

create policy "Public profiles are viewable by everyone." on public.profiles for select using (true);
create policy "Users can insert their own profile." on public.profiles for insert with check (auth.uid() = id);
create policy "Users can update own profile." on public.profiles for update using (auth.uid() = id);

create policy "workspace owner" on public.workspaces for all using (auth.uid() = owner_id);
create policy "workspace collaborators" on public.workspaces for select using (
  id in (select workspace_id from public.collaborators where user_id = auth.uid() and accepted_at is not null)
);

create policy "own collaborations" on public.collaborators for select using (user_id = auth.uid());
create policy "owners manage collaborators" on public.collaborators for all using (
  workspace_id in (select id from public.workspaces where owner_id = auth.uid())
);

create policy "folders of own workspaces" on public.folders for all using (
  exists (select 1 from public.workspaces w where w.id = folders.workspace_id and w.owner_id = auth.uid())
);
create policy "folders for collaborators" on public.folders for select using (
  workspace_id in (select c.workspace_id from public.collaborators c where c.user_id = auth.uid())
);
create policy "folders for editors" on public.folders for update using (
  workspace_id in (
    select c.workspace_id from public.collaborators c
    where c.user_id = auth.uid() and c.role in ('admin', 'editor')
  )
);

create policy "files follow folders" on public.files for all using (
  folder_id in (select id from public.folders)
) with check (folder_id in (select id from public.folders));
