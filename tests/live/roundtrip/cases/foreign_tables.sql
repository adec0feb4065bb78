create extension file_fdw;
create server files foreign data wrapper file_fdw;
create foreign table logs (line text not null, n integer) server files options (filename '/nowhere', format 'csv');
comment on foreign table logs is 'Logs';
comment on column logs.line is 'Line';
