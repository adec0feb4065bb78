-- finds: default privileges of maker
-- because: every new table in schema public of maker gives SELECT to anon, with or without row security
-- superuser
create role maker; grant maker to postgres; grant create on schema public to maker;
alter default privileges for role maker in schema public grant select on tables to anon;
