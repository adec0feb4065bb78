create table posts (id int primary key, owner uuid);
create table comments (id int primary key, owner uuid, post int references posts on delete set null);
create table pages (id int primary key, post int references posts on delete cascade);
alter table posts enable row level security;
alter table comments enable row level security;
alter table pages enable row level security;
create policy own on posts for all to authenticated using (owner = (select auth.uid()));
create policy own on comments for all to authenticated using (owner = (select auth.uid()));
create policy own on pages for all to authenticated using (post = any (array(select id from posts where owner = (select auth.uid()))));
