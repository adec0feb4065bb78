-- finds: column api_key on public.settings
create table settings (id int primary key, api_key text);
