-- Half of the way there: somebody ran the first statements of the source's migration and stopped.
create extension if not exists "uuid-ossp" with schema extensions;

create table public.users (
  id uuid primary key references auth.users (id) on delete cascade,
  email text not null unique,
  name text,
  avatar_url text,
  subscription_tier text not null default 'free' check (subscription_tier in ('free', 'pro', 'studio', 'enterprise')),
  subscription_status text,
  monthly_usage integer not null default 0,
  usage_reset_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
alter table public.users enable row level security;
-- Every column, and the service by its claim: both go.
create policy "Users can update own profile" on public.users for update using (auth.uid() = id) with check (auth.uid() = id);
create policy "Service role full access to users" on public.users for all using (auth.jwt() ->> 'role' = 'service_role');

create table public.jobs (
  id uuid primary key default extensions.uuid_generate_v4(),
  user_id uuid not null references public.users (id) on delete cascade,
  job_type text not null,
  status text not null default 'queued',
  progress integer not null default 0,
  error_message text,
  parameters jsonb,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index idx_jobs_user_status on public.jobs (user_id);

create function public.handle_new_user() returns trigger language plpgsql security definer as $$
begin
  insert into public.users (id, email) values (new.id, new.email);
  return new;
end $$;
create trigger on_auth_user_created after insert on auth.users for each row execute function public.handle_new_user();

insert into auth.users (id, email) values ('00000000-0000-4000-8000-0000000000f1', 'old@example.com');
insert into public.jobs (id, user_id, job_type, status) values
  ('00000000-0000-4000-8000-0000000000f2', '00000000-0000-4000-8000-0000000000f1', 'render', 'completed');
