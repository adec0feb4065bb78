-- finds: foreign key comments_post_fkey on public.comments
-- because: whoever deletes his row of public.posts deletes rows of public.comments that belong to others
create table posts (id int primary key, owner uuid);
create table comments (id int primary key, owner uuid, post int references posts on delete cascade);
alter table posts enable row level security;
alter table comments enable row level security;
create policy own on posts for all to authenticated using (owner = (select auth.uid()));
create policy own on comments for all to authenticated using (owner = (select auth.uid()));
