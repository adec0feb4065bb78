-- finds: schema public
-- because: authenticated may make functions and tables there that others then find first
-- superuser
grant create on schema public to authenticated;
