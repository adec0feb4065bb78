-- Foreign data wrappers, servers, user mappings, tables; privileges and comments on them.
do $$begin create role reader; exception when duplicate_object then null; end$$;
create extension postgres_fdw;
create foreign data wrapper own validator postgresql_fdw_validator ;
comment on foreign data wrapper own is 'Own';
grant usage on foreign data wrapper own to reader;
create server far type 'x' version '1' foreign data wrapper postgres_fdw options (host 'localhost', dbname 'x');
comment on server far is 'Far';
grant usage on foreign server far to reader with grant option;
create user mapping for public server far options (user 'somebody');
create user mapping for reader server far options (user 'it''s');
create foreign table remote (id integer options (column_name 'Id') not null, name text default 'x', constraint positive check (id > 0)) server far options (table_name 'it''s');
comment on foreign table remote is 'Remote';
comment on column remote.name is 'Name';
grant select on remote to reader;
create view over as select id from remote;
