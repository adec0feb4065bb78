create table people (id uuid primary key, name text);
create table projects (id uuid primary key default gen_random_uuid(), owner_id uuid not null, unique (id, owner_id));
create table articles (id uuid primary key, author_id uuid not null, published boolean not null);
create table products (id uuid primary key, seller_id uuid not null, published boolean not null);
create table tags (id int primary key, made_by uuid);
alter table people enable row level security;
alter table projects enable row level security;
alter table articles enable row level security;
alter table products enable row level security;
alter table tags enable row level security;
create policy self on people for all to authenticated using (id = (select auth.uid()));
create policy own on projects for all to authenticated using (owner_id = (select auth.uid()));
create policy reads on articles for select to anon, authenticated using (published or author_id = (select auth.uid()));
create policy reads on products for select to authenticated using (published or seller_id = (select auth.uid()));
create policy reads on tags for select to authenticated using (true);
create policy makes on tags for insert to authenticated with check (made_by = (select auth.uid()));
-- the parent is asked for
create table tasks (id uuid primary key, creator_id uuid not null, assignee_id uuid references people, tag_id int references tags, project_id uuid not null references projects);
alter table tasks enable row level security;
create policy adds on tasks for all to authenticated using (creator_id = (select auth.uid()))
  with check (creator_id = (select auth.uid()) and project_id = any (array(select id from projects)));
-- the key carries the owner
create table notes (id uuid primary key, owner_id uuid not null, project_id uuid not null, foreign key (project_id, owner_id) references projects (id, owner_id));
alter table notes enable row level security;
create policy own on notes for all to authenticated using (owner_id = (select auth.uid()));
-- a restrictive policy, a trigger, privileges on columns
create table files (id uuid primary key, owner_id uuid not null, project_id uuid not null references projects);
alter table files enable row level security;
create policy own on files for all to authenticated using (owner_id = (select auth.uid()));
create policy placed on files as restrictive for all to authenticated using (project_id = any (array(select id from projects)));
create table events (id uuid primary key, owner_id uuid not null, project_id uuid references projects);
alter table events enable row level security;
create policy own on events for all to authenticated using (owner_id = (select auth.uid()));
create function public.placed() returns trigger language plpgsql set search_path = '' as
  $$begin if not exists (select from public.projects p where p.id = new.project_id) then raise 'no such project'; end if; return new; end$$;
create trigger placed before insert or update on events for each row execute function placed();
create table runs (id uuid primary key, owner_id uuid not null, label text, project_id uuid references projects);
alter table runs enable row level security;
create policy own on runs for all to authenticated using (owner_id = (select auth.uid()));
revoke insert, update on runs from anon, authenticated;
grant insert (id, owner_id, label), update (label) on runs to authenticated;
-- what is his own only, on what is partly public; a second thing beside a parent that is asked for
create table bookmarks (reader_id uuid, article_id uuid references articles, primary key (reader_id, article_id));
alter table bookmarks enable row level security;
create policy own on bookmarks for all to authenticated using (reader_id = (select auth.uid()));
create table orders (id uuid primary key, project_id uuid not null references projects, product_id uuid not null references products);
alter table orders enable row level security;
create policy own on orders for all to authenticated using (exists (select from projects p where p.id = orders.project_id and p.owner_id = (select auth.uid())));
-- who may place the row at all is asked for each of its two parents, and neither can change afterwards
create table plans (id uuid primary key, owner_id uuid, project_id uuid references projects);
alter table plans enable row level security;
create policy reads on plans for select to authenticated using (owner_id = (select auth.uid()) or project_id = any (array(select id from projects)));
create policy adds on plans for insert to authenticated with check ((owner_id is null or owner_id = (select auth.uid())) and (project_id is null or project_id = any (array(select id from projects))));
create policy changes on plans for update to authenticated using (owner_id = (select auth.uid())) with check (owner_id = (select auth.uid()));
create function public.refuse() returns trigger language plpgsql set search_path = '' as $$begin raise 'it stays where it is'; end$$;
create trigger stays before update on plans for each row when (old.owner_id is distinct from new.owner_id or old.project_id is distinct from new.project_id) execute function refuse();
