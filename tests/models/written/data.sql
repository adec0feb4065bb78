insert into auth.users (id) values ('00000000-0000-4000-8000-0000000000a1'), ('00000000-0000-4000-8000-0000000000b1');
insert into public.notes (user_id, kind) select id, 'plain' from auth.users;
insert into public.kinds values ('plain'), ('rich');
