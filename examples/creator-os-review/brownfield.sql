-- The database that the review audited: the tables that the story wanted to create stand there already,
-- without row security, attribution, keywords, framework_id or timestamps on the junctions.

create table public.minds (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique,
  display_name text not null,
  primary_language text not null default 'en',
  privacy_level text not null default 'private' constraint minds_privacy_level_check check (privacy_level in ('private', 'unlisted', 'public')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table public.user_profiles (
  id uuid primary key references auth.users (id) on delete cascade,
  mind_id uuid references public.minds (id) on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

-- No search_path: whoever may create a table may answer for it.
create function public.current_mind_id() returns uuid language sql stable security definer as
$$ select mind_id from public.user_profiles where id = auth.uid() $$;

create table public.content_frameworks (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique,
  name text not null,
  description text,
  framework_type text not null,
  structure jsonb not null default '{}',
  version integer not null default 1,
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index idx_content_frameworks_framework_type on public.content_frameworks (framework_type);

create table public.content_projects (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique,
  name text not null,
  project_type text not null default 'course',
  description text,
  status text default 'planning',
  target_audience_id uuid,
  project_metadata jsonb,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz
);
create index idx_content_projects_status on public.content_projects (status);

create table public.audience_profiles (
  id uuid primary key default gen_random_uuid(),
  project_id uuid not null references public.content_projects (id) on delete cascade,
  name text not null,
  description text,
  demographics jsonb not null default '{}',
  psychographics jsonb not null default '{}',
  pain_points text[] not null default '{}',
  goals text[] not null default '{}',
  objections text[] not null default '{}',
  expertise_level text check (expertise_level in ('beginner', 'intermediate', 'advanced')),
  metadata jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index idx_audience_profiles_project_id on public.audience_profiles (project_id);
create index idx_audience_profiles_level on public.audience_profiles (expertise_level);
alter table public.content_projects add foreign key (target_audience_id) references public.audience_profiles (id) on delete set null;

create table public.contents (
  id uuid primary key default gen_random_uuid(),
  project_id uuid not null references public.content_projects (id) on delete cascade,
  parent_content_id uuid references public.contents (id) on delete cascade,
  slug text not null,
  title text not null,
  summary text,
  content text,
  content_type text not null,
  status text not null default 'draft',
  sequence_order integer,
  ai_generated boolean not null default false,
  fidelity_score numeric(4,3) check (fidelity_score >= 0 and fidelity_score <= 1),
  generation_execution_id uuid,
  metadata jsonb not null default '{}',
  reviewed_at timestamptz,
  published_at timestamptz,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint contents_status_check check (status in ('draft', 'reviewed', 'published', 'archived')),
  unique (project_id, slug)
);
create index idx_contents_siblings on public.contents (parent_content_id, sequence_order);
create index idx_contents_type on public.contents (content_type);
create index idx_contents_status on public.contents (status);
create index idx_contents_published on public.contents (published_at desc) where status = 'published' and deleted_at is null;
-- Ascending, where the model says descending.
create index idx_contents_created on public.contents (created_at);
create index idx_contents_search on public.contents using gin (to_tsvector('english', title || ' ' || coalesce(content, '')));

create table public.tags (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique,
  name text not null,
  created_at timestamptz not null default now()
);

create table public.content_minds (
  content_id uuid not null references public.contents (id) on delete cascade,
  mind_id uuid not null references public.minds (id) on delete cascade,
  role text not null default 'creator',
  is_primary boolean not null default false,
  primary key (content_id, mind_id, role)
);
create index idx_content_minds_mind on public.content_minds (mind_id);
create index idx_content_minds_role on public.content_minds (role);

create table public.content_tags (
  content_id uuid not null references public.contents (id) on delete cascade,
  tag_id uuid not null references public.tags (id) on delete cascade,
  relevance numeric(4,3),
  primary key (content_id, tag_id)
);
create index idx_content_tags_tag on public.content_tags (tag_id);

-- Rows that must outlive the migration.
insert into public.minds (id, slug, display_name, privacy_level) values
  ('00000000-0000-4000-8000-0000000000f1', 'old-mind', 'A mind from before', 'public');
insert into public.content_projects (id, slug, name, status, project_metadata) values
  ('00000000-0000-4000-8000-0000000000f2', 'old-course', 'A course from before', 'in_progress', '{"creator": "old-mind"}'),
  ('00000000-0000-4000-8000-0000000000f3', 'old-book', 'A book from before', 'planning', '{"creator": "old-mind"}');
insert into public.contents (id, project_id, slug, title, content_type, status) values
  ('00000000-0000-4000-8000-0000000000f4', '00000000-0000-4000-8000-0000000000f2', 'outline', 'Outline', 'course_outline', 'published');
insert into public.tags (id, slug, name) values ('00000000-0000-4000-8000-0000000000f5', 'old-tag', 'Old');
insert into public.content_minds (content_id, mind_id) values ('00000000-0000-4000-8000-0000000000f4', '00000000-0000-4000-8000-0000000000f1');
insert into public.content_tags (content_id, tag_id) values ('00000000-0000-4000-8000-0000000000f4', '00000000-0000-4000-8000-0000000000f5');
