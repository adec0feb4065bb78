-- superuser
create extension postgres_fdw;
create server far foreign data wrapper postgres_fdw;
create foreign table remote (id int) server far;
revoke all on remote from anon, authenticated;
