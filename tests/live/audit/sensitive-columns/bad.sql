-- finds: column api_key on public.settings
-- because: anon, authenticated read it in every row
create table settings (id int primary key, api_key text);
