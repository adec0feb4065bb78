-- finds: sequence public.notes_id_seq
-- because: anon, authenticated read how many rows all tenants have made, and UPDATE lets them turn it back
create table notes (id serial primary key);
