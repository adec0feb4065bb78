-- hole: AND binds before OR: everybody changes what is public
-- finds: warning[or-without-caller] policy edit on public.recipes
create table recipes (id uuid primary key default gen_random_uuid(), cook_id uuid not null references auth.users, is_public boolean not null, locked boolean not null default false);
create index on recipes (cook_id);
alter table recipes enable row level security;
create policy read on recipes for select to anon, authenticated using (is_public or cook_id = (select auth.uid()));
create policy edit on recipes for update to authenticated using (is_public or cook_id = (select auth.uid()) and not locked);
create policy remove on recipes for delete to authenticated using (cook_id = (select auth.uid()) and (is_public or not locked));
