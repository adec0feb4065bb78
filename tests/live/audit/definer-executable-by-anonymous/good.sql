create function total() returns bigint language sql security definer set search_path = '' as 'select count(*) from pg_catalog.pg_class';
revoke execute on function total() from public, anon;
create function touch() returns trigger language plpgsql security definer set search_path = '' as 'begin return new; end';
