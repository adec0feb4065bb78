-- finds: function public.total()
create function total() returns bigint language sql as 'select count(*) from pg_class';
