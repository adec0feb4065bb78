insert into public.notes (id, published) values (1, true);
