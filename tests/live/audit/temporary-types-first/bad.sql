-- finds: function public.total()
-- because: a domain `text` that the caller makes for himself runs its check with the rights of the function
create function total() returns text language sql security definer set search_path = '' as 'select count(*)::text from pg_catalog.pg_class';
revoke execute on function total() from public;
