-- finds: default privileges of maker
-- superuser
create role maker;
alter default privileges for role maker in schema public grant select on tables to anon;
