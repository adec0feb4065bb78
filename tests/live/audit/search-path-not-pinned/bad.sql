-- finds: function public.total()
-- because: what its names mean depends on who calls it
create function total() returns bigint language sql as 'select count(*) from pg_class';
