create table projects (id int primary key);
create table contents (id int primary key, project int references projects, other int references projects, third int references projects);
create index on contents (project, id);
create index on contents (other) where other is not null;
alter table contents add unique (third);
alter table projects add owner uuid, add unique (id, owner);
create table carried (id int primary key, project int, owner uuid, foreign key (project, owner) references projects (id, owner));
create index on carried (project);
