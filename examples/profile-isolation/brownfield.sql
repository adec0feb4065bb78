-- The editor before profiles: projects belong to users, and the policies say so in the slow way.
create table public.editai_projects (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references auth.users (id) on delete cascade,
  name text not null,
  description text,
  status text not null default 'draft' check (status in ('draft', 'processing', 'ready', 'failed')),
  settings jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create table public.editai_clips (
  id uuid primary key default gen_random_uuid(),
  project_id uuid not null references public.editai_projects (id) on delete cascade,
  "position" integer not null default 0,
  source_path text not null,
  duration_ms integer not null check (duration_ms >= 0),
  is_selected boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create table public.editai_clip_content (
  id uuid primary key default gen_random_uuid(),
  clip_id uuid not null unique references public.editai_clips (id) on delete cascade,
  script text not null default '',
  subtitles jsonb not null default '[]',
  audio_path text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create table public.editai_project_segments (
  id uuid primary key default gen_random_uuid(),
  project_id uuid not null references public.editai_projects (id) on delete cascade,
  start_ms integer not null check (start_ms >= 0),
  end_ms integer not null,
  label text,
  created_at timestamptz not null default now()
);
create table public.jobs (
  id uuid primary key default gen_random_uuid(),
  job_type text not null,
  status text not null default 'queued',
  progress integer not null default 0 check (progress between 0 and 100),
  data jsonb not null default '{}',
  error text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create table public.api_costs (
  id uuid primary key default gen_random_uuid(),
  provider text not null,
  operation text not null,
  cost_usd numeric(12,6) not null check (cost_usd >= 0),
  metadata jsonb not null default '{}',
  created_at timestamptz not null default now()
);

alter table public.editai_projects enable row level security;
alter table public.editai_clips enable row level security;
alter table public.editai_clip_content enable row level security;
create policy old_projects_select on public.editai_projects for select using (user_id = auth.uid());
create policy old_projects_all on public.editai_projects for all using (user_id = auth.uid());
create policy old_clips_all on public.editai_clips for all
  using (project_id in (select id from public.editai_projects where user_id = auth.uid()));
create policy old_clip_content_all on public.editai_clip_content for all
  using (clip_id in (select id from public.editai_clips));
create policy service_projects on public.editai_projects for all to service_role using (true) with check (true);

insert into auth.users (id, email) values
  ('00000000-0000-4000-8000-0000000000f1', 'old-1@example.com'),
  ('00000000-0000-4000-8000-0000000000f2', 'old-2@example.com');
insert into public.editai_projects (id, user_id, name)
select ('00000000-0000-4000-8000-0000000f' || lpad(n::text, 4, '0'))::uuid,
       ('00000000-0000-4000-8000-0000000000f' || 1 + n % 2)::uuid, 'Old project ' || n
from generate_series(1, 50) n;
insert into public.editai_clips (project_id, source_path, duration_ms) select id, 'old.mp4', 1000 from public.editai_projects;
insert into public.editai_clip_content (clip_id, script) select id, 'old' from public.editai_clips;
-- A job of a user, a job of nobody, a job whose JSON says nonsense.
insert into public.jobs (id, job_type, data) values
  ('00000000-0000-4000-8000-0000000000f3', 'render', '{"user_id": "00000000-0000-4000-8000-0000000000f1"}'),
  ('00000000-0000-4000-8000-0000000000f4', 'cleanup', '{}'),
  ('00000000-0000-4000-8000-0000000000f5', 'render', '{"user_id": "not a uuid"}');
insert into public.api_costs (provider, operation, cost_usd, metadata) values
  ('elevenlabs', 'tts', 0.25, '{"user_id": "00000000-0000-4000-8000-0000000000f2"}');
