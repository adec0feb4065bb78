create function total() returns text language sql security definer set search_path = pg_catalog, pg_temp
as 'select count(*)::text from pg_catalog.pg_class';
create function bound() returns text language sql security definer set search_path = '' return 1::text;
revoke execute on function total(), bound() from public;
