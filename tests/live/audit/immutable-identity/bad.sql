-- finds: function public.me()
-- because: it is marked IMMUTABLE and asks who is calling: a prepared statement keeps the first caller's answer
create function me() returns uuid language sql immutable set search_path = '' as 'select auth.uid()';
