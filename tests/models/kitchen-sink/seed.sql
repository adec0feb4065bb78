insert into public.regions (code, area) values ('fr', 'eu') on conflict do nothing;
