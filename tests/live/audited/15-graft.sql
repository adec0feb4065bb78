-- hole: a task can be put into a stranger's project
-- finds: warning[graft-under-a-stranger] foreign key tasks_project_id_fkey on public.tasks
create table projects (id uuid primary key default gen_random_uuid(), owner_id uuid not null references auth.users, name text, is_public boolean not null default false);
create index on projects (owner_id);
create table tasks (
  id uuid primary key default gen_random_uuid(),
  project_id uuid not null references projects,
  created_by uuid not null references auth.users,
  title text not null
);
create index on tasks (project_id);
create index on tasks (created_by);
alter table projects enable row level security;
alter table tasks enable row level security;
create policy own on projects for all to authenticated using (owner_id = (select auth.uid()));
create policy shown on projects for select to authenticated using (is_public);
create policy "see tasks of one's projects" on tasks for select to authenticated
  using (project_id = any (array(select p.id from projects p where p.owner_id = (select auth.uid()))));
create policy "create tasks" on tasks for insert to authenticated with check (created_by = (select auth.uid()));
