do $$begin create role reader; exception when duplicate_object then null; end$$;
do $$begin create role writer; exception when duplicate_object then null; end$$;
create table parents (id uuid primary key, tenant uuid, price integer, open boolean);
create table children (id integer, parent uuid references parents);
create table plain (id integer);
alter table parents enable row level security;
alter table children enable row level security;
alter table children force row level security;
create policy own on parents for select to reader, writer using (tenant = (select current_setting('app.tenant', true)::uuid));
create policy narrow on parents as restrictive for update using (true) with check (price > 1);
create policy everyone on children;
create policy through on children for all to reader using (exists (select from parents p where p.id = children.parent and p.open))
  with check (parent in (select id from parents where price > 3));
create policy "Odd policy" on children for insert to public with check (true);
create policy gone on children for delete using (false);
create policy dormant on plain using (id > 0);
comment on policy own on parents is 'Own';
