-- finds: foreign key contents_project_fkey on public.contents
create table projects (id int primary key);
create table contents (id int primary key, project int references projects);
