-- finds: foreign table public.remote
-- because: anon reach another system through it, with the server's login
-- superuser
create extension postgres_fdw;
create server far foreign data wrapper postgres_fdw;
create foreign table remote (id int) server far;
grant select on remote to anon;
