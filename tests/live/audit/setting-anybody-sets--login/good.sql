-- superuser
create role maker;
grant usage on schema public to maker;
create table notes (id int primary key, owner_id text);
grant select on notes to maker;
alter table notes enable row level security;
create policy own on notes for select to maker using (owner_id = (select current_setting('app.user_id', true)));
