-- finds: foreign key tasks_project_id_fkey on public.tasks
-- because: the policy adds does not look at project_id: a caller can put his row under anybody's row of public.projects
create table projects (id uuid primary key default gen_random_uuid(), owner_id uuid not null);
create table tasks (id uuid primary key default gen_random_uuid(), creator_id uuid not null, project_id uuid not null references projects);
alter table projects enable row level security;
alter table tasks enable row level security;
create policy own on projects for all to authenticated using (owner_id = (select auth.uid()));
create policy reads on tasks for select to authenticated using (project_id = any (array(select id from projects)));
create policy adds on tasks for insert to authenticated with check (creator_id = (select auth.uid()));
