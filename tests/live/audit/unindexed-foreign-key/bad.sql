-- finds: foreign key contents_project_fkey on public.contents
-- because: no index leads with (project): a delete in public.projects reads the whole table
create table projects (id int primary key);
create table contents (id int primary key, project int references projects);
