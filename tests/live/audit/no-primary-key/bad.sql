-- finds: table public.notes
create table notes (body text);
