create function total() returns bigint language sql security definer set search_path = '' as 'select count(*) from pg_catalog.pg_class';
create function plain() returns bigint language sql as 'select count(*) from pg_class';
