-- finds: foreign key tasks_project_id_fkey on public.tasks
-- because: the policy changes does not look at project_id: a caller can put his row under anybody's row of public.projects
create table projects (id uuid primary key default gen_random_uuid(), owner_id uuid not null);
create table tasks (id uuid primary key default gen_random_uuid(), creator_id uuid not null, project_id uuid not null references projects, moved_at timestamptz);
alter table projects enable row level security;
alter table tasks enable row level security;
create policy own on projects for all to authenticated using (owner_id = (select auth.uid()));
create policy reads on tasks for select to authenticated using (project_id = any (array(select id from projects)));
create policy adds on tasks for insert to authenticated with check (creator_id = (select auth.uid()) and project_id = any (array(select id from projects)));
create policy changes on tasks for update to authenticated using (creator_id = (select auth.uid())) with check (creator_id = (select auth.uid()));
-- it sees the change and lets it pass
create function public.moved() returns trigger language plpgsql set search_path = '' as $$begin new.moved_at := now(); return new; end$$;
create trigger moved before update on tasks for each row when (old.project_id is distinct from new.project_id) execute function moved();
