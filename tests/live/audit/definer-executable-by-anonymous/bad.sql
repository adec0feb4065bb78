-- finds: function public.total()
create function total() returns bigint language sql security definer set search_path = '' as 'select count(*) from pg_catalog.pg_class';
