-- finds: sequence public.notes_id_seq
create table notes (id serial primary key);
