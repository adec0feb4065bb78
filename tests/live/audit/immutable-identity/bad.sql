-- finds: function public.me()
create function me() returns uuid language sql immutable set search_path = '' as 'select auth.uid()';
