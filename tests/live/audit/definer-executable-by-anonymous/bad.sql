-- finds: function public.total()
-- because: anon, public may call it, and it runs as postgres
create function total() returns bigint language sql security definer set search_path = '' as 'select count(*) from pg_catalog.pg_class';
