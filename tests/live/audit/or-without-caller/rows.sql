insert into public.notes (id, owner, status) values (1, '00000000-0000-0000-0000-00000000000a', 'open');
