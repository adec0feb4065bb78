-- finds: table public.content_tags
-- because: it joins tables and does not say since when
create table contents (id int primary key);
create table tags (id int primary key);
create table content_tags (content int references contents, tag int references tags, primary key (content, tag));
