create function me() returns uuid language sql stable set search_path = '' as 'select auth.uid()';
