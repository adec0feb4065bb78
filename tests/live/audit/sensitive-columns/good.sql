create table settings (id int primary key, api_key text);
revoke all on settings from anon, authenticated;
