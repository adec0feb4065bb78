insert into public.notes (user_id) select gen_random_uuid() from generate_series(1, 20000);
insert into public.messages (recipient_id) select gen_random_uuid() from generate_series(1, 20000);
insert into public.files select gen_random_uuid() from generate_series(1, 20000);
insert into public.file_shares (file_id, user_id) select id, gen_random_uuid() from public.files;
insert into public.attachments (note_id) select gen_random_uuid() from generate_series(1, 20000);
