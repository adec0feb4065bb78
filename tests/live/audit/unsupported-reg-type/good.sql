create table jobs (id int primary key, handler text, kind regclass);
