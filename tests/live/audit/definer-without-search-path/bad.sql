-- finds: function public.total()
-- because: it runs as its owner and looks names up where the caller says
create function total() returns bigint language sql security definer as 'select count(*) from pg_class';
revoke execute on function total() from public, anon, authenticated;
