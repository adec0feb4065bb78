-- superuser
-- finds: role maker
-- because: it logs in itself: whoever runs SQL as it sets app.user_id to what he likes, which the policy own on public.notes believes
create role maker login;
grant usage on schema public to maker;
create table notes (id int primary key, owner_id text);
grant select on notes to maker;
alter table notes enable row level security;
create policy own on notes for select to maker using (owner_id = (select current_setting('app.user_id', true)));
