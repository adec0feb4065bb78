-- Version 1 of the schema: status as free text, hard deletes, policies that say less than they seem to.
create type public.project_status as enum ('draft', 'in_progress', 'published');

create table public.users (
  id uuid primary key references auth.users (id) on delete cascade,
  email text not null unique,
  display_name text,
  created_at timestamptz not null default now()
);
create table public.projects (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.users (id) on delete cascade,
  title text not null,
  slug text not null,
  status public.project_status not null default 'draft',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
alter table public.projects enable row level security;
create policy "projects are tenant isolated" on public.projects for all using (true);

insert into auth.users (id, email) values ('00000000-0000-4000-8000-0000000000f1', 'old@example.com');
insert into public.users (id, email) values ('00000000-0000-4000-8000-0000000000f1', 'old@example.com');
insert into public.projects (id, user_id, title, slug) values
  ('00000000-0000-4000-8000-0000000000f2', '00000000-0000-4000-8000-0000000000f1', 'Moby Dick', 'moby-dick');
