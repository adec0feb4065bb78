-- finds: function public.total()
-- because: authenticated may call it, it runs as postgres, and its body never asks who is calling
create table notes (id int primary key);
create function total() returns bigint language sql security definer set search_path = '' as 'select count(*) from public.notes';
revoke execute on function total() from public, anon;
