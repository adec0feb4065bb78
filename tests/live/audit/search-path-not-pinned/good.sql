create function total() returns bigint language sql set search_path = '' as 'select count(*) from pg_catalog.pg_class';
create function bound() returns bigint language sql return 1;
