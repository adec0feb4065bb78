-- finds: function public.total()
create function total() returns bigint language sql security definer as 'select count(*) from pg_class';
revoke execute on function total() from public, anon, authenticated;
