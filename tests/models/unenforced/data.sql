insert into public.notes (user_id) values ('00000000-0000-4000-8000-0000000000a1');
insert into public.messages (recipient_id) values ('00000000-0000-4000-8000-0000000000a1');
insert into public.attachments (note_id) select id from public.notes;
