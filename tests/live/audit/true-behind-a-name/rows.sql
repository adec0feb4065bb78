insert into public.members (id) values (1);
