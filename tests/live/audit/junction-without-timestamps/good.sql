create table contents (id int primary key);
create table tags (id int primary key);
create table content_tags (content int references contents, tag int references tags, created_at timestamptz not null default now(), primary key (content, tag));
