-- finds: schema public
-- superuser
grant create on schema public to authenticated;
