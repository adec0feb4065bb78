-- superuser
create role maker;
alter default privileges for role maker in schema public grant select on tables to service_role;
